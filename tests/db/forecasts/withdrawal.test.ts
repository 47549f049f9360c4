import { beforeEach, expect, test } from "vitest";
import { listHistory } from "#db/change/history.ts";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { changeForecast } from "#db/forecasts/change.ts";
import { setReview } from "#db/forecasts/reviews.ts";
import { restoreForecast, withdrawForecast } from "#db/forecasts/withdraw.ts";
import { type Counts, countByFilter, type FilterCounts } from "#db/lists/filter-counts.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { countForecasts, listForecasts } from "#db/lists/forecasts.ts";
import { countQueue, QUEUE_SECTIONS, readQueue } from "#db/lists/queue.ts";
import { findSource } from "#db/lists/sources.ts";
import { findSpeaker } from "#db/lists/speakers.ts";
import { countByMonth, readTimeline } from "#db/lists/timeline.ts";
import type { Writer } from "#db/store.ts";
import { giveVerdict, withdrawVerdict } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { type Held, seededStore } from "../../support/any-store.ts";
import {
  AGENTIC,
  change,
  expectRefused,
  FIRST,
  HARDWARE,
  judgement,
  link,
  UNDATED,
  value,
} from "../../support/changes.ts";
import { SOURCE } from "../../support/forecast-drafts.ts";
import { MOMENT, NOW, TODAY } from "../../support/seeded.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const LATELY = new Date(NOW.getTime() - 86_400_000);
const withdraw = (slug: string) => (tx: Writer) => withdrawForecast(tx, slug, "Not a forecast.", MOMENT);
const restore = (slug: string) => (tx: Writer) => restoreForecast(tx, slug, "It is one.", MOMENT);
const find = (slug: string) => findForecast(db.store.read, slug, TODAY);

/** How many stances there is evidence of, on the forecasts that are withdrawn here. */
const stancesOf: { readonly [slug: string]: number } = { [AGENTIC]: 2, [HARDWARE]: 2 };
const sumOf = (counts: Counts | null) => Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);

/** Everything that lists or counts, as far as a withdrawal shows in it. */
async function everywhere() {
  const { read } = db.store;
  const all = { filter: {}, sort: "due", limit: 100 } as const;
  const { items } = await listForecasts(read, all, TODAY);
  const queue = await readQueue(read, TODAY, LATELY);
  const queued = await countQueue(read, TODAY, LATELY);
  const counts = await countByFilter(read, TODAY, {});
  const months = await countByMonth(read, TODAY, {}, { from: day("2020-01-01"), to: day("2040-01-01") });
  const standing = [
    (await findSource(read, SOURCE, TODAY))?.standing,
    (await findSpeaker(read, "tri-dao", TODAY))?.standing,
  ];
  return {
    list: items.map(({ slug }) => slug),
    counted: await countForecasts(read, {}, TODAY),
    timeline: (await readTimeline(read, all, TODAY)).items.map(({ slug }) => slug),
    months: months.reduce((sum, { forecasts }) => sum + forecasts, 0),
    queued: QUEUE_SECTIONS.flatMap((section) => queue[section].map(({ slug }) => slug)),
    totals: Object.values(queued.totals).reduce((sum, total) => sum + total, 0),
    statuses: Object.values(queued.counts).reduce((sum, total) => sum + total, 0),
    standing: standing.map((one) => one?.forecasts),
    late: standing.map((one) => one?.recordedLate.forecasts),
    searched: await countForecasts(read, { q: "tri dao" }, TODAY, 100),
    searchedAmong: await countForecasts(read, { q: "tri dao", speaker: "tri-dao" }, TODAY, 100),
    found: (await listForecasts(read, { ...all, filter: { q: "tri dao" }, sort: "relevance" }, TODAY)).items
      .length,
    filters: ["status", "speaker", "stance"].map((choice) => sumOf(counts[choice as keyof FilterCounts])),
  };
}

