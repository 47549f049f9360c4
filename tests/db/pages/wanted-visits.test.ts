import { beforeEach, expect, test } from "vitest";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { findArchiveWanted } from "#db/pages/archived-copies.ts";
import { startPage } from "#db/pages/pages.ts";
import { endVisit, putOff } from "#db/pages/visits.ts";
import { countStarted } from "#db/pages/wanted-visits.ts";
import { askForAllVisits, askForEveryVisit, countDue, findDueHost, pauseHost } from "#db/pages/watches.ts";
import { dump, seededStore } from "../../support/any-store.ts";
import { AGENTIC, HARDWARE, link, value } from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";
import { daysLater, EVERY, minutesLater, page, take, visit } from "../../support/visits.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const log = async (url: string, visitAt = NOW, slug = AGENTIC) =>
  value(await db.store.write((tx) => logEvidence(tx, slug, link({ url }), MOMENT, { visitAt }))).entry;
const start = async (url: string, visitAt = NOW) => (await log(url, visitAt)).pageId;
const withdraw = (id: string) => db.store.write((tx) => withdrawEvidence(tx, id, "R", MOMENT));
const takeAt = (now = NOW, leaseMs?: number) => db.store.write(take(now, leaseMs));

test("what all evidence was taken back from is not looked at again, and holds nobody else up", async () => {
  const { id } = await log("https://a.example.org/1");
  await visit(db, NOW, page("A"));
  const other = await log("https://a.example.org/2", minutesLater(1));
  await visit(db, minutesLater(1), page("B", { finalUrl: other.url }));
  const last = await log("https://b.example.org/1", minutesLater(2));
  await visit(db, minutesLater(2), page("C", { finalUrl: last.url }));
  await withdraw(id);
  const now = daysLater(60);
  expect(await countDue(db.store.read, now)).toBe(2);
  const taken = [await takeAt(now), await takeAt(now)];
  expect(taken.map((one) => one?.pageId).toSorted()).toEqual([other.pageId, last.pageId].toSorted());
  for (const one of taken) {
    const { lease, url = "" } = one ?? {};
    if (lease === undefined) throw new Error("nothing taken");
    await db.store.write((tx) => endVisit(tx, lease, page("D", { finalUrl: url }), { ...EVERY, now }));
  }
  expect(await takeAt(now)).toBeNull();
  // Nobody has to look at it each time to find that there is nothing to do.
  expect(await findDueHost(db.store.read, now)).toBeUndefined();
});

test("a site on which nothing is wanted any more is passed over", async () => {
  for (const host of ["a", "b"]) {
    const { id, url } = await log(`https://${host}.example.org/1`);
    await visit(db, NOW, page(host, { finalUrl: url }));
    await withdraw(id);
  }
  const pageId = await start("https://c.example.org/1");
  await visit(db, NOW, page("C", { finalUrl: "https://c.example.org/1" }));
  expect((await takeAt(daysLater(60)))?.pageId).toBe(pageId);
});

test("one entry that stands is enough", async () => {
  const { id, pageId, url } = await log("https://a.example.org/1");
  await log(url, NOW, HARDWARE);
  await visit(db, NOW, page("A", { finalUrl: url }));
  await withdraw(id);
  expect((await takeAt(daysLater(40), 1))?.pageId).toBe(pageId);
});

test("a page that nothing rested on any more is visited again once it is logged anew", async () => {
  const { id, pageId, url } = await log("https://a.example.org/1");
  await visit(db, NOW, page("A", { finalUrl: url }));
  await withdraw(id);
  const now = daysLater(40);
  expect(await takeAt(now)).toBeNull();
  await log(url, now);
  expect((await takeAt(now))?.pageId).toBe(pageId);
});

test("one that was withdrawn before anybody visited it is not visited, a bare link is, once", async () => {
  await withdraw((await log("https://a.example.org/1")).id);
  expect(await takeAt()).toBeNull();
  const url = "https://b.example.org/1";
  const { id } = await db.store.write((tx) => startPage(tx, url, { now: NOW }));
  expect((await takeAt(NOW, 1))?.pageId).toBe(id);
  await visit(db, minutesLater(1), page("B", { finalUrl: url }));
  expect(await takeAt(daysLater(60))).toBeNull();
});

