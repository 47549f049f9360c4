import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { findForecastRow } from "#db/change/forecast-row.ts";
import { notFound } from "#db/change/refusal.ts";
import { giveVerdict as give, listVerdicts as list, withdrawVerdict as withdraw } from "#db/verdicts/give.ts";
import { ok } from "#domain/result.ts";
import { OUTCOMES } from "#domain/vocabulary.ts";
import { bySlug, bySlugAndId } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import { change, read } from "./operation.ts";
import { storedForecast } from "./stored-forecast.ts";

const cites = (ids: unknown) => Array.isArray(ids) && ids.length > 0;

/** What a judge says. */
export const verdictInput = z
  .strictObject({
    outcome: field.oneOf(OUTCOMES).describe("How the forecast turned out."),
    happenedOn: field.dayOrNull.describe("The day in the world; null where the outcome has none."),
    knownOn: field.day.describe("The day on which it could be known."),
    rationale: field.text(10_000).describe("Why it was judged so."),
    evidenceIds: field.ids.describe("The entries of evidence that it rests on."),
    withoutEvidenceReason: field.optionalText(2000).describe("Why it was judged without logged evidence."),
    alreadyJudgeable: field.yesOrNo
      .nullish()
      .transform((said) => said ?? false)
      .describe("It can be judged before its window or its grace has ended."),
    replaces: field.id
      .nullish()
      .transform((given) => given || null)
      .describe("The verdict that the judge saw standing."),
    replacesReason: field.optionalText(2000).describe("Why that one is replaced."),
    revision: field.revision
      .nullish()
      .transform((seen) => seen ?? null)
      .describe("The revision of the forecast that was judged; who names none is not told of changes."),
    by: field.by,
  })
  .refine(
    ({ evidenceIds, withoutEvidenceReason }) =>
      !Array.isArray(evidenceIds) || cites(evidenceIds) || field.isFilled(withoutEvidenceReason),
    field.rule("withoutEvidenceReason", "needs-evidence-or-reason"),
  )
  .refine(
    ({ evidenceIds, withoutEvidenceReason }) =>
      !(cites(evidenceIds) && field.isFilled(withoutEvidenceReason)),
    field.rule("withoutEvidenceReason", "reason-beside-evidence"),
  )
  .refine(
    ({ replaces, replacesReason }) => !field.isFilled(replaces) || field.isFilled(replacesReason),
    field.rule("replacesReason", "required"),
  )
  .refine(
    ({ replaces, replacesReason }) => field.isFilled(replaces) || !field.isFilled(replacesReason),
    field.rule("replacesReason", "needs-replaces"),
  );

const citedText = z.object({
  url: answer.textOrNull,
  title: answer.textOrNull,
  publisher: answer.textOrNull,
  author: answer.textOrNull,
  publishedOn: answer.textOrNull,
  stance: answer.textOrNull,
  strength: answer.textOrNull,
  summary: answer.textOrNull,
  kind: answer.textOrNull,
  criterion: answer.textOrNull,
  archiveUrl: answer.textOrNull,
});

const citation = z.object({
  evidence: z.string(),
  revision: z.int(),
  changedSince: z.boolean(),
  withdrawnSince: z.boolean(),
  asCited: citedText.nullable().describe("As it was when it was cited; null where it still says the same."),
});

/** The standing verdict as an item of a list carries it. */
export const standingVerdict = z.object({
  id: z.string(),
  outcome: z.enum(OUTCOMES),
  happenedOn: answer.dayOrNull,
  knownOn: answer.calendarDay,
  recordedAt: answer.instant,
  by: answer.shownName,
  rationale: z.string(),
  evidenceIds: answer.listOf(z.string()),
  citations: answer.listOf(citation),
  timing: z.object({ kind: z.enum(["early", "on-time", "late", "not-yet", "none"]), days: z.int() }),
});

const ending = z.object({
  kind: z.enum(["replaced", "withdrawn"]),
  at: answer.instant,
  by: answer.shownName,
  reason: z.string(),
});

/** A verdict in full, standing or not. */
export const verdict = standingVerdict.extend({
  withoutEvidenceReason: answer.textOrNull,
  alreadyJudgeable: z.boolean(),
  against: answer
    .listOf(z.string())
    .nullable()
    .describe("The points of the checklist that were not met; null where that was not looked at."),
  ending: ending.nullable().describe("How it ceased to stand; null while it does."),
});

/** What stands in the way of a verdict: another one, or the forecast that was changed while it was judged. */
const inTheWay = z.union([verdict, storedForecast]);

export const listVerdicts = read({
  name: "listVerdicts",
  needs: "anyone",
  address: bySlug,
  input: field.nothing,
  answer: answer.pageOf(verdict),
  run: async (records, { slug }) => {
    if ((await findForecastRow(records, slug)) === undefined) return notFound;
    return ok({ items: await list(records, slug), nextCursor: null });
  },
});

/** Gives a forecast its verdict, or replaces the one that stands. */
export const giveVerdict = change({
  name: "giveVerdict",
  needs: "judge",
  address: bySlug,
  input: verdictInput,
  answer: verdict,
  current: inTheWay,
  run: (tx, { slug }, { by, ...draft }, { moment }) => give(asNamed(tx, by), slug, draft, moment),
});

/** Takes the standing verdict back. */
export const withdrawVerdict = change({
  name: "withdrawVerdict",
  needs: "judge",
  address: bySlugAndId,
  input: z.strictObject({ reason: field.reason, by: field.by }),
  answer: verdict,
  current: verdict,
  run: (tx, { slug, id }, { reason, by }, { moment }) => withdraw(asNamed(tx, by), slug, id, reason, moment),
});
