import { beforeEach, describe, expect, test } from "vitest";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence } from "#db/evidence/log.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { listWeighedEvidence } from "#db/evidence/weigh.ts";
import { findPageOf } from "#db/pages/addresses.ts";
import { findPageRecord, listForecastsOfPage } from "#db/pages/record.ts";
import { askForVisit } from "#db/pages/watches.ts";
import { balanceOf } from "#domain/evidence/balance.ts";
import { dump, seededStore } from "../../support/any-store.ts";
import { AGENTIC, expectRefused, FIRST, HARDWARE, link, UNDATED, value } from "../../support/changes.ts";
import { MOMENT, NOW, TODAY } from "../../support/seeded.ts";
import { minutesLater, page, visit } from "../../support/visits.ts";

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
const _pairsOn = async (slug: string) => {
  const entries = await listWeighedEvidence(db.store.read, slug);
  const kept = entries.filter(({ ledTo }) => ledTo !== null);
  return balanceOf(kept.map((entry) => ({ ...entry, recordedOn: TODAY }))).notIndependent;
};
const pageOf = async (url: string) => (await findPageOf(db.store.read, url))?.id;

describe("two pages that turn out to be one", () => {
  const [first, second, third] = ["https://a.example/1", "https://www.b.example/1", "https://c.example/1"];

  test("count as the one that was logged first, and each is visited as before", async () => {
    const older = await log(AGENTIC, first, 5);
    const newer = await log(HARDWARE, second, 6);
    await log(UNDATED, third, 7);
    await visit(db, minutesLater(10), page("A", forGood("https://a.example/1/moved")));
    await visit(db, minutesLater(10), page("A", forGood("https://a.example/1/moved")));
    expect(await sameAs(newer.pageId)).toBe(older.pageId);
    expect(await sameAs(older.pageId)).toBeNull();
    expect(await pageOf(second)).toBe(newer.pageId);
    const slugs = async (id: string) =>
      (await listForecastsOfPage(db.store.read, id)).map(({ slug }) => slug);
    expect(await slugs(newer.pageId)).toEqual([AGENTIC, HARDWARE]);
    expect(await slugs(older.pageId)).toEqual([AGENTIC, HARDWARE]);
    const weighed = await listWeighedEvidence(db.store.read, HARDWARE);
    expect(weighed.find(({ id }) => id === newer.id)).toMatchObject({
      pageId: older.pageId,
      sketch: [1, 2, 3],
    });
    expect(await findEvidence(db.store.read, newer.id)).toMatchObject({ url: second, pageId: newer.pageId });
    const corrected = value(
      await db.store.write((tx) => correctEvidence(tx, newer.id, { url: first }, FIRST, MOMENT)),
    );
    expect(corrected.entry).toMatchObject({ url: first, pageId: older.pageId });
  });

  test("are two where the first does not lead there any more", async () => {
    const one = await log(AGENTIC, first);
    await visit(db, NOW, page("A", forGood(third)));
    await db.store.write((tx) => askForVisit(tx, { pageId: one.pageId, url: first, dueAt: minutesLater(1) }));
    await visit(db, minutesLater(1), page("B", { finalUrl: first }));
    const other = await log(HARDWARE, second, 10);
    await visit(db, minutesLater(10), page("C", forGood(third)));
    expect(await sameAs(other.pageId)).toBeNull();
    expect((await dump(db.place)).same_pages).toEqual([]);
  });

  test("cannot both be logged on a forecast where they are of one site", async () => {
    const [old, now] = ["https://a.example/old", "https://a.example/now"];
    const { id } = await log(AGENTIC, old);
    await visit(db, NOW, page("A", forGood(now)));
    const refused = { kind: "conflict", code: "evidence-exists", current: { id } };
    await expectRefused(db, (tx) => logEvidence(tx, AGENTIC, link({ url: now }), MOMENT), refused);
    await log(HARDWARE, now);
    await expectRefused(db, (tx) => logEvidence(tx, AGENTIC, link({ url: now }), MOMENT), refused);
    await expectRefused(db, (tx) => logEvidence(tx, HARDWARE, link({ url: old }), MOMENT), {
      ...{ kind: "conflict", code: "evidence-exists", current: { url: now } },
    });
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
    await visit(db, minutesLater(9), page("A", forGood(third)));
    expect((await dump(db.place)).same_pages).toEqual([
      expect.objectContaining({ page_id: ids[2], same_as_id: ids[1] }),
    ]);
    await visit(db, minutesLater(9), page("A", forGood(first)));
    const { same_pages: same = [] } = await dump(db.place);
    expect(same.map((row) => [row.page_id, row.same_as_id]).toSorted()).toEqual(
      [
        [ids[1], ids[0]],
        [ids[2], ids[0]],
      ].toSorted(),
    );
  });
});