test("looking at every link leaves out what nothing rests on, also of a site that has others", async () => {
  const { id } = await log("https://a.example.org/1");
  await visit(db, NOW, page("A"));
  const other = await log("https://b.example.org/1");
  await visit(db, NOW, page("B", { finalUrl: other.url }));
  await withdraw(id);
  const now = minutesLater(5);
  const before = (await dump(db.place)).evidence?.length ?? 0;
  await askForEveryVisit(db.store, now);
  // All of the seed's, and the one that stands.
  const due = await countDue(db.store.read, now);
  expect(due).toBeLessThan(before);
  const urls = new Set<string>();
  for (;;) {
    const taken = await takeAt(now);
    if (taken === null) break;
    urls.add(taken.url);
    const failure = { fault: "address-refused", detail: null, isRefusal: true };
    await db.store.write((tx) => putOff(tx, taken.lease, failure, { ...EVERY, now }));
  }
  expect(urls.size).toBe(due);
  expect(urls).toContain(other.url);
  expect(urls).not.toContain("https://a.example.org/1");
  // Nor is anything thought to be due where nothing is.
  expect(await findDueHost(db.store.read, now)).toBeUndefined();
});

test("what is looked at again comes before bare links, also before those of its host, and each of these gets its turn", async () => {
  const old = await log("https://a.example.org/1", daysLater(-60));
  await visit(db, daysLater(-60), page("A", { finalUrl: old.url }));
  // Due before it.
  const [b, a, c] = await db.store.write(async (tx) => {
    const started: string[] = [];
    for (const [day, host] of ["b", "a", "c"].entries())
      started.push(
        (await startPage(tx, `https://${host}.example.org/bare`, { now: daysLater(day - 55) })).id,
      );
    return started;
  });
  const first = await takeAt();
  expect([first?.pageId, (await takeAt())?.pageId, (await takeAt())?.pageId]).toEqual([old.pageId, b, c]);
  expect(await takeAt()).toBeNull();
  if (first === null) throw new Error("nothing taken");
  await db.store.write((tx) =>
    endVisit(tx, first.lease, page("A", { finalUrl: old.url }), { ...EVERY, now: NOW }),
  );
  expect((await takeAt())?.pageId).toBe(a);
});

test("a bare link is read, though its host has pages that nothing rests on any more", async () => {
  const { id, url } = await log("https://a.example.org/1", daysLater(-60));
  await visit(db, daysLater(-60), page("A", { finalUrl: url }));
  await withdraw(id);
  const bare = await db.store.write((tx) => startPage(tx, "https://a.example.org/2", { now: daysLater(-1) }));
  expect((await takeAt())?.pageId).toBe(bare.id);
  expect(await takeAt(NOW, 1)).toBeNull();
});

test("of a hundred bare links of one host none holds up one of another", async () => {
  const started = await db.store.write(async (tx) => {
    const ids: string[] = [];
    for (let number = 0; number < 99; number++)
      ids.push((await startPage(tx, `https://a.example.org/${number}`, { now: daysLater(-1) })).id);
    return [...ids, (await startPage(tx, "https://b.example.org/", { now: NOW })).id];
  });
  expect(await countStarted(db.store.read)).toBe(100);
  expect(started.slice(0, 99)).toContain((await takeAt())?.pageId);
  expect((await takeAt())?.pageId).toBe(started[99]);
  expect(await takeAt()).toBeNull();
});

test("what was logged comes before bare links that were started with earlier, and only it is told to an archive", async () => {
  const started: string[] = [];
  for (let number = 0; number < 60; number++)
    started.push(
      (await db.store.write((tx) => startPage(tx, `https://h${number}.example/`, { now: NOW }))).id,
    );
  const { pageId } = await log("https://a.example.org/1", minutesLater(1));
  expect((await takeAt(minutesLater(1)))?.pageId).toBe(pageId);
  expect(started).toContain((await takeAt(minutesLater(1)))?.pageId);
  expect(await findArchiveWanted(db.store.read, pageId)).toMatchObject({ url: "https://a.example.org/1" });
  expect(await findArchiveWanted(db.store.read, started[0] ?? "")).toBeUndefined();
});

test("looking at every link makes no host due that only redirects lead to", async () => {
  await start("https://b.example.org/1");
  await visit(db, NOW, page("A"));
  await db.store.write((tx) => pauseHost(tx, "a.example.org", minutesLater(1)));
  await db.store.write((tx) => askForAllVisits(tx, { dueAt: minutesLater(5) }));
  expect(await findDueHost(db.store.read, minutesLater(5))).toBe("b.example.org");
});
