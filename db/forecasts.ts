import { and, asc, countDistinct, eq } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import type { Sort } from "../domain/vocabulary.ts";
import { type ForecastFilter, filterCondition, ordering } from "./forecast-filter.ts";
import { type ForecastItem, selectItems, toItems } from "./forecast-item.ts";
import { forecasts, forecastTags, sources, speakers, verdicts } from "./schema.ts";
import { standing } from "./status-filter.ts";
import type { Reader } from "./store.ts";

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor to go on from; null at the end. */
  readonly nextCursor: readonly string[] | null;
}

export interface ForecastQuery {
  readonly filter: ForecastFilter;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: readonly string[];
}

/** One page of the forecasts that pass a filter, in an order that never skips or repeats one between pages. */
export async function listForecasts(
  read: Reader,
  query: ForecastQuery,
  today: Day,
): Promise<Page<ForecastItem>> {
  const { filter, sort, limit, cursor } = query;
  const { orderBy, cursorOf, after } = ordering(sort);
  const rows = await selectItems(read)
    .where(and(filterCondition(read, filter, today), cursor && after(cursor)))
    .orderBy(...orderBy)
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await toItems(read, shown, today),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

/** How many forecasts pass a filter. */
export async function countForecasts(read: Reader, filter: ForecastFilter, today: Day): Promise<number> {
  const [row] = await read
    .select({ forecasts: countDistinct(forecasts.id) })
    .from(forecasts)
    .innerJoin(sources, eq(sources.id, forecasts.sourceId))
    .innerJoin(speakers, eq(speakers.id, forecasts.speakerId))
    .leftJoin(verdicts, standing)
    .where(filterCondition(read, filter, today));
  return row?.forecasts ?? 0;
}

/** Every tag in use, in the order of the alphabet. */
export async function listTags(read: Reader): Promise<readonly string[]> {
  const rows = await read
    .selectDistinct({ tag: forecastTags.tag })
    .from(forecastTags)
    .orderBy(asc(forecastTags.tag));
  return rows.map(({ tag }) => tag);
}
