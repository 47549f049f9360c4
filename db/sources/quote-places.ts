import { and, asc, eq, inArray } from "drizzle-orm";
import { placeOfQuote, type Stretch } from "#domain/sources/transcript.ts";
import type { Language, Translated } from "#domain/vocabulary.ts";
import { readClaims } from "../change/history.ts";
import { isLive } from "../change/status-filter.ts";
import { forecasts, quotePlaces, sourceDocuments, sources } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

/** A forecast of a source, by the words it was taken from. */
export interface QuotedForecast {
  readonly slug: string;
  readonly quote: string;
  readonly claim: Translated;
}

/** The forecasts on record of a source with their quotes; withdrawn ones are left out. */
export async function listSourceQuotes(read: Reader, source: string): Promise<readonly QuotedForecast[]> {
  const rows = await read
    .select({ id: forecasts.id, slug: forecasts.slug, quote: forecasts.quote })
    .from(forecasts)
    .innerJoin(sources, eq(sources.id, forecasts.sourceId))
    .where(and(eq(sources.slug, source), isLive))
    .orderBy(asc(forecasts.slug));
  const claims = await readClaims(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, slug, quote }) => ({
    slug,
    quote,
    claim: claims.get(id) ?? { en: null, "zh-Hant": null },
  }));
}

/** A forecast whose quote is to be found in the text of its source, and where it is said to stand. */
export interface Unplaced {
  readonly forecastId: string;
  readonly place?: Stretch;
}

/** As many as one statement names. */
const AT_ONCE = 500;

/**
 * Finds the quotes of forecasts in the texts of their sources; where one has no text, or not these words, it has no
 * place.
 */
export async function placeQuotes(tx: Writer, unplaced: readonly Unplaced[]): Promise<void> {
  const named = new Map(unplaced.map(({ forecastId, place }) => [forecastId, place]));
  const ids = [...named.keys()];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    await tx.delete(quotePlaces).where(inArray(quotePlaces.forecastId, some));
    const quoted = await tx
      .select({ id: forecasts.id, quote: forecasts.quote, sourceId: forecasts.sourceId })
      .from(forecasts)
      .innerJoin(sourceDocuments, eq(sourceDocuments.sourceId, forecasts.sourceId))
      .where(inArray(forecasts.id, some));
    for (const [sourceId, own] of Map.groupBy(quoted, (row) => row.sourceId)) {
      const [document] = await tx
        .select({ text: sourceDocuments.text })
        .from(sourceDocuments)
        .where(eq(sourceDocuments.sourceId, sourceId));
      const rows = own.flatMap(({ id, quote }) => {
        const place = placeOfQuote(document?.text ?? "", quote, named.get(id));
        return place === null ? [] : [{ forecastId: id, startsAt: place.start, endsAt: place.end }];
      });
      if (rows.length > 0) await tx.insert(quotePlaces).values(rows);
    }
  }
}

/** Where the quote of one forecast stands in its source's text; null where it has no place there. */
export async function findQuotePlace(read: Reader, forecastId: string): Promise<Stretch | null> {
  const [found] = await read
    .select({ start: quotePlaces.startsAt, end: quotePlaces.endsAt })
    .from(quotePlaces)
    .where(eq(quotePlaces.forecastId, forecastId));
  return found ?? null;
}

/** A forecast at its place in a text. */
export interface PlacedForecast extends Stretch {
  readonly slug: string;
  readonly claim: Translated;
  readonly lang: Language;
}

/** The forecasts whose quotes stand in a source's text, in the order of the text; withdrawn ones are left out. */
export async function listQuotePlaces(read: Reader, source: string): Promise<readonly PlacedForecast[]> {
  const rows = await read
    .select({
      id: forecasts.id,
      slug: forecasts.slug,
      lang: forecasts.lang,
      start: quotePlaces.startsAt,
      end: quotePlaces.endsAt,
    })
    .from(quotePlaces)
    .innerJoin(forecasts, eq(forecasts.id, quotePlaces.forecastId))
    .innerJoin(sources, eq(sources.id, forecasts.sourceId))
    .where(and(eq(sources.slug, source), isLive))
    .orderBy(asc(quotePlaces.startsAt), asc(forecasts.slug));
  const claims = await readClaims(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, slug, lang, start, end }) => ({
    slug,
    lang,
    start,
    end,
    claim: claims.get(id) ?? { en: null, "zh-Hant": null },
  }));
}
