import { beforeEach, expect, test, vi } from "vitest";
import { startPage } from "#db/pages/pages.ts";
import { takeVisit } from "#db/pages/take-visit.ts";
import { endVisit } from "#db/pages/visits.ts";
import type { Store } from "#db/store.ts";
import { dump, emptyStore, openAt } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";
import { ended, PATIENT, startChild } from "../../support/store.ts";
import { EVERY, page } from "../../support/visits.ts";

vi.setConfig(PATIENT);

const PAGES = 60;
const HOSTS = 7;
const urlOf = (number: number) => `https://host${number % HOSTS}.example/${number}`;

let db: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  db = await emptyStore();
  await db.store.write(async (tx) => {
    for (let number = 0; number < PAGES; number++) await startPage(tx, urlOf(number), { now: NOW });
  });
});

/** Takes and ends visits until none is left; `busy` is what all workers together are visiting. */
async function work(store: Store, name: string, busy: Set<string>, seen: string[]): Promise<void> {
  for (let round = 0; ; round++) {
    const token = `${name}-${round}`;
    const due = await store.write((tx) => takeVisit(tx, { now: NOW, leaseMs: 60_000, token }));
    if (due === null) {
      if (busy.size === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
      continue;
    }
    expect(busy, "two visits to one host at a time").not.toContain(due.host);
    busy.add(due.host);
    seen.push(due.url);
    await new Promise((resolve) => setTimeout(resolve, 1));
    busy.delete(due.host);
    const found = page(due.url, { finalUrl: due.url });
    const end = await store.write((tx) => endVisit(tx, due.lease, found, { ...EVERY, now: NOW }));
    expect(end).toMatchObject({ kind: "stored", standing: "alive" });
  }
}

test("workers over two stores visit every page once, and each host once at a time", async () => {
  const other = await openAt(db.place);
  const [busy, seen]: [Set<string>, string[]] = [new Set(), []];
  await Promise.all([0, 1, 2, 3].map((i) => work(i % 2 ? other : db.store, `worker-${i}`, busy, seen)));
  expect(seen.toSorted()).toEqual(Array.from({ length: PAGES }, (_, i) => urlOf(i)).toSorted());
  const { visits = [], copies = [] } = await dump(db.place);
  expect([visits.length, copies.length]).toEqual([PAGES, PAGES]);
});

test("processes that share the queue visit every page once", async () => {
  const children = await Promise.all([1, 2].map((i) => startChild("visit-all", db.place, String(i))));
  const ends = await Promise.all(children.map(ended));
  const visited = ends.map(({ stdout }) => stdout.split("\n").filter((line) => line.startsWith("https:")));
  expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
    { code: 0, stderr: "" },
    { code: 0, stderr: "" },
  ]);
  expect(visited.flat().toSorted()).toEqual(Array.from({ length: PAGES }, (_, i) => urlOf(i)).toSorted());
  expect((await dump(db.place)).visits).toHaveLength(PAGES);
});