test("a withdrawn forecast leaves every list and count, and comes back into all of them", async () => {
  for (const slug of [AGENTIC, HARDWARE]) {
    const draft = judgement({ outcome: "true", happenedOn: day("2026-08-01"), knownOn: day("2026-08-01") });
    if (slug === HARDWARE) await db.store.write((tx) => giveVerdict(tx, slug, draft, MOMENT));
    const before = await everywhere();
    expect(before.queued).toContain(slug);
    await db.store.write(withdraw(slug));
    const without = <T>(slugs: readonly T[]) => slugs.filter((one) => one !== slug);
    const less = (counts: readonly (number | undefined)[]) => counts.map((count = 0) => count - 1);
    expect(await everywhere()).toEqual({
      ...{ list: without(before.list), counted: before.counted - 1, timeline: without(before.timeline) },
      ...{ months: before.months - 1, queued: without(before.queued), totals: before.totals - 1 },
      ...{ statuses: before.statuses - 1, standing: less(before.standing), late: less(before.late) },
      ...{ searched: before.searched - 1, searchedAmong: before.searchedAmong - 1, found: before.found - 1 },
      filters: before.filters.map((sum, place) => sum - (place === 2 ? (stancesOf[slug] ?? 0) : 1)),
    });
    await db.store.write(restore(slug));
    expect(await everywhere()).toEqual(before);
  }
});

test("its page and history stay, and say when, by whom and why", async () => {
  const { entries, touched } = await change(db, withdraw(AGENTIC));
  expect(entries).toMatchObject([{ action: "forecast-withdrawn", by: "Ada", reason: "Not a forecast." }]);
  expect(touched).toEqual(["forecasts", "history"]);
  expect(await find(AGENTIC)).toMatchObject({
    isWithdrawn: true,
    withdrawal: { at: NOW, by: "Ada", reason: "Not a forecast." },
  });
  const restored = await change(db, restore(AGENTIC));
  expect(restored.entries).toMatchObject([{ action: "forecast-restored", reason: "It is one." }]);
  expect(await find(AGENTIC)).toMatchObject({ isWithdrawn: false, withdrawal: null, revision: 2 });
  const { items } = await listHistory(db.store.read, { forecast: AGENTIC, limit: 2 });
  expect(items.map(({ action }) => action)).toEqual(["forecast-restored", "forecast-withdrawn"]);
});

test("a forecast that relates to it says that it is withdrawn", async () => {
  await db.store.write(withdraw("kernel-2x"));
  const { relations = [] } = (await find("inference-10x-1y")) ?? {};
  const withdrawn = relations.filter(({ isWithdrawn }) => isWithdrawn).map(({ slug }) => slug);
  expect(withdrawn).toEqual(["kernel-2x"]);
});

test("nothing is added to it or changed, and neither step is taken twice", async () => {
  const gone = { kind: "conflict", code: "forecast-withdrawn" };
  await expectRefused(db, restore(AGENTIC), { kind: "conflict", code: "forecast-not-withdrawn" });
  const { entry } = value(await db.store.write((tx) => logEvidence(tx, AGENTIC, link(), MOMENT)));
  const { id } = value(await db.store.write((tx) => giveVerdict(tx, AGENTIC, judgement(), MOMENT)));
  for (const slug of [AGENTIC, UNDATED]) value(await db.store.write(withdraw(slug)));
  await expectRefused(db, withdraw(AGENTIC), gone);
  await expectRefused(db, (tx) => logEvidence(tx, AGENTIC, link(), MOMENT), gone);
  await expectRefused(db, (tx) => giveVerdict(tx, AGENTIC, judgement(), MOMENT), gone);
  await expectRefused(db, (tx) => withdrawVerdict(tx, AGENTIC, id, "R", MOMENT), gone);
  await expectRefused(db, (tx) => correctEvidence(tx, entry.id, { summary: "S" }, FIRST, MOMENT), gone);
  await expectRefused(db, (tx) => withdrawEvidence(tx, entry.id, "R", MOMENT), gone);
  const review = { reviewOn: day("2027-01-01"), note: "N" };
  await expectRefused(db, (tx) => setReview(tx, UNDATED, review, MOMENT), gone);
  const basis = { revision: 1, reason: "R" };
  await expectRefused(db, (tx) => changeForecast(tx, AGENTIC, { quote: "Q" }, basis, MOMENT), gone);
  await expectRefused(db, withdraw("none"), { kind: "not-found" });
  await expectRefused(db, restore("none"), { kind: "not-found" });
});
