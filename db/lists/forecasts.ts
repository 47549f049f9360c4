import { and, count, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { parseSearch } from "#domain/search/query.ts";
import type { SearchSort } from "#domain/vocabulary.ts";
import { forecasts, forecastTags } from "../schema/tables.ts";
import { countMatches, findMatches } from "../search/find.ts";
import type { Reader } from "../store.ts";
import { type ForecastFilter, filterCondition, narrowing, ordering } from "./forecast-filter.ts";
import { type ForecastItem, readItems } from "./forecast-item.ts";

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor to go on from; null at the end. */
  readonly nextCursor: readonly string[] | null;
}

export interface ForecastQuery {
  readonly filter: ForecastFilter;
  /** `relevance` is for a filter with `q`. */
  readonly sort: SearchSort;
  readonly limit: number;
  readonly cursor?: readonly string[];
}

async function listMatches(
  read: Reader,
  { filter: { q = "", ...rest }, limit, cursor }: ForecastQuery,
  today: Day,
): Promise<Page<ForecastItem>> {
  const filter = narrowing(read, rest, today, true);
  const { ids, nextCursor } = await findMatches(read, { words: parseSearch(q), filter, limit, cursor });
  return { items: await readItems(read, ids, today), nextCursor };
}

/**
 * One page of the forecasts that pass a filter, in an order that never skips or repeats one between pages. The page is
 * found first and completed then, so that only what is shown is joined.
 */
export async function listForecasts(
  read: Reader,
  query: ForecastQuery,
  today: Day,
): Promise<Page<ForecastItem>> {
  const { filter, sort, limit, cursor } = query;
  if (sort === "relevance") return listMatches(read, query, today);
  const { orderBy, cursorOf, after, stretch } = ordering(sort);
  const { id, slug, saidOn, dueFrom, dueBy } = forecasts;
  const rows = await read
    .select({ id, slug, saidOn, dueFrom, dueBy })
    .from(forecasts)
    .where(and(filterCondition(read, filter, today), stretch(filter, today), cursor && after(cursor)))
    .orderBy(...orderBy)
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await readItems(
      read,
      shown.map((row) => row.id),
      today,
    ),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

/** How many forecasts pass a filter. @param most where counting stops: one more than this says that there are more */
export async function countForecasts(
  read: Reader,
  filter: ForecastFilter,
  today: Day,
  most?: number,
): Promise<number> {
  const { q, ...rest } = filter;
  if (q !== undefined && most !== undefined && narrowing(read, rest, today) === undefined) {
    return countMatches(read, parseSearch(q), most);
  }
  const found = read
    .select({ slug: forecasts.slug })
    .from(forecasts)
    .where(filterCondition(read, filter, today))
    .$dynamic();
  const counted = most === undefined ? found : found.limit(most + 1);
  const [row] = await read.select({ forecasts: count() }).from(counted.as("found"));
  return row?.forecasts ?? 0;
}

/** Every tag in use, in the order of the alphabet: from each to the next, past the many rows that have it. */
export async function listTags(read: Reader): Promise<readonly string[]> {
  const { tag } = forecastTags;
  const next = sql`select min(${tag}) from ${forecastTags} where ${tag} > used.tag`;
  const used = sql`(with recursive used(tag) as (
    select min(${tag}) from ${forecastTags} union all select (${next}) from used where used.tag is not null
  ) select tag from used where tag is not null) as used`;
  const rows = await read.select({ tag: sql<string>`used.tag` }).from(used).orderBy(sql`used.tag`);
  return rows.map((row) => row.tag);
}
