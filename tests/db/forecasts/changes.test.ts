import { beforeEach, describe, expect, test } from "vitest";
import { logEvidence } from "#db/evidence/log.ts";
import { changeForecast, type ForecastPatch } from "#db/forecasts/change.ts";
import { createForecast } from "#db/forecasts/create.ts";
import { listForecastChanges } from "#db/forecasts/list-changes.ts";
import { setReview } from "#db/forecasts/reviews.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import type { Writer } from "#db/store.ts";
import { giveVerdict } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { type Held, seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, expectRefused, judgement, link, UNDATED, value } from "../../support/changes.ts";
import { aDraft, aSource } from "../../support/forecast-drafts.ts";
import { MOMENT, TODAY } from "../../support/seeded.ts";

let db: Held;
let slug: string;
beforeEach(async () => {
  db = await seededStore();
  slug = value(await db.store.write((tx) => createForecast(tx, aDraft(), MOMENT))).slug;
});

interface Basis {
  readonly revision?: number;
  readonly reason?: string | null;
  readonly of?: string;
}
const altered =
  (patch: ForecastPatch, { revision = 0, reason = null, of = slug }: Basis = {}) =>
  (tx: Writer) =>
    changeForecast(tx, of, patch, { revision, reason }, MOMENT);
const find = async (of = slug) => {
  const found = await findForecast(db.store.read, of, TODAY);
  if (found === undefined) throw new Error(`${of} is not on record`);
  return found;
};
const OTHER_QUOTE = "Robots fold all of it within two years.";
const faulty = (field: string, code: string) => ({ kind: "invalid", faults: [{ field, code }] });

describe("changing a forecast", () => {
  test("changes what is given and nothing else, and the history says what it was", async () => {
    const before = await find();
    const patch = { claim: { en: "Robots fold laundry." }, tags: ["homes"], confidence: "I am sure" };
    const { answer, entries, touched } = await change(db, altered(patch));
    expect(value(answer)).toEqual({ slug, changed: true });
    expect(await find()).toEqual({
      ...before,
      claim: { en: "Robots fold laundry.", "zh-Hant": null },
      ...{ tags: ["homes"], confidence: { ...before.confidence, words: "I am sure" }, revision: 1 },
    });
    expect(entries).toMatchObject([
      {
        ...{ action: "forecast-changed", by: "Ada", reason: null },
        before: { "claim.en": before.claim.en, tags: ["robots"], confidence: null },
        after: { "claim.en": "Robots fold laundry.", tags: ["homes"], confidence: "I am sure" },
      },
    ]);
    expect(touched).toEqual(["forecast_tags", "forecast_texts", "forecasts", "history"]);
  });

  test("of the words for the time, or of the day said, moves the window with them", async () => {
    await db.store.write(altered({ horizon: "within three years", quote: "Within three years, I think." }));
    expect(await find()).toMatchObject({ dueFrom: "2026-11-01", dueBy: "2029-11-01" });
    await db.store.write(altered({ saidOn: day("2026-10-01") }, { revision: 1 }));
    expect(await find()).toMatchObject({ dueFrom: "2026-10-01", dueBy: "2029-10-01" });
  });

  test("a chosen window stays where it is, and one day of it can be moved alone", async () => {
    const horizonNote = { en: "He says so." };
    await db.store.write(altered({ dueBy: day("2027-06-30"), horizonNote }));
    await db.store.write(altered({ horizon: "within three years" }, { revision: 1 }));
    expect(await find()).toMatchObject({ dueFrom: "2026-11-01", dueBy: "2027-06-30" });
    await db.store.write(altered({ dueFrom: day("2027-01-01") }, { revision: 2 }));
    expect(await find()).toMatchObject({ dueFrom: "2027-01-01", dueBy: "2027-06-30" });
    await db.store.write(altered({ dueFrom: null, dueBy: null }, { revision: 3 }));
    expect(await find()).toMatchObject({ dueFrom: "2026-11-01", dueBy: "2029-11-01" });
  });

  test("can bring a new source, and take relations away", async () => {
    await db.store.write(altered({ relations: [{ kind: "follows", to: AGENTIC }] }));
    await db.store.write(altered({ relations: [], source: aSource }, { revision: 1 }));
    expect(await find()).toMatchObject({ relations: [], source: { slug: "robots-at-home" } });
  });

  test("of nothing leaves no trace", async () => {
    const { answer, touched } = await change(db, altered({ quote: aDraft().quote, tags: ["robots"] }));
    expect(value(answer)).toEqual({ slug, changed: false });
    expect(touched).toEqual([]);
  });

  test("is refused when somebody was faster, with how it stands now", async () => {
    await db.store.write(altered({ quote: `Theirs. ${OTHER_QUOTE}` }));
    const current = { slug, revision: 1, draft: { quote: `Theirs. ${OTHER_QUOTE}` } };
    await expectRefused(db, altered({ quote: "Mine." }), {
      ...{ kind: "conflict", code: "forecast-changed", current },
    });
  });

  test("a review that was set meanwhile counts as a change of it", async () => {
    const { revision } = await find(UNDATED);
    const draft = { reviewOn: day("2027-01-01"), note: "Later." };
    await db.store.write((tx) => setReview(tx, UNDATED, draft, MOMENT));
    const late = altered({ quote: "Mine." }, { revision, reason: "R", of: UNDATED });
    await expectRefused(db, late, { kind: "conflict", code: "forecast-changed" });
  });

  test.each<[string, ForecastPatch, string, string]>([
    ["no claim left", { claim: { en: null } }, "claim", "claim-needed"],
    ["words without a time", { horizon: "when pigs fly" }, "horizon", "horizon-unread"],
    ["another window without a note", { undated: true }, "horizonNote", "overruling-needs-note"],
    [
      "a grace without an end",
      { horizon: "soon", quote: "Soon.", graceBy: day("2030-01-01") },
      "graceBy",
      "grace-without-end",
    ],
  ])("is refused for %s", async (_, patch, field, code) => {
    await expectRefused(db, altered(patch), faulty(field, code));
  });

  test("is refused for a relation to itself, or where there is no such forecast", async () => {
    const itself = await db.store
      .write(async (tx) => {
        const result = await altered({ relations: [{ kind: "related", to: slug }] })(tx);
        throw result;
      })
      .catch((result: unknown) => result);
    expect(itself).toMatchObject({ ok: false, error: faulty("relations", "relates-to-itself") });
    await expectRefused(db, altered({ quote: OTHER_QUOTE }, { of: "none" }), { kind: "not-found" });
  });
});

