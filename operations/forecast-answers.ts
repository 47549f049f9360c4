import { z } from "zod";
import type { ZonedMoment } from "#db/change/moment.ts";
import { type Weighed, weigh } from "#db/evidence/weigh.ts";
import { type ForecastDetail, findForecast, type RelatedForecast } from "#db/lists/forecast-detail.ts";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { FoundText, Match } from "#db/lists/found.ts";
import type { Reader } from "#db/store.ts";
import { eachOfCriteria, RELATION_KINDS, STANCES, STATUSES } from "#domain/vocabulary.ts";
import * as answer from "./answer-fields.ts";
import { evidence } from "./evidence-answers.ts";
import { standingVerdict, verdict } from "./verdicts.ts";
import { balance, readiness } from "./weighing.ts";

const speaker = answer.shaped(
  (given: ForecastItem["speaker"]) => ({ slug: given.slug, name: answer.nameOf(given) }),
  z.object({ slug: z.string(), name: z.string() }),
);

/** A forecast as a list carries it. */
export const forecastItem = z.object({
  slug: z.string(),
  claim: answer.translated,
  speaker,
  source: z.object({ slug: z.string(), title: z.string(), url: answer.textOrNull }),
  saidOn: answer.calendarDay,
  horizon: answer.words,
  dueFrom: answer.dayOrNull,
  dueBy: answer.dayOrNull,
  graceBy: answer.dayOrNull,
  reviewOn: answer.dayOrNull,
  status: z.enum(STATUSES),
  verdict: standingVerdict.nullable(),
  evidenceCounts: z.object({ supports: z.int(), contradicts: z.int(), context: z.int() }),
});

const marks: z.ZodType<readonly [number, number], readonly [number, number]> = z.tuple([z.int(), z.int()]);

const foundText = answer.shaped(
  ({ place, lang, title, excerpt }: FoundText) => ({
    place,
    lang,
    title: title?.text ?? null,
    text: excerpt?.text ?? null,
    marks: (excerpt?.spans ?? []).map(({ start, end }) => [start, end] as const),
  }),
  z.object({
    place: z.enum(["claim", "quote", "rationale", "source", "speaker", "evidence", "source-text"]),
    lang: answer.language.nullable(),
    title: answer.textOrNull,
    text: answer.textOrNull,
    marks: answer
      .listOf(marks)
      .describe("Where the words are in the text: from one offset to before another."),
  }),
);

/** The same, of a search with where it was found. */
export const foundItem = forecastItem.extend({ found: answer.listOf(foundText).optional() });

/** What a search found, each with the texts that have its words. */
export const foundIn = (items: readonly ForecastItem[], found: ReadonlyMap<string, Match>) =>
  items.map((item) => ({ ...item, found: found.get(item.slug)?.texts ?? [] }));

/** The same with the days on which its dated evidence was published. */
export const timelineItem = forecastItem.extend({
  evidenceDays: answer.listOf(z.object({ on: answer.calendarDay, stance: z.enum(STANCES) })),
});

const relation = answer.shaped(
  ({ kind, direction, slug }: RelatedForecast) => ({ kind, direction, forecast: slug }),
  z.object({ kind: z.enum(RELATION_KINDS), direction: z.enum(["to", "from"]), forecast: z.string() }),
);

const withdrawal = z.object({ at: answer.instant, by: answer.shownName, reason: z.string() });

/** A forecast with what its evidence adds up to. */
export interface WeighedForecast {
  readonly forecast: ForecastDetail;
  readonly weighed: Weighed;
}

/** One forecast with everything that is known of it, save its history. */
export const forecastDetail = answer.shaped(
  ({ forecast, weighed }: WeighedForecast) => ({
    ...forecast,
    ...weighed,
    quote: forecast.quote.words,
    lang: forecast.quote.lang,
  }),
  forecastItem.extend({
    quote: z.string(),
    lang: answer.language,
    negative: z.boolean(),
    section: answer.words,
    confidence: answer.words,
    criteria: z.object(eachOfCriteria(() => answer.translated)),
    relations: answer.listOf(relation),
    tags: answer.listOf(z.string()),
    revision: z.int(),
    recordedAt: answer.instant,
    recordedLate: z.boolean(),
    withdrawal: withdrawal.nullable(),
    evidence: answer.listOf(evidence),
    balance,
    readiness,
    verdicts: answer.listOf(verdict),
  }),
);

/** A forecast as it stands now; undefined when there is none of that slug. */
export async function findWeighed(
  read: Reader,
  slug: string,
  { today, timeZone }: ZonedMoment,
): Promise<WeighedForecast | undefined> {
  const forecast = await findForecast(read, slug, today);
  const weighed = await weigh(read, slug, today, timeZone);
  return forecast && weighed && { forecast, weighed };
}

/** A forecast that was just changed. */
export async function reread(read: Reader, slug: string, moment: ZonedMoment): Promise<WeighedForecast> {
  const found = await findWeighed(read, slug, moment);
  if (found === undefined) throw new Error(`${slug} is gone after it was changed`);
  return found;
}
