import { beforeEach, describe, expect, test } from "vitest";
import { logEvidence } from "#db/evidence/log.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { listWeighedEvidence } from "#db/evidence/weigh.ts";
import { findPageOf } from "#db/pages/addresses.ts";
import { startPage } from "#db/pages/pages.ts";
import { findPageRecord } from "#db/pages/record.ts";
import { askForAllVisits } from "#db/pages/watches.ts";
import { balanceOf } from "#domain/evidence/balance.ts";
import { sketchOf } from "#domain/pages/sketch.ts";
import { connectTo, dump, seededStore } from "../../support/any-store.ts";
import { AGENTIC, expectRefused, HARDWARE, link, value } from "../../support/changes.ts";
import { MOMENT, NOW, TODAY } from "../../support/seeded.ts";
import { daysLater, minutesLater, page, visit } from "../../support/visits.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const log = async (slug: string, url: string, minute = 0) => {
  const moment = { ...MOMENT, now: minutesLater(minute) };
  const logged = await db.store.write((tx) =>
    logEvidence(tx, slug, link({ url }), moment, { visitAt: moment.now }),
  );
  return value(logged).entry;
};
/** Led there by the site's word that it is for good. */
const forGood = (finalUrl: string) => ({ finalUrl, redirects: [{ url: finalUrl, status: 301 }] });
const sameAs = async (pageId: string) => (await findPageRecord(db.store.read, pageId))?.sameAsId;
/** What of a forecast's evidence is not independent: the seed's has no copies, and is left out. */
const pairsOn = async (slug: string) => {
  const entries = await listWeighedEvidence(db.store.read, slug);
  const kept = entries.filter(({ ledTo }) => ledTo !== null);
  return balanceOf(kept.map((entry) => ({ ...entry, recordedOn: TODAY }))).notIndependent;
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

  test("the one that a link redirects to for good", async () => {
    const { pageId } = await log(AGENTIC, short);
    await visit(db, NOW, page("A", forGood(article)));
    // It has a page of its own all the same, which is visited by its own address.
    const again = await log(HARDWARE, article);
    expect(again.pageId).not.toBe(pageId);
    expect(await findPageRecord(db.store.read, again.pageId)).toMatchObject({
      ...{ sameAsId: pageId, visited: { url: article } },
    });
    expect(await pageOf(`${article}?utm_source=x`)).toBe(again.pageId);
  });

  test("the one that it calls itself by, where that was read and says the same", async () => {
    const listed = await log(AGENTIC, `${article}?page=all`);
    const finalUrl = "https://m.news.example.org/a/1?page=all";
    await visit(db, NOW, page("A", { finalUrl, canonical: article }));
    expect(await pageOf(article)).toBeUndefined();
    const named = await log(HARDWARE, article, 1);
    await visit(db, minutesLater(1), page("A", { finalUrl: article }));
    for (const _ of [listed, named])
      await visit(db, daysLater(31), (url) =>
        page("A", url === article ? { finalUrl: article } : { finalUrl, canonical: article }),
      );
    expect(await sameAs(named.pageId)).toBe(listed.pageId);
  });

  test.each([
    ["says something else", article, "B"],
    ["is of another site", "https://other.example/a/1", "A"],
  ])("but not the one that it calls itself by where that %s", async (_what, canonical, words) => {
    const named = await log(HARDWARE, canonical);
    await visit(db, NOW, page(words, { finalUrl: canonical }));
    const other = await log(AGENTIC, `${article}?page=all`, 1);
    await visit(
      db,
      minutesLater(1),
      page("A", { finalUrl: `${article}?page=all`, canonical, sketch: [7, 8, 9] }),
    );
    expect([await sameAs(named.pageId), await sameAs(other.pageId)]).toEqual([null, null]);
  });

  test.each([
    ["redirected to", forGood("https://news.example.org/")],
    ["named by the page", { finalUrl: article, canonical: "https://news.example.org" }],
  ])("but not the first page of a site, %s", async (_how, changes) => {
    const { pageId } = await log(AGENTIC, article);
    await visit(db, NOW, page("A", changes));
    const first = await log(HARDWARE, "https://news.example.org/", 1);
    await visit(db, minutesLater(1), page("A", { finalUrl: first.url }));
    expect([await sameAs(pageId), await sameAs(first.pageId)]).toEqual([null, null]);
  });
});

