import { beforeEach, describe, expect, test } from "vitest";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import type { EvidenceDraft } from "#db/evidence/record.ts";
import { changeForecast, type ForecastPatch } from "#db/forecasts/change.ts";
import { setReview } from "#db/forecasts/reviews.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import { restoreForecast, withdrawForecast } from "#db/forecasts/withdraw.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import type { Writer } from "#db/store.ts";
import { giveVerdict, listVerdicts, type VerdictDraft } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { seededStore } from "../../support/any-store.ts";
import {
  AGENTIC,
  change,
  expectRefused,
  HARDWARE,
  judgement,
  link,
  UNDATED,
  value,
} from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const give =
  (draft: VerdictDraft, slug = AGENTIC) =>
  (tx: Writer) =>
    giveVerdict(tx, slug, draft, MOMENT);

const given = async (draft = judgement()): Promise<VerdictRecord> => value(await db.store.write(give(draft)));
const statusNow = async (slug = AGENTIC) => (await findForecast(db.store.read, slug, MOMENT.today))?.status;
const log = async (slug: string, draft: EvidenceDraft) =>
  value(await db.store.write((tx) => logEvidence(tx, slug, draft, MOMENT))).entry.id;

/** What the history keeps of a judgement. */
const kept = ({
  outcome,
  happenedOn,
  knownOn,
  rationale,
  evidenceIds,
  withoutEvidenceReason,
  alreadyJudgeable,
}: VerdictDraft) => ({
  ...{ outcome, happenedOn, knownOn, rationale, evidenceIds, withoutEvidenceReason, alreadyJudgeable },
});

