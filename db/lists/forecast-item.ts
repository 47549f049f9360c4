import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { statusOf } from "#domain/forecasts/status.ts";
import { areInQuote } from "#domain/sources/quoted-words.ts";
import type { Language, Stance, Status, Translated } from "#domain/vocabulary.ts";
import type { DueWindow } from "#domain/window.ts";
import { standing } from "../change/status-filter.ts";
import { translated } from "../change/translated.ts";
import { readCitations } from "../forecasts/citations.ts";
import { toVerdict, type VerdictRecord, verdictColumns } from "../forecasts/verdict-record.ts";
import {
  evidence,
  forecasts,
  forecastTexts,
  sources,
  speakers,
  speakerTexts,
  verdicts,
} from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** Words of the source in its language, with our note beside them. */
export interface Words {
  readonly words: string | null;
  readonly lang: Language;
  readonly note: Translated;
}

/** The words for the time, and whether they stand in the quote: those that do not are not shown as quoted. */
export interface HorizonWords extends Words {
  readonly isQuoted: boolean;
}

export type EvidenceCounts = { readonly [S in Stance]: number };

/** A forecast as a list shows it. */
export interface ForecastItem extends DueWindow {
  readonly slug: string;
  readonly claim: Translated;
  readonly speaker: { readonly slug: string; readonly name: Translated };
  readonly source: {
    readonly slug: string;
    readonly title: string;
    readonly lang: Language;
    readonly url: string | null;
  };
  readonly saidOn: Day;
  readonly horizon: HorizonWords;
  readonly negative: boolean;
  readonly reviewOn: Day | null;
  readonly status: Status;
  readonly verdict: VerdictRecord | null;
  readonly evidenceCounts: EvidenceCounts;
  /** It stands in no list then. */
  readonly isWithdrawn: boolean;
}

/** What `toItems` needs of each row; selected from `forecasts` with source, speaker and standing verdict. */
const itemColumns = {
  id: forecasts.id,
  slug: forecasts.slug,
  lang: forecasts.lang,
  quote: forecasts.quote,
  horizon: forecasts.horizon,
  negative: forecasts.negative,
  saidOn: forecasts.saidOn,
  dueFrom: forecasts.dueFrom,
  dueBy: forecasts.dueBy,
  graceBy: forecasts.graceBy,
  reviewOn: forecasts.reviewOn,
  withdrawnAt: forecasts.withdrawnAt,
  speakerId: speakers.id,
  speakerSlug: speakers.slug,
  source: { slug: sources.slug, title: sources.title, lang: sources.titleLang, url: sources.url },
  verdict: verdictColumns,
};

export interface ItemRow extends DueWindow {
  readonly id: string;
  readonly slug: string;
  readonly lang: Language;
  readonly quote: string;
  readonly horizon: string | null;
  readonly negative: boolean;
  readonly saidOn: Day;
  readonly reviewOn: Day | null;
  readonly withdrawnAt: Date | null;
  readonly speakerId: string;
  readonly speakerSlug: string;
  readonly source: ForecastItem["source"];
  readonly verdict: typeof verdicts.$inferSelect | null;
}

/** The names of some speakers, in every language they have one in. */
export async function readNames(
  read: Reader,
  speakerIds: readonly string[],
): Promise<Map<string, Translated>> {
  const rows = await read
    .select({ id: speakerTexts.speakerId, lang: speakerTexts.lang, name: speakerTexts.name })
    .from(speakerTexts)
    .where(inArray(speakerTexts.speakerId, [...new Set(speakerIds)]));
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, names]) => [id, translated(names, ({ name }) => name)]));
}

async function readCounts(read: Reader, ids: readonly string[]): Promise<Map<string, EvidenceCounts>> {
  const rows = await read
    .select({ id: evidence.forecastId, stance: evidence.stance, entries: count() })
    .from(evidence)
    .where(and(inArray(evidence.forecastId, [...ids]), isNull(evidence.withdrawnAt)))
    .groupBy(evidence.forecastId, evidence.stance);
  const byId = Map.groupBy(rows, ({ id }) => id);
  const of = (id: string, stance: Stance) => byId.get(id)?.find((row) => row.stance === stance)?.entries ?? 0;
  return new Map(
    [...byId.keys()].map((id) => [
      id,
      { supports: of(id, "supports"), contradicts: of(id, "contradicts"), context: of(id, "context") },
    ]),
  );
}

const NONE: EvidenceCounts = { supports: 0, contradicts: 0, context: 0 };
const NOWHERE: Translated = { en: null, "zh-Hant": null };

/** Completes selected rows with their texts, counts and verdicts: four statements, however many rows. */
export async function toItems(read: Reader, rows: readonly ItemRow[], today: Day): Promise<ForecastItem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const texts = await read
    .select({
      id: forecastTexts.forecastId,
      lang: forecastTexts.lang,
      claim: forecastTexts.claim,
      horizonNote: forecastTexts.horizonNote,
    })
    .from(forecastTexts)
    .where(inArray(forecastTexts.forecastId, ids))
    .orderBy(asc(forecastTexts.lang));
  const textsById = Map.groupBy(texts, ({ id }) => id);
  const names = await readNames(
    read,
    rows.map(({ speakerId }) => speakerId),
  );
  const counts = await readCounts(read, ids);
  const citations = await readCitations(
    read,
    rows.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.id])),
  );
  return rows.map((row) => {
    const own = textsById.get(row.id) ?? [];
    const { slug, saidOn, dueFrom, dueBy, graceBy, reviewOn, negative, source, verdict } = row;
    return {
      slug,
      claim: translated(own, ({ claim }) => claim),
      speaker: { slug: row.speakerSlug, name: names.get(row.speakerId) ?? NOWHERE },
      source,
      saidOn,
      horizon: {
        words: row.horizon,
        isQuoted: row.horizon === null || areInQuote(row.horizon, row.quote),
        lang: row.lang,
        note: translated(own, ({ horizonNote }) => horizonNote),
      },
      dueFrom,
      dueBy,
      graceBy,
      negative,
      reviewOn,
      status: statusOf({ dueFrom, dueBy, graceBy, reviewOn, resolved: verdict !== null }, today),
      verdict: verdict === null ? null : toVerdict(row, verdict, citations.get(verdict.id) ?? []),
      evidenceCounts: counts.get(row.id) ?? NONE,
      isWithdrawn: row.withdrawnAt !== null,
    };
  });
}

/** Every forecast with its source, speaker and standing verdict, to be narrowed and ordered. */
export const selectItems = (read: Reader) =>
  read
    .select(itemColumns)
    .from(forecasts)
    .innerJoin(sources, eq(sources.id, forecasts.sourceId))
    .innerJoin(speakers, eq(speakers.id, forecasts.speakerId))
    .leftJoin(verdicts, standing)
    .$dynamic();

/** The forecasts of some ids, complete, in the order of the ids: five statements, however many they are. */
export async function readItems(read: Reader, ids: readonly string[], today: Day): Promise<ForecastItem[]> {
  if (ids.length === 0) return [];
  const found = await selectItems(read).where(inArray(forecasts.id, [...ids]));
  const rows = new Map(found.map((row) => [row.id, row]));
  return toItems(
    read,
    ids.flatMap((id) => rows.get(id) ?? []),
    today,
  );
}

/** One forecast as a list shows it, or undefined when there is none of that slug. */
export async function findItem(read: Reader, slug: string, today: Day): Promise<ForecastItem | undefined> {
  const [item] = await toItems(read, await selectItems(read).where(eq(forecasts.slug, slug)), today);
  return item;
}
