import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import type { Location } from "#db/engine/location.ts";
import { speakerTexts } from "#db/schema/tables.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import type { Store } from "#db/store.ts";
import { openAt, seededStore } from "../../support/any-store.ts";
import { ended, PATIENT, startChild } from "../../support/store.ts";

vi.setConfig(PATIENT);

/** Here it is about the order of changes, not about how long one may wait for its turn. */
const openPatient = (place: Location) => openAt(place, { isPatient: true });

async function counterStore() {
  const { place } = await seededStore();
  const store = await openPatient(place);
  await store.write((tx) => insertSpeaker(tx, "counter", [{ lang: "en", name: "counter", role: "0" }]));
  return { store, place };
}

const counter = eq(speakerTexts.name, "counter");
const readCounter = async (store: Store) => {
  const [row] = await store.read.select({ role: speakerTexts.role }).from(speakerTexts).where(counter);
  return Number(row?.role);
};

/** Reads, lets others have a turn, writes: loses a step whenever two of them overlap. */
const countUp = (store: Store) =>
  store.write(async (tx) => {
    const [row] = await tx.select().from(speakerTexts).where(counter);
    await new Promise(setImmediate);
    await tx
      .update(speakerTexts)
      .set({ role: String(Number(row?.role) + 1) })
      .where(counter);
  });

const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));

test("forty changes at once run one after another", async () => {
  const { store } = await counterStore();
  await Promise.all(times(40, () => countUp(store)));
  expect(await readCounter(store)).toBe(40);
});

test("two stores over one database lose no change of each other's", async () => {
  const { store, place } = await counterStore();
  const other = await openPatient(place);
  await Promise.all(times(40, (i) => countUp(i % 2 === 0 ? store : other)));
  expect(await readCounter(store)).toBe(40);
  expect(await readCounter(other)).toBe(40);
});

test("processes that write at once lose no change of each other's", async () => {
  const { store, place } = await counterStore();
  const children = await Promise.all(times(2, () => startChild("count-up", place, "60")));
  const ends = children.map(ended);
  await Promise.all(times(30, () => countUp(store)));
  for (const end of ends) expect(await end).toMatchObject({ code: 0, stderr: "" });
  expect(await readCounter(store)).toBe(150);
});

test("a change waits for another process without holding up the rest of the app", async () => {
  const { store, place } = await counterStore();
  const holder = await startChild("hold-lock", place, "100000");
  let isMade = false;
  const change = countUp(store).then(() => {
    isMade = true;
  });
  for (let reads = 0; reads < 12; reads += 1) {
    await readCounter(store);
    await wait(5);
  }
  expect(isMade, "it has still to wait").toBe(false);
  // The lock goes with its process.
  holder.kill("SIGKILL");
  await ended(holder);
  await change;
  expect(await readCounter(store)).toBe(1);
});
