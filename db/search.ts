import { and, count, desc, eq, gt, gte, inArray, lt, not, notExists, or, type SQL, sql } from "drizzle-orm";
import type { SearchWords } from "../domain/search-query.ts";
import { forecasts, searchEntries } from "./schema.ts";
import { COLUMNS, hasExcluded, hasWords, searchWords, type Wanted } from "./search-words.ts";
import { isLive } from "./status-filter.ts";
import type { Reader } from "./store.ts";

/**
 * Where a search that is narrowed further, or put into another order, stops looking: at so many of the matches, the
 * newest ones. One that is neither is read as far as the reader turns its pages.
 */
export const MOST_MATCHES = 5_000;

/** How well a forecast fits, the best first: all words in the claim, in the claim and the quote, in all its texts. */
const TIERS: readonly Wanted[] = COLUMNS.map((_, place) => ({
  within: COLUMNS.slice(0, place + 1),
  butNotIn: COLUMNS.slice(0, place),
}));
const ANYWHERE: Wanted = { within: COLUMNS, butNotIn: [] };
/** After all of them: only the text of its source has the words. */
const BY_SOURCE = TIERS.length;

const { number } = searchWords;
/** The numbers of forecasts are above zero, those of passages below. */
const isForecast = gt(number, 0);

const newestMatches = (read: Reader, words: SearchWords, most: number) =>
  read
    .select({ number })
    .from(searchWords)
    .where(and(hasWords(read, words, ANYWHERE), isForecast))
    .orderBy(desc(number))
    .limit(most);

/** The forecasts of sources with a passage that has all the words, by the numbers of their entries. */
function matchesBySource(read: Reader, words: SearchWords) {
  const anyPassage = sql`(select min(${searchEntries.number}) from ${searchEntries}) < 0`;
  const passages = read
    .select({ number })
    .from(searchWords)
    .where(and(anyPassage, hasWords(read, words, ANYWHERE), lt(number, 0)))
    .limit(MOST_MATCHES);
  const found = read
    .select({ id: searchEntries.sourceId })
    .from(searchEntries)
    .where(inArray(searchEntries.number, passages));
  const own = sql`select 1 from ${searchWords} where ${number} = ${searchEntries.number}`;
  const excluded = hasExcluded(read, words);
  return and(
    inArray(
      searchEntries.forecastId,
      read.select({ id: forecasts.id }).from(forecasts).where(inArray(forecasts.sourceId, found)),
    ),
    excluded && not(sql`exists (${own} and ${excluded})`),
  );
}

/** Whether a forecast is among the newest that match, by its own texts or by that of its source. */
export function amongMatches(read: Reader, words: SearchWords): SQL | undefined {
  if (words.all.length === 0) return sql`1 = 0`;
  const id = searchEntries.forecastId;
  const entries = () => read.select({ id }).from(searchEntries);
  const own = entries().where(inArray(searchEntries.number, newestMatches(read, words, MOST_MATCHES)));
  const bySource = entries().where(matchesBySource(read, words)).limit(MOST_MATCHES);
  return or(inArray(forecasts.id, own), inArray(forecasts.id, bySource));
}

/** Whether more forecasts match than are looked at where a search is narrowed or sorted. */
export async function hasMoreMatches(read: Reader, words: SearchWords): Promise<boolean> {
  if (words.all.length === 0) return false;
  const beyond = await newestMatches(read, words, 1).offset(MOST_MATCHES);
  return beyond.length > 0;
}

/** A forecast that matches. */
interface Match {
  readonly id: string;
  readonly number: number;
}

export interface MatchQuery {
  readonly words: SearchWords;
  /** What the forecasts have to pass besides; undefined when nothing. */
  readonly filter: SQL | undefined;
  readonly limit: number;
  readonly cursor: readonly string[] | undefined;
}

const columns = { id: forecasts.id, number: searchEntries.number };

