import { beforeEach, describe, expect, test } from "vitest";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { findPageRecord } from "#db/pages/record.ts";
import { endVisit, putOff } from "#db/pages/visits.ts";
import { askForAllVisits, askForVisit, countDue, findDueHost, pauseHost } from "#db/pages/watches.ts";
import { dump, seededStore } from "../../support/any-store.ts";
import { AGENTIC, FIRST, link, value } from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";
import { answer, daysLater, EVERY, minutesLater, page, take, visit } from "../../support/visits.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const log = async (url: string, visitAt = NOW, slug = AGENTIC) =>
  value(await db.store.write((tx) => logEvidence(tx, slug, link({ url }), MOMENT, { visitAt }))).entry;
const start = async (url: string, visitAt = NOW) => (await log(url, visitAt)).pageId;
const _withdraw = (id: string) => db.store.write((tx) => withdrawEvidence(tx, id, "R", MOMENT));
const takeAt = (now = NOW, leaseMs?: number) => db.store.write(take(now, leaseMs));

test("nothing is due where nobody asked: the seed asks for no visit", async () => {
  expect(await takeAt(daysLater(1000))).toBeNull();
  expect((await dump(db.place)).watches).toEqual([]);
});

test("a page is taken once, and not before it is due", async () => {
  const pageId = await start("https://a.example.org/1");
  expect(await takeAt(minutesLater(-1))).toBeNull();
  const due = await takeAt();
  expect(due).toMatchObject({ pageId, url: "https://a.example.org/1", host: "a.example.org", attempts: 0 });
  expect(due).toMatchObject({ etag: null, lastModified: null });
  expect(await takeAt()).toBeNull();
});

test("of one host only one page is taken at a time, of others at once", async () => {
  const first = await start("https://a.example.org/1");
  const second = await start("https://a.example.org/2", minutesLater(1));
  const other = await start("https://b.example.org/1", minutesLater(2));
  const now = minutesLater(3);
  const one = await takeAt(now);
  expect([one?.pageId, (await takeAt(now))?.pageId]).toEqual([first, other]);
  expect(await takeAt(now)).toBeNull();
  if (one === null) throw new Error("nothing taken");
  await db.store.write((tx) => endVisit(tx, one.lease, page("A"), { ...EVERY, now }));
  expect((await takeAt(now))?.pageId).toBe(second);
});

test("a lease that has run out is taken up again, and whoever held it changes nothing any more", async () => {
  const pageId = await start("https://a.example.org/1");
  const lost = await takeAt(NOW, 60_000);
  expect(await takeAt(minutesLater(0.9))).toBeNull();
  const again = await takeAt(minutesLater(1));
  expect(again).toMatchObject({ pageId, attempts: 0 });
  if (lost === null || again === null) throw new Error("nothing taken");
  const before = await dump(db.place);
  const moment = { ...EVERY, now: minutesLater(2) };
  const failure = { fault: "too-slow", detail: null, isRefusal: false };
  expect(await db.store.write((tx) => endVisit(tx, lost.lease, page("A"), moment))).toEqual({
    kind: "lease-lost",
  });
  expect(await db.store.write((tx) => putOff(tx, lost.lease, failure, moment))).toEqual({
    kind: "lease-lost",
  });
  expect(await dump(db.place)).toEqual(before);
  expect(await db.store.write((tx) => endVisit(tx, again.lease, page("A"), moment))).toMatchObject({
    kind: "stored",
  });
});

test("a visit that has ended cannot be ended again", async () => {
  await start("https://a.example.org/1");
  const due = await takeAt();
  if (due === null) throw new Error("nothing taken");
  const end = () => db.store.write((tx) => endVisit(tx, due.lease, page("A"), { ...EVERY, now: NOW }));
  expect(await end()).toMatchObject({ kind: "stored" });
  expect(await end()).toEqual({ kind: "lease-lost" });
});

test("what nobody has visited yet comes before what is looked at again", async () => {
  const old = await start("https://a.example.org/1", daysLater(-60));
  await visit(db, daysLater(-60), page("A"));
  const pageId = await start("https://b.example.org/1", NOW);
  expect((await takeAt())?.pageId).toBe(pageId);
  expect((await takeAt())?.pageId).toBe(old);
});

