import { beforeEach, describe, expect, test } from "vitest";
import { correctEvidence, logEvidence } from "../../db/evidence.ts";
import { findEvidence } from "../../db/evidence-record.ts";
import { findPageOf } from "../../db/page-addresses.ts";
import { findPageRecord, listForecastsOfPage } from "../../db/page-record.ts";
import { startPage } from "../../db/pages.ts";
import { listWeighedEvidence } from "../../db/weighed-evidence.ts";
import { dump, seededStore } from "../support/any-store.ts";
import { AGENTIC, expectRefused, HARDWARE, link, UNDATED, value } from "../support/changes.ts";
import { ADA, MOMENT, NOW } from "../support/seeded.ts";
import { daysLater, minutesLater, page, visit } from "../support/visits.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const log = async (slug: string, url: string, minute = 0) => {
  const moment = { ...MOMENT, now: minutesLater(minute) };
  const logged = await db.store.write((tx) =>
    logEvidence(tx, slug, link({ url }), ADA, moment, { visitAt: moment.now }),
  );
  return value(logged).entry;
};
const pageOf = async (url: string) => (await findPageOf(db.store.read, url))?.id;

test("every page on record is found by its link", async () => {
  const { pages = [], page_addresses: addresses = [] } = await dump(db.place);
  expect(pages.length).toBeGreaterThan(5);
  // By more than that, where it can be written without what only names the device.
  expect(addresses.map((row) => [row.link_key, row.page_id])).toEqual(
    expect.arrayContaining(pages.map((row) => [row.link_key, row.id])),
  );
});

describe("a visit finds the page's other addresses:", () => {
  const short = "https://short.example/x";
  const article = "https://news.example.org/a/1";

  test("the one that a link redirects to", async () => {
    const { pageId } = await log(AGENTIC, short);
    await visit(db, NOW, page("A", { finalUrl: article }));
    expect(await pageOf(`${article}?utm_source=x`)).toBe(pageId);
    const again = await log(HARDWARE, article);
    expect(again.pageId).toBe(pageId);
    await expectRefused(db, (tx) => logEvidence(tx, AGENTIC, link({ url: article }), ADA, MOMENT), {
      ...{ kind: "conflict", code: "evidence-exists", current: { url: short } },
    });
  });

  test("the one that it calls itself by, on its own site only", async () => {
    const { pageId } = await log(AGENTIC, `${article}?page=all`);
    const finalUrl = "https://m.news.example.org/a/1?page=all";
    await visit(db, NOW, page("A", { finalUrl, canonical: article }));
    expect(await pageOf(article)).toBe(pageId);
    await log(HARDWARE, "https://news.example.org/a/2", 1);
    await visit(
      db,
      minutesLater(1),
      page("B", { finalUrl: "https://news.example.org/a/2", canonical: short }),
    );
    expect(await pageOf(short)).toBeUndefined();
  });

  test.each([
    ["redirected to", { finalUrl: "https://news.example.org/" }],
    ["named by the page", { finalUrl: article, canonical: "https://news.example.org" }],
  ])("but not the first page of a site, %s", async (_how, changes) => {
    await log(AGENTIC, article);
    await visit(db, NOW, page("A", changes));
    expect(await pageOf("https://news.example.org/")).toBeUndefined();
  });
});

describe("two pages that turn out to be one", () => {
  const [first, second, third] = ["https://a.example/1", "https://b.example/1", "https://c.example/1"];

  test("are the one that was logged first, for whatever is logged from then on", async () => {
    const older = await log(AGENTIC, first, 5);
    const newer = await log(HARDWARE, second, 6);
    await log(UNDATED, third, 7);
    await visit(db, minutesLater(10), page("A", { finalUrl: "https://a.example/1/moved" }));
    await visit(db, minutesLater(10), page("A", { finalUrl: "https://a.example/1/moved" }));
    expect(await findPageRecord(db.store.read, newer.pageId)).toMatchObject({ sameAsId: older.pageId });
    expect(await findPageRecord(db.store.read, older.pageId)).toMatchObject({ sameAsId: null });
    expect(await pageOf(second)).toBe(older.pageId);
    const slugs = async (id: string) =>
      (await listForecastsOfPage(db.store.read, id)).map(({ slug }) => slug);
    expect(await slugs(newer.pageId)).toEqual([AGENTIC, HARDWARE]);
    expect(await slugs(older.pageId)).toEqual([AGENTIC, HARDWARE]);
    const weighed = await listWeighedEvidence(db.store.read, HARDWARE);
    expect(weighed.find(({ id }) => id === newer.id)).toMatchObject({
      pageId: older.pageId,
      sketch: [1, 2, 3],
    });
    // Its own entry stays what it was, and cannot be logged a second time under the other link.
    expect(await findEvidence(db.store.read, newer.id)).toMatchObject({ url: second, pageId: newer.pageId });
    await expectRefused(db, (tx) => logEvidence(tx, HARDWARE, link({ url: first }), ADA, MOMENT), {
      ...{ kind: "conflict", code: "evidence-exists", current: { id: newer.id } },
    });
    const corrected = value(
      await db.store.write((tx) => correctEvidence(tx, newer.id, { url: first }, null, ADA, MOMENT)),
    );
    expect(corrected.entry).toMatchObject({ url: first, pageId: newer.pageId });
  });

  test("and a third one are all the oldest", async () => {
    const entries = [
      await log(AGENTIC, first, 1),
      await log(HARDWARE, second, 2),
      await log(UNDATED, third, 3),
    ];
    const ids = entries.map(({ pageId }) => pageId);
    // Visited in the order in which they were logged: the first alone, the second is the third, the third the first.
    await visit(db, minutesLater(9), page("A", { finalUrl: first }));
    await visit(db, minutesLater(9), page("A", { finalUrl: third }));
    expect((await dump(db.place)).same_pages).toEqual([
      expect.objectContaining({ page_id: ids[2], same_as_id: ids[1] }),
    ]);
    await visit(db, minutesLater(9), page("A", { finalUrl: first }));
    const { same_pages: same = [] } = await dump(db.place);
    expect(same.map((row) => [row.page_id, row.same_as_id]).toSorted()).toEqual(
      [
        [ids[1], ids[0]],
        [ids[2], ids[0]],
      ].toSorted(),
    );
  });
});

test("a bare link begins a page that is called by its address, and takes what is typed when it is logged", async () => {
  const url = "https://example.org/reports/2026/";
  const start = () => db.store.write((tx) => startPage(tx, url, { now: NOW }));
  const started = await start();
  expect(started).toMatchObject({
    title: "example.org/reports/2026",
    publisher: "example.org",
    publishedOn: null,
  });
  expect(await start()).toEqual(started);
  await visit(db, NOW, page("A", { finalUrl: url }));
  const entry = await log(AGENTIC, "https://example.org/reports/2026");
  expect(entry).toMatchObject({ pageId: started.id, title: "A report", link: { standing: "alive" } });
  expect(await db.store.write((tx) => startPage(tx, url, { now: daysLater(1) }))).toMatchObject({
    title: "A report",
  });
});