describe("once somebody has worked on it", () => {
  const REASON = "The source was misquoted.";

  test("evidence asks for a reason, withdrawn or not", async () => {
    await db.store.write((tx) => logEvidence(tx, slug, link(), MOMENT));
    await expectRefused(db, altered({ quote: OTHER_QUOTE }), faulty("reason", "reason-needed"));
    const { entries } = await change(db, altered({ quote: OTHER_QUOTE }, { reason: REASON }));
    expect(entries).toMatchObject([{ action: "forecast-changed", reason: REASON }]);
  });

  test("so does a verdict; one whose days would read differently refuses the change", async () => {
    const draft = judgement({ outcome: "true", happenedOn: day("2026-11-10"), knownOn: day("2026-11-10") });
    await db.store.write((tx) => giveVerdict(tx, slug, draft, MOMENT));
    await expectRefused(db, altered({ quote: OTHER_QUOTE }), faulty("reason", "reason-needed"));
    const would = { kind: "conflict", code: "verdict-would-change", current: { outcome: "true" } };
    const opensLater = { dueFrom: day("2026-11-20"), horizonNote: { en: "N" } };
    await expectRefused(db, altered(opensLater, { reason: REASON }), would);
    await expectRefused(db, altered({ negative: true, horizonNote: { en: "N" } }, { reason: REASON }), would);
    const { entries } = await change(
      db,
      altered({ horizon: "within five years", quote: "Within five years." }, { reason: REASON }),
    );
    expect(entries).toHaveLength(1);
  });
});

test("changes of claim, window and criteria are told for ever, the newest first; others are not", async () => {
  await db.store.write(altered({ claim: { en: "One." } }));
  await db.store.write(altered({ tags: ["other"] }, { revision: 1 }));
  await db.store.write(
    altered(
      { horizon: "within a year", quote: "Within a year." },
      { revision: 2, reason: "It was misheard." },
    ),
  );
  await db.store.write(altered({ criteria: { falseIf: { "zh-Hant": "沒有" } } }, { revision: 3 }));
  expect(await listForecastChanges(db.store.read, slug)).toMatchObject([
    { before: { "falseIf.zh-Hant": null }, after: { "falseIf.zh-Hant": "沒有" }, by: "Ada" },
    {
      reason: "It was misheard.",
      before: { horizon: "within two years", dueBy: "2028-11-01" },
      after: { horizon: "within a year", dueBy: "2027-11-01" },
    },
    { before: { "claim.en": aDraft().claim.en }, after: { "claim.en": "One." } },
  ]);
});