test("a host that asked to be left alone is, until then, and an earlier wish for longer holds", async () => {
  await start("https://a.example.org/1");
  await db.store.write((tx) => pauseHost(tx, "a.example.org", minutesLater(30)));
  await db.store.write((tx) => pauseHost(tx, "a.example.org", minutesLater(5)));
  expect(await takeAt(minutesLater(29))).toBeNull();
  expect(await findDueHost(db.store.read, minutesLater(29))).toBeUndefined();
  expect(await findDueHost(db.store.read, minutesLater(30))).toBe("a.example.org");
  expect(await takeAt(minutesLater(30))).not.toBeNull();
});

test("asking again makes a page due earlier, never later, and all can be asked for", async () => {
  const pageId = await start("https://a.example.org/1");
  await visit(db, NOW, page("A"));
  expect(await countDue(db.store.read, minutesLater(1))).toBe(0);
  const url = "https://a.example.org/1";
  await db.store.write((tx) => askForVisit(tx, { pageId, url, dueAt: daysLater(90) }));
  await db.store.write((tx) => askForVisit(tx, { pageId, url, dueAt: daysLater(3) }));
  expect(await takeAt(daysLater(2))).toBeNull();
  expect((await findPageRecord(db.store.read, pageId))?.visited?.dueAt).toEqual(daysLater(3));
  await db.store.write((tx) => askForAllVisits(tx, { dueAt: minutesLater(1) }));
  expect(await countDue(db.store.read, minutesLater(1))).toBe(1);
  expect((await takeAt(minutesLater(1)))?.pageId).toBe(pageId);
});

test("a visit in vain is tried again after 1, 10 and 60 minutes, and then the page could not be read", async () => {
  const pageId = await start("https://a.example.org/1");
  const failure = { fault: "too-slow", detail: "after 30 s", isRefusal: false };
  let now = NOW;
  for (const [attempts, wait] of [1, 10, 60].entries()) {
    const due = await takeAt(now);
    expect(due).toMatchObject({ pageId, attempts });
    if (due === null) return;
    const ended = await db.store.write((tx) => putOff(tx, due.lease, failure, { ...EVERY, now }));
    expect(ended).toEqual({ kind: "put-off", standing: "waiting", dueAt: minutesLater(wait, now) });
    expect(await takeAt(minutesLater(wait - 0.1, now))).toBeNull();
    now = minutesLater(wait, now);
  }
  const last = await takeAt(now);
  if (last === null) throw new Error("no last try");
  const ended = await db.store.write((tx) => putOff(tx, last.lease, failure, { ...EVERY, now }));
  expect(ended).toMatchObject({ kind: "put-off", standing: "unreachable" });
  const found = await findPageRecord(db.store.read, pageId);
  expect(found?.link).toMatchObject({
    standing: "unreachable",
    since: NOW,
    checkedAt: now,
    fault: "too-slow",
  });
  expect(found?.link).toMatchObject({ faultDetail: "after 30 s", copyId: null });
  const days = ((found?.visited?.dueAt.getTime() ?? 0) - now.getTime()) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(24);
  expect(days).toBeLessThan(30);
  expect((await takeAt(daysLater(31)))?.attempts).toBe(0);
  expect((await dump(db.place)).visits).toHaveLength(4);
});

test("a page cannot be read since the first try in vain after it was read last, whatever failed before", async () => {
  const { pageId, url } = await log("https://a.example.org/1");
  const failure = { fault: "too-slow", detail: null, isRefusal: false };
  const failAt = async (now: Date) => {
    const due = await takeAt(now);
    if (due === null) throw new Error("nothing taken");
    return db.store.write((tx) => putOff(tx, due.lease, failure, { ...EVERY, now }));
  };
  const linkNow = async () => (await findPageRecord(db.store.read, pageId))?.link;
  await failAt(NOW);
  await visit(db, daysLater(1), page("A", { finalUrl: url }), 0);
  for (const day of [40, 41, 42]) {
    await failAt(daysLater(day));
    expect(await linkNow()).toMatchObject({ standing: "alive", since: daysLater(1) });
  }
  await failAt(daysLater(43));
  const down = { standing: "unreachable", since: daysLater(40) };
  expect(await linkNow()).toMatchObject({ ...down, checkedAt: daysLater(43) });
  for (const day of [80, 81, 82, 83]) await failAt(daysLater(day));
  expect(await linkNow()).toMatchObject({ ...down, checkedAt: daysLater(83) });
  await visit(db, daysLater(120), page("A", { finalUrl: url }), 0);
  // Begun and never ended: they tell nothing of the page.
  for (const day of [160, 162, 164]) expect(await takeAt(daysLater(day), 1)).toMatchObject({ pageId });
  for (const day of [166, 167, 168]) {
    await failAt(daysLater(day));
    expect(await linkNow()).toMatchObject({ standing: "alive" });
  }
  await failAt(daysLater(169));
  expect(await linkNow()).toMatchObject({ standing: "unreachable", since: daysLater(166) });
});

