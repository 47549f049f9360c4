import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Stretch } from "#domain/sources/transcript.ts";
import {
  type Criterion,
  eachOfCriteria,
  type RelationKind,
  type Status,
  type Translated,
} from "#domain/vocabulary.ts";
import { type DueWindow, isRecordedLate } from "#domain/window.ts";
import { shownName } from "../change/actor-row.ts";
import { translated } from "../change/translated.ts";
import { type EvidenceRecord, listEvidence } from "../evidence/record.ts";
import { listReviews, type ReviewRecord } from "../forecasts/reviews.ts";
import type { VerdictRecord } from "../forecasts/verdict-record.ts";
import { forecasts, forecastTags, forecastTexts, relations } from "../schema/tables.ts";
import { findQuotePlace } from "../sources/quote-places.ts";
import type { Reader } from "../store.ts";
import { listVerdicts } from "../verdicts/give.ts";
import { type ForecastItem, selectItems, toItems, type Words } from "./forecast-item.ts";

/** Another forecast, and how this one relates to it: `to` when this one is the subject, `from` when the other is. */
export interface RelatedForecast {
  readonly kind: RelationKind;
  readonly direction: "to" | "from";
  readonly slug: string;
  readonly claim: Translated;
  readonly window: DueWindow;
  readonly status: Status;
  readonly verdict: VerdictRecord | null;
  readonly isWithdrawn: boolean;
}

/** When, by whom and why a forecast was withdrawn. */
export interface Withdrawal {
  readonly at: Date;
  readonly by: string | null;
  readonly reason: string;
}

/** A forecast with everything that is known of it, save its history. */
export interface ForecastDetail extends ForecastItem {
  readonly quote: { readonly words: string; readonly lang: Words["lang"] };
  /** Where the quote stands in the text that is kept with its source; null where it has no place there. */
  readonly place: Stretch | null;
  readonly attributionNote: Translated;
  readonly section: Words;
  readonly confidence: Words;
  readonly criteria: { readonly [C in Criterion]: Translated };
  readonly tags: readonly string[];
  readonly relations: readonly RelatedForecast[];
  readonly evidence: readonly EvidenceRecord[];
  /** Every verdict in the order given; at most the last one stands. */
  readonly verdicts: readonly VerdictRecord[];
  readonly reviews: readonly ReviewRecord[];
  /** How often it was changed: whoever changes it names the one they saw. */
  readonly revision: number;
  readonly recordedAt: Date;
  /** It was put on record after its window had opened. */
  readonly recordedLate: boolean;
  /** Null while it stands in the lists. */
  readonly withdrawal: Withdrawal | null;
}

async function readRelations(read: Reader, id: string, today: Day): Promise<readonly RelatedForecast[]> {
  const links = await read
    .select()
    .from(relations)
    .where(or(eq(relations.fromId, id), eq(relations.toId, id)))
    .orderBy(asc(relations.kind));
  const others = links.map(({ fromId, toId }) => (fromId === id ? toId : fromId));
  const rows = others.length === 0 ? [] : await selectItems(read).where(inArray(forecasts.id, others));
  const items = await toItems(read, rows, today);
  const itemOf = new Map(rows.map((row, place) => [row.id, items[place]]));
  return links.flatMap(({ fromId, toId, kind }) => {
    const direction = fromId === id ? "to" : "from";
    const item = itemOf.get(direction === "to" ? toId : fromId);
    if (item === undefined) return [];
    const { slug, claim, status, verdict, isWithdrawn, dueFrom, dueBy, graceBy } = item;
    const window = { dueFrom, dueBy, graceBy };
    return [{ kind, direction, slug, claim, window, status, verdict, isWithdrawn }];
  });
}

const readTags = async (read: Reader, id: string): Promise<readonly string[]> => {
  const rows = await read
    .select({ tag: forecastTags.tag })
    .from(forecastTags)
    .where(eq(forecastTags.forecastId, id))
    .orderBy(asc(forecastTags.tag));
  return rows.map(({ tag }) => tag);
};

/** One forecast, or undefined when there is none of that slug. */
export async function findForecast(
  read: Reader,
  slug: string,
  today: Day,
): Promise<ForecastDetail | undefined> {
  const [found] = await read
    .select({ row: forecasts, withdrawnBy: shownName(forecasts.withdrawnBy) })
    .from(forecasts)
    .where(eq(forecasts.slug, slug));
  if (found === undefined) return undefined;
  const { row, withdrawnBy } = found;
  const [item] = await toItems(read, await selectItems(read).where(and(eq(forecasts.id, row.id))), today);
  if (item === undefined) return undefined;
  const texts = await read.select().from(forecastTexts).where(eq(forecastTexts.forecastId, row.id));
  const words = (verbatim: string | null, note: Translated): Words => ({
    words: verbatim,
    lang: row.lang,
    note,
  });
  const criterion = (name: Criterion) => translated(texts, (text) => text[name]);
  return {
    ...item,
    quote: { words: row.quote, lang: row.lang },
    place: await findQuotePlace(read, row.id),
    attributionNote: translated(texts, ({ attributionNote }) => attributionNote),
    section: words(
      row.section,
      translated(texts, ({ sectionNote }) => sectionNote),
    ),
    confidence: words(
      row.confidence,
      translated(texts, ({ confidenceNote }) => confidenceNote),
    ),
    criteria: eachOfCriteria(criterion),
    tags: await readTags(read, row.id),
    relations: await readRelations(read, row.id, today),
    evidence: await listEvidence(read, slug),
    verdicts: await listVerdicts(read, slug),
    reviews: await listReviews(read, slug),
    revision: row.revision,
    recordedAt: row.recordedAt,
    recordedLate: isRecordedLate(row.recordedOn, row.dueFrom),
    withdrawal:
      row.withdrawnAt === null || row.withdrawalReason === null
        ? null
        : { at: row.withdrawnAt, by: withdrawnBy, reason: row.withdrawalReason },
  };
}
