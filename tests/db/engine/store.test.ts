import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { speakers } from "#db/schema/tables.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import type { Reader, Store, Writer } from "#db/store.ts";
import { engine, openAt, seededStore } from "../../support/any-store.ts";

const add = (tx: Writer, slug: string) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role: null }]);
const has = async (read: Reader, slug: string) =>
  (await read.$count(speakers, sql`${speakers.slug} = ${slug}`)) === 1;

/** What the database says to a write by a reader, and to a second row of a kind of which there is one. */
const [READ_ONLY, TAKEN] =
  engine.name === "sqlite" ? ["SQLITE_READONLY", "SQLITE_CONSTRAINT_UNIQUE"] : ["25006", "23505"];

test("a read sees a change once it is committed, and not before", async () => {
  const { store } = await seededStore();
  const seen = await store.write(async (tx) => {
    await add(tx, "someone");
    return { inside: await has(tx, "someone"), outside: await has(store.read, "someone") };
  });
  expect(seen).toEqual({ inside: true, outside: false });
  expect(await has(store.read, "someone")).toBe(true);
});

test("a write through the reader is refused by the database", async () => {
  const { store } = await seededStore();
  const writer = store.read as unknown as Writer;
  const insert = async () => writer.insert(speakers).values({ id: "x", slug: "x" });
  const refusal = await insert().catch((error: unknown) => error);
  expect(refusal instanceof Error ? (refusal.cause ?? refusal) : refusal).toMatchObject({ code: READ_ONLY });
  expect(await has(store.read, "x")).toBe(false);
});

test("a change that is rejected leaves nothing behind, and the next one goes through", async () => {
  const { store } = await seededStore();
  const failing = store.write(async (tx) => {
    await add(tx, "first");
    await add(tx, "second");
    throw new Error("thought better of it");
  });
  const next = store.write((tx) => add(tx, "third"));
  await expect(failing).rejects.toThrow("thought better of it");
  await next;
  expect(await has(store.read, "first")).toBe(false);
  expect(await has(store.read, "second")).toBe(false);
  expect(await has(store.read, "third")).toBe(true);
});

test("a change that the database refuses leaves nothing behind", async () => {
  const { store } = await seededStore();
  const failing = store.write(async (tx) => {
    await add(tx, "first");
    await add(tx, "tri-dao");
  });
  await expect(failing).rejects.toMatchObject({ code: TAKEN });
  expect(await has(store.read, "first")).toBe(false);
});

test("a write inside a write is refused with a sentence instead of waiting for itself", async () => {
  const { store } = await seededStore();
  const nested = store.write(async (tx) => {
    await add(tx, "outer");
    await new Promise(setImmediate);
    await store.write((inner) => add(inner, "inner"));
  });
  await expect(nested).rejects.toThrow("a write inside a write would wait for itself: pass the writer on");
  expect(await has(store.read, "outer")).toBe(false);
  await store.write((tx) => add(tx, "afterwards"));
  expect(await has(store.read, "afterwards")).toBe(true);
});

test("closing waits for the changes that are under way", async () => {
  const { store, place } = await seededStore();
  const slow = store.write(async (tx) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await add(tx, "someone");
  });
  await store.close();
  await slow;
  const again: Store = await openAt(place);
  expect(await has(again.read, "someone")).toBe(true);
});
