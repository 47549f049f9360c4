import { z } from "zod";
import { notFound } from "#db/change/refusal.ts";
import { weigh } from "#db/evidence/weigh.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import type { Balance, BalanceStep } from "#domain/evidence/balance.ts";
import { SIDES } from "#domain/evidence/balance.ts";
import type { Dependence } from "#domain/evidence/independence.ts";
import { DEPENDENCES } from "#domain/evidence/independence.ts";
import { type OddsStep, oddsOf } from "#domain/evidence/odds.ts";
import { statedConfidence } from "#domain/forecasts/stated-confidence.ts";
import { ok } from "#domain/result.ts";
import { READINESS_CRITERIA } from "#domain/verdicts/readiness.ts";
import { STRENGTHS } from "#domain/vocabulary.ts";
import { bySlug } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import { oddsQuestion } from "./odds-question.ts";
import { read } from "./operation.ts";

const byStrength = z.object({ weak: z.int(), moderate: z.int(), strong: z.int() });

const dependence = answer.shaped(
  ({ id, of, reason }: Dependence) => ({ evidence: id, of, reason }),
  z.object({ evidence: z.string(), of: z.string(), reason: z.enum(DEPENDENCES) }),
);

const balanceStep = answer.shaped(
  ({ entries, ...step }: BalanceStep) => ({ ...step, evidenceIds: entries.map(({ id }) => id) }),
  z.object({
    on: answer.calendarDay,
    supports: z.number(),
    contradicts: z.number(),
    evidenceIds: answer.listOf(z.string()),
  }),
);

/** What the evidence on a forecast adds up to. */
export const balance = z.object({
  counts: z.object({ supports: byStrength, contradicts: byStrength, context: byStrength }),
  kinds: z.object({
    primary: z.int(),
    secondary: z.int(),
    maker: z.int(),
    opinion: z.int(),
    unsaid: z.int(),
  }),
  publishersFor: z.int(),
  publishersAgainst: z.int(),
  notIndependent: answer.listOf(dependence),
  steps: answer.listOf(balanceStep),
}) satisfies z.ZodType<unknown, Balance>;

const isMet = z.boolean();
const readinessPoint = z.discriminatedUnion("code", [
  z.object({
    code: z.literal("two-publishers"),
    isMet,
    publishersFor: z.int(),
    publishersAgainst: z.int(),
  }),
  z.object({
    code: z.literal("dated-from-end"),
    isMet,
    from: answer.calendarDay,
    is: z.enum(["window-end", "window-start", "said"]),
    isAhead: z.boolean(),
  }),
  z.object({
    code: z.enum(["true-if", "partly-if", "false-if"]),
    isMet,
    criterion: z.enum(READINESS_CRITERIA),
    entries: z.int(),
  }),
  z.object({ code: z.literal("strong-answered"), isMet, unanswered: answer.listOf(z.string()) }),
]);

/** The checklist before a verdict. */
export const readiness = answer.listOf(readinessPoint);

const ratios = z.object({ weak: z.number(), moderate: z.number(), strong: z.number() });

const oddsStep = answer.shaped(
  ({ id, ...step }: OddsStep) => ({ ...step, evidence: id }),
  z.object({
    evidence: z.string(),
    stance: z.enum(SIDES),
    strength: z.enum(STRENGTHS),
    ratio: z.number(),
    share: z.number(),
    factor: z.number(),
  }),
);

/** What the logged evidence would say, factor by factor. No verdict, and nobody's estimate. */
export const readOdds = read({
  name: "readOdds",
  needs: "anyone",
  address: bySlug,
  input: oddsQuestion,
  answer: z.object({
    forecast: z.string(),
    start: z.number(),
    statedConfidence: z
      .number()
      .nullable()
      .describe("What the speaker said in numbers, in percent, to start from; null where they did not."),
    ratios,
    steps: answer.listOf(oddsStep),
    startOdds: z.number(),
    factorFor: z.number(),
    factorAgainst: z.number(),
    probability: z.number(),
  }),
  run: async (records, { slug }, question, { moment: { today, timeZone } }) => {
    const forecast = await findForecast(records, slug, today);
    const weighed = await weigh(records, slug, today, timeZone);
    if (forecast === undefined || weighed === undefined) return notFound;
    const stated = statedConfidence(forecast.confidence.words);
    return ok({ forecast: forecast.slug, statedConfidence: stated, ...oddsOf(weighed.entries, question) });
  },
});