/** The newest of one tier. The index of words gives them in their order, so that it stops when there are enough. */
const newestOfTier = (
  read: Reader,
  { words, filter }: MatchQuery,
  wanted: Wanted,
  below: SQL | undefined,
  limit: number,
): PromiseLike<readonly Match[]> => {
  const oldest = newestMatches(read, words, 1).offset(MOST_MATCHES - 1);
  return (
    read
      .select(columns)
      .from(searchWords)
      // Said with "cross", SQLite begins with the words, which come in order; PostgreSQL finds that by itself.
      .crossJoin(searchEntries)
      .crossJoin(forecasts)
      .where(
        and(
          eq(searchEntries.number, number),
          eq(forecasts.id, searchEntries.forecastId),
          hasWords(read, words, wanted),
          isForecast,
          below && sql`${number} < ${below}`,
          filter && gte(number, sql`coalesce((${oldest}), 0)`),
          filter,
        ),
      )
      .orderBy(desc(number))
      .limit(limit)
  );
};

const newestBySource = (
  read: Reader,
  { words, filter }: MatchQuery,
  below: SQL | undefined,
  limit: number,
): PromiseLike<readonly Match[]> => {
  const own = read
    .select({ one: sql`1` })
    .from(searchWords)
    .where(and(eq(number, searchEntries.number), hasWords(read, words, ANYWHERE)));
  return read
    .select(columns)
    .from(searchEntries)
    .innerJoin(forecasts, eq(forecasts.id, searchEntries.forecastId))
    .where(
      and(
        isLive,
        matchesBySource(read, words),
        notExists(own),
        below && sql`${searchEntries.number} < ${below}`,
        filter,
      ),
    )
    .orderBy(desc(searchEntries.number))
    .limit(limit);
};

/** How many values the cursor of a search by relevance has: the tier and the number of the last match. */
export const MATCH_CURSOR_LENGTH = 2;

/** Whether values are a cursor of `findMatches`. */
export const isMatchCursor = (cursor: readonly string[]): boolean =>
  cursor.length === MATCH_CURSOR_LENGTH &&
  /^[0-3]$/.test(cursor[0] ?? "") &&
  /^\d{1,15}$/.test(cursor[1] ?? "");

/**
 * The forecasts that match a search, the best first: by what of their texts has all the words, then the newest first,
 * and those after them whose source has the words. The same on both engines.
 */
export async function findMatches(
  read: Reader,
  query: MatchQuery,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: readonly string[] | null }> {
  const { words, limit, cursor } = query;
  if (words.all.length === 0) return { ids: [], nextCursor: null };
  const [first, last] = (cursor ?? ["0"]).map(Number);
  const found: (Match & { readonly tier: number })[] = [];
  for (let tier = first ?? 0; tier <= BY_SOURCE && found.length <= limit; tier += 1) {
    const below = tier === first && last !== undefined ? sql`${last}` : undefined;
    const missing = limit + 1 - found.length;
    const wanted = TIERS[tier];
    if (wanted === undefined) {
      const rows = await newestBySource(read, query, below, missing);
      found.push(...rows.map((row) => ({ ...row, tier })));
    } else if (cursor === undefined) {
      // All of the better tiers are in hand. To read past them costs less than to have the index look for them again.
      const known = new Set(found.map(({ id }) => id));
      const rows = await newestOfTier(read, query, { ...wanted, butNotIn: [] }, below, limit + 1);
      const more = rows.filter(({ id }) => !known.has(id)).slice(0, missing);
      found.push(...more.map((row) => ({ ...row, tier })));
    } else {
      const rows = await newestOfTier(read, query, wanted, below, missing);
      found.push(...rows.map((row) => ({ ...row, tier })));
    }
  }
  const shown = found.slice(0, limit);
  const end = shown.at(-1);
  return {
    ids: shown.map(({ id }) => id),
    nextCursor: found.length > limit && end !== undefined ? [String(end.tier), String(end.number)] : null,
  };
}

/** How many forecasts match, where nothing else narrows the search. @param most where counting stops */
export async function countMatches(read: Reader, words: SearchWords, most: number): Promise<number> {
  if (words.all.length === 0) return 0;
  const own = newestMatches(read, words, most + 1).as("own");
  const [row] = await read.select({ matches: count() }).from(own);
  const direct = row?.matches ?? 0;
  if (direct > most) return direct;
  const bySource = newestBySource(
    read,
    { words, filter: undefined, limit: 0, cursor: undefined },
    undefined,
    most + 1 - direct,
  );
  return direct + (await bySource).length;
}