describe("giving a verdict", () => {
  test("stores it with what it cites and one history entry, and resolves the forecast", async () => {
    expect(await statusNow()).toBe("due");
    const evidenceIds = [
      await log(AGENTIC, link()),
      await log(AGENTIC, link({ url: "https://example.org/2" })),
    ];
    const draft = judgement({ evidenceIds: evidenceIds.toSorted(), withoutEvidenceReason: null });
    const { answer, entries, touched } = await change(db, give(draft));
    const verdict = value(answer);
    const timing = { kind: "none", days: 0 };
    expect(verdict).toMatchObject({ ...kept(draft), recordedAt: NOW, by: "Ada", ending: null, timing });
    expect(entries).toEqual([
      {
        ...{ action: "verdict-given", by: "Ada", reason: null, subject: verdict.id },
        ...{ before: null, after: { ...kept(draft), against: verdict.against } },
      },
    ]);
    expect(touched).toEqual(["citations", "history", "verdicts"]);
    expect(await listVerdicts(db.store.read, AGENTIC)).toEqual([verdict]);
    expect(await statusNow()).toBe("resolved");
  });

  test("keeps what of the checklist was not met at that moment, and says so in the history", async () => {
    const { answer, entries } = await change(db, give(judgement()));
    const { id, against } = value(answer);
    expect(against).toEqual(["dated-from-end", "partly-if"]);
    expect(entries).toEqual([expect.objectContaining({ after: { ...kept(judgement()), against } })]);
    // An entry that speaks to the criterion, of a day after the end, is on record by the next verdict.
    await log(AGENTIC, link({ criterion: "partlyIf" }));
    const again = value(await db.store.write(give(judgement({ replaces: id, replacesReason: "R" }))));
    expect(again.against).toEqual([]);
    expect((await listVerdicts(db.store.read, AGENTIC))[0]?.against).toEqual(against);
  });

  test("works out its timing from the day it happened", async () => {
    const draft = judgement({ outcome: "true", happenedOn: day("2026-10-01"), knownOn: day("2026-10-02") });
    expect((await given(draft)).timing).toEqual({ kind: "late", days: 21 });
  });

  test("cites each entry once, however often it is named", async () => {
    const id = await log(AGENTIC, link());
    const draft = judgement({ evidenceIds: [id, id], withoutEvidenceReason: null });
    const { answer, entries } = await change(db, give(draft));
    expect(value(answer).evidenceIds).toEqual([id]);
    expect(entries).toMatchObject([{ after: { evidenceIds: [id] } }]);
  });

  test.each([
    ["a day that the outcome needs is missing", { outcome: "true" }, "happenedOn", "happened-required"],
    ["a day lies ahead", { knownOn: day("2026-11-24") }, "knownOn", "known-in-future"],
    ["nothing has happened yet and may still", { outcome: "false" }, "alreadyJudgeable", "not-yet-judgeable"],
    [
      "it cites evidence that there is not",
      { evidenceIds: ["nowhere"] },
      "evidenceIds",
      "evidence-not-of-forecast",
    ],
  ] as const)("is refused when %s", async (_when, changes, field, code) => {
    const faults = [{ field, code }];
    await expectRefused(db, give(judgement(changes)), { kind: "invalid", faults });
  });

  test("is refused with every fault at once", async () => {
    const draft = judgement({ outcome: "true", knownOn: day("2026-11-24"), evidenceIds: ["nowhere"] });
    const faults = [{ field: "happenedOn" }, { field: "knownOn" }, { field: "evidenceIds" }];
    await expectRefused(db, give(draft), { kind: "invalid", faults });
  });

  test("is refused when it cites another forecast's evidence, or an entry that was withdrawn", async () => {
    const elsewhere = await log(HARDWARE, link());
    const own = await log(AGENTIC, link());
    const faults = (code: string) => ({ kind: "invalid", faults: [{ field: "evidenceIds", code }] });
    const both = judgement({ evidenceIds: [own, elsewhere] });
    await expectRefused(db, give(both), faults("evidence-not-of-forecast"));
    await db.store.write((tx) => withdrawEvidence(tx, own, "no", MOMENT));
    await expectRefused(db, give(judgement({ evidenceIds: [own] })), faults("evidence-withdrawn"));
  });

  describe("on a revision that the judge names", () => {
    const changing = (patch: ForecastPatch, revision: number) => (tx: Writer) =>
      changeForecast(tx, AGENTIC, patch, { revision, reason: "R" }, MOMENT);
    const restated = { claim: { en: "Put otherwise" } };

    test.each<[string, ForecastPatch]>([
      ["claim", restated],
      ["window", { graceBy: day("2026-12-20") }],
      ["criteria", { criteria: { falseIf: { en: "Nothing of it." } } }],
    ])("is refused when the %s is another since, with the forecast as it is now", async (_what, patch) => {
      value(await db.store.write(changing(patch, 0)));
      const refusal = { kind: "conflict", code: "changed-while-judged", current: { revision: 1 } };
      await expectRefused(db, give(judgement({ revision: 0 })), refusal);
      await given(judgement({ revision: 1 }));
    });

    test("is refused however much else came after the change, and however often it was judged", async () => {
      value(await db.store.write(changing(restated, 0)));
      await db.store.write(changing({ tags: ["other"] }, 1));
      await db.store.write((tx) => withdrawForecast(tx, AGENTIC, "R", MOMENT));
      await db.store.write((tx) => restoreForecast(tx, AGENTIC, "R", MOMENT));
      await db.store.write((tx) => logEvidence(tx, AGENTIC, link(), MOMENT));
      const { id } = await given(judgement({ revision: 1 }));
      const replacing = { replaces: id, replacesReason: "R" };
      const refusal = { kind: "conflict", code: "changed-while-judged", current: { revision: 4 } };
      await expectRefused(db, give(judgement({ ...replacing, revision: 0 })), refusal);
      await given(judgement({ ...replacing, revision: 1 }));
    });

    test("is refused for a revision that is yet to come", async () => {
      await expectRefused(db, give(judgement({ revision: 1 })), { code: "changed-while-judged" });
    });

    test("is let through when nothing that it is held to was changed, and when none is named", async () => {
      await db.store.write(changing({ tags: ["other"] }, 0));
      await db.store.write((tx) => withdrawForecast(tx, AGENTIC, "R", MOMENT));
      await db.store.write((tx) => restoreForecast(tx, AGENTIC, "R", MOMENT));
      const { id } = await given(judgement({ revision: 0 }));
      value(await db.store.write(changing(restated, 3)));
      await given(judgement({ replaces: id, replacesReason: "R" }));
    });

    test("a look at an undated forecast changes nothing that it is held to", async () => {
      const reviewOn = day("2027-05-01");
      await db.store.write((tx) => setReview(tx, UNDATED, { reviewOn, note: "N" }, MOMENT));
      expect((await findForecast(db.store.read, UNDATED, MOMENT.today))?.revision).toBe(1);
      value(await db.store.write(give(judgement({ revision: 0 }), UNDATED)));
    });
  });

  test("is refused for a forecast that there is not", async () => {
    await expectRefused(db, give(judgement(), "no-such-forecast"), { kind: "not-found" });
  });

  test("stands when an entry it cites is withdrawn later, and still cites it", async () => {
    const id = await log(AGENTIC, link());
    const verdict = await given(judgement({ evidenceIds: [id], withoutEvidenceReason: null }));
    await db.store.write((tx) => withdrawEvidence(tx, id, "no", MOMENT));
    const [now] = await listVerdicts(db.store.read, AGENTIC);
    expect(now).toEqual({ ...verdict, citations: [expect.objectContaining({ evidence: id, revision: 1 })] });
  });
});
