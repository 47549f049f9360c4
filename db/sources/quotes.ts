import { and, asc, eq } from "drizzle-orm";
import type { Translated } from "../../domain/vocabulary.ts";
import { readClaims } from "../change/history.ts";
import { isLive } from "../change/status-filter.ts";
import { forecasts, sources } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

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