test("a corrected link cannot be read since it was tried itself, not since the old one could not", async () => {
  const { id, pageId } = await log("http://m.example.org/report");
  const failAt = async (now: Date) => {
    const due = await takeAt(now);
    if (due === null) throw new Error("nothing taken");
    const failure = { fault: "no-such-host", detail: null, isRefusal: false };
    await db.store.write((tx) => putOff(tx, due.lease, failure, { ...EVERY, now }));
  };
  await failAt(NOW);
  await failAt(daysLater(1));
  const patch = { url: "https://example.org/report" };
  const moment = { ...MOMENT, now: daysLater(2) };
  value(
    await db.store.write((tx) => correctEvidence(tx, id, patch, FIRST, moment, { visitAt: daysLater(2) })),
  );
  for (const day of [2, 3, 4, 5]) await failAt(daysLater(day));
  expect((await findPageRecord(db.store.read, pageId))?.link).toMatchObject({
    ...{ standing: "unreachable", since: daysLater(2) },
  });
});

test("where we do not go is not tried again until the next regular check", async () => {
  const pageId = await start("https://a.example.org/1");
  const due = await takeAt();
  if (due === null) throw new Error("nothing taken");
  const failure = { fault: "address-refused", detail: null, isRefusal: true };
  const ended = await db.store.write((tx) => putOff(tx, due.lease, failure, { ...EVERY, now: NOW }));
  expect(ended).toMatchObject({ kind: "put-off", standing: "refused" });
  expect((await findPageRecord(db.store.read, pageId))?.link).toMatchObject({ standing: "refused" });
  expect(await takeAt(daysLater(20))).toBeNull();
});

test("a site that says when to come again is not visited before", async () => {
  await start("https://a.example.org/1");
  const due = await takeAt();
  if (due === null) throw new Error("nothing taken");
  const retryAt = minutesLater(45);
  const ended = await db.store.write((tx) =>
    endVisit(tx, due.lease, answer(503), { ...EVERY, now: NOW, retryAt }),
  );
  expect(ended).toEqual({ kind: "put-off", standing: "waiting", dueAt: retryAt });
});

describe("a corrected link", () => {
  const [wrong, right] = ["http://m.example.org/report", "https://example.org/report"];
  let id = "";
  let pageId = "";
  beforeEach(async () => {
    const logged = await db.store.write((tx) =>
      logEvidence(tx, AGENTIC, link({ url: wrong }), MOMENT, { visitAt: NOW }),
    );
    ({ id, pageId } = value(logged).entry);
  });
  const correct = (now: Date) =>
    db.store.write((tx) =>
      correctEvidence(tx, id, { url: right }, FIRST, { ...MOMENT, now }, { visitAt: now }),
    );

  test("to the same page is what is visited from then on, at once, and by none of the old link's marks", async () => {
    await visit(db, NOW, page("A", { finalUrl: wrong, headers: [["etag", '"1"']] }));
    value(await correct(daysLater(1)));
    const due = await takeAt(daysLater(1));
    expect(due).toMatchObject({ pageId, url: right, host: "example.org", etag: null, lastModified: null });
    if (due === null) return;
    await db.store.write((tx) =>
      endVisit(tx, due.lease, page("A", { finalUrl: right }), { ...EVERY, now: daysLater(1) }),
    );
    expect((await findEvidence(db.store.read, id))?.link).toMatchObject({
      standing: "alive",
      checkedAt: daysLater(1),
    });
    // Nothing waits any more under the old link's host.
    expect(await findDueHost(db.store.read, daysLater(20))).toBeUndefined();
  });

  test("while the old one is being visited: what that finds is not stored, and the new one is due", async () => {
    const due = await takeAt();
    value(await correct(minutesLater(1)));
    if (due === null) throw new Error("nothing taken");
    const ended = await db.store.write((tx) =>
      endVisit(tx, due.lease, answer(404), { ...EVERY, now: minutesLater(1) }),
    );
    expect(ended).toEqual({ kind: "lease-lost" });
    expect(await takeAt(minutesLater(1))).toMatchObject({ pageId, url: right });
  });
});
