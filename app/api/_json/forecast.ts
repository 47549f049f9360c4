import { type Weighed, weigh } from "#db/evidence/weigh.ts";
import {
  type ForecastDetail,
  findForecast,
  type RelatedForecast,
  type Withdrawal,
} from "#db/lists/forecast-detail.ts";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { Match } from "#db/lists/found.ts";
import type { TimelineItem } from "#db/lists/timeline.ts";
import type { ApiRequest } from "../../_request/api/handler.ts";
import { evidenceJson } from "./evidence.ts";
import { standingVerdictJson, verdictJson } from "./verdict.ts";
import { weighedJson } from "./weighing.ts";
import { nameJson, shownName, translatedJson, wordsJson } from "./words.ts";

/** A forecast that was just changed, as it stands now. */
export async function forecastNow({ store, moment }: Pick<ApiRequest, "store" | "moment">, slug: string) {
  const forecast = await findForecast(store.read, slug, moment.today);
  const weighed = await weigh(store.read, slug, moment.today, moment.timeZone);
  if (forecast === undefined || weighed === undefined)
    throw new Error(`${slug} is gone after it was changed`);
  return forecastJson(forecast, weighed);
}

/** Where a forecast is read and changed. */
export const forecastAddress = (slug: string) => `/api/v1/forecasts/${encodeURIComponent(slug)}`;

/** A forecast as a list carries it. */
export const itemJson = ({ speaker, source, verdict, evidenceCounts, ...item }: ForecastItem) => ({
  slug: item.slug,
  claim: translatedJson(item.claim),
  speaker: { slug: speaker.slug, name: nameJson(speaker.name, speaker.slug) },
  source: { slug: source.slug, title: source.title, url: source.url },
  saidOn: item.saidOn,
  horizon: wordsJson(item.horizon),
  dueFrom: item.dueFrom,
  dueBy: item.dueBy,
  graceBy: item.graceBy,
  reviewOn: item.reviewOn,
  status: item.status,
  verdict: verdict === null ? null : standingVerdictJson(verdict),
  evidenceCounts: {
    supports: evidenceCounts.supports,
    contradicts: evidenceCounts.contradicts,
    context: evidenceCounts.context,
  },
});

/**
 * The same with where a search found it: each text with the places of the words in it, from one offset to before
 * another.
 */
export const foundItemJson = (item: ForecastItem, found: ReadonlyMap<string, Match>) => ({
  ...itemJson(item),
  found: (found.get(item.slug)?.texts ?? []).map(({ place, lang, title, excerpt }) => ({
    place,
    lang,
    title: title?.text ?? null,
    text: excerpt?.text ?? null,
    marks: (excerpt?.spans ?? []).map(({ start, end }) => [start, end]),
  })),
});

/** The same with the days on which its dated evidence was published. */
export const timelineItemJson = (item: TimelineItem) => ({
  ...itemJson(item),
  evidenceDays: item.evidenceDays.map(({ on, stance }) => ({ on, stance })),
});

const criteriaJson = (criteria: ForecastDetail["criteria"]) => ({
  trueIf: translatedJson(criteria.trueIf),
  partlyIf: translatedJson(criteria.partlyIf),
  falseIf: translatedJson(criteria.falseIf),
  cannotBeJudgedIf: translatedJson(criteria.cannotBeJudgedIf),
  whereToLook: translatedJson(criteria.whereToLook),
  finePrint: translatedJson(criteria.finePrint),
});

const relationJson = ({ kind, direction, slug }: RelatedForecast) => ({ kind, direction, forecast: slug });

const withdrawalJson = ({ at, by, reason }: Withdrawal) => ({
  at: at.toISOString(),
  by: shownName(by),
  reason,
});

/** One forecast with everything that is known of it, save its history. */
export const forecastJson = (forecast: ForecastDetail, weighed: Weighed) => ({
  ...itemJson(forecast),
  quote: forecast.quote.words,
  lang: forecast.quote.lang,
  negative: forecast.negative,
  section: wordsJson(forecast.section),
  confidence: wordsJson(forecast.confidence),
  criteria: criteriaJson(forecast.criteria),
  relations: forecast.relations.map(relationJson),
  tags: forecast.tags,
  revision: forecast.revision,
  recordedAt: forecast.recordedAt.toISOString(),
  recordedLate: forecast.recordedLate,
  withdrawal: forecast.withdrawal === null ? null : withdrawalJson(forecast.withdrawal),
  evidence: forecast.evidence.map(evidenceJson),
  ...weighedJson(weighed),
  verdicts: forecast.verdicts.map(verdictJson),
});