describe("nobody's redirect stands for another page:", () => {
  const [a, b] = ["https://wall.example/a", "https://wall.example/b"];
  const login = "https://wall.example/login";

  test.each([
    ["for now to a log-in", [302]],
    ["for good, then for now", [301, 302]],
    ["for good to where the site leads all that it took down", [301]],
  ])(
    "two of one site, led %s, are two pages, and both can be logged on a forecast",
    async (_how, statuses) => {
      const [first, second] = [await log(AGENTIC, a, 0), await log(HARDWARE, b, 1)];
      const redirects = statuses.map((status) => ({ url: a, status }));
      for (const at of [1, 1])
        await visit(db, minutesLater(at), page("Log in", { finalUrl: login, redirects }));
      expect([await sameAs(first.pageId), await sameAs(second.pageId)]).toEqual([null, null]);
      const again = await log(AGENTIC, b, 2);
      expect(again.pageId).toBe(second.pageId);
      expect(await pairsOn(AGENTIC)).toEqual([{ id: again.id, of: first.id, reason: "same-address" }]);
    },
  );

  test("two that led to one page for now may be the same, and are pointed out as that, whatever each says", async () => {
    const article = "https://news.example.org/a/1";
    const direct = await log(AGENTIC, article);
    await visit(db, NOW, page("A", { finalUrl: `${article}?utm_source=x`, sketch: [1, 2, 3] }));
    const short = await log(AGENTIC, "https://short.example/x", 1);
    const redirects = [{ url: short.url, status: 302 }];
    await visit(db, minutesLater(1), page("B", { finalUrl: article, redirects, sketch: [7, 8, 9] }));
    expect([await sameAs(direct.pageId), await sameAs(short.pageId)]).toEqual([null, null]);
    expect(await pairsOn(AGENTIC)).toEqual([{ id: short.id, of: direct.id, reason: "same-address" }]);
  });

  test("two at different addresses that say the same, in other bytes, are pointed out as a reprint", async () => {
    const text = Array.from({ length: 200 }, (_none, at) => `word${at}`).join(" ");
    const ids: string[] = [];
    for (const [at, host] of ["one", "two"].entries()) {
      const { id, url } = await log(AGENTIC, `https://${host}.example/`, at);
      const found = page(`${text} ${host}`, { finalUrl: url, sketch: sketchOf(text) });
      await visit(db, minutesLater(at), { ...found, reading: found.reading && { ...found.reading, text } });
      ids.push(id);
    }
    expect(await pairsOn(AGENTIC)).toEqual([{ id: ids[1], of: ids[0], reason: "reprint" }]);
  });

  test("what one leads to is visited by its own address, and is not changed by what the other says later", async () => {
    const [evil, victim] = ["https://evil.example/x", "https://victim.example/report"];
    const trap = await log(AGENTIC, evil);
    await visit(db, NOW, page("What it says", forGood(victim)));
    // Not refused on the same forecast either: the redirect is the other site's word only.
    const honest = await log(AGENTIC, victim, 1);
    await visit(db, minutesLater(1), (url) => {
      expect(url).toBe(victim);
      return page("What it says", { finalUrl: victim });
    });
    await db.store.write((tx) => askForAllVisits(tx, { dueAt: daysLater(1) }));
    for (const _ of [evil, victim])
      await visit(db, daysLater(1), (url) =>
        page(url === evil ? "The very opposite" : "What it says", { finalUrl: url }),
      );
    expect((await findEvidence(db.store.read, trap.id))?.link).toMatchObject({ standing: "changed" });
    expect((await findEvidence(db.store.read, honest.id))?.link).toMatchObject({ standing: "alive" });
  });

  test("merged by an older version: a page's entry stays readable, and its link gets its page when it is logged", async () => {
    const merged = await log(AGENTIC, a);
    const raw = await connectTo(db.place);
    await raw.run("insert into page_addresses (link_key, page_id) values ('wall.example/b', $1)", [
      merged.pageId,
    ]);
    await raw.run("update evidence set url = $1 where id = $2", [b, merged.id]);
    expect(await findEvidence(db.store.read, merged.id)).toMatchObject({ url: b, pageId: merged.pageId });
    await expectRefused(db, (tx) => logEvidence(tx, AGENTIC, link({ url: b }), MOMENT), {
      ...{ kind: "conflict", code: "evidence-exists", current: { id: merged.id } },
    });
    const own = await log(HARDWARE, b, 1);
    expect(own.pageId).not.toBe(merged.pageId);
    expect(await sameAs(own.pageId)).toBeNull();
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
