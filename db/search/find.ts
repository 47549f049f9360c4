import {
  and,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lt,
  min,
  not,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SearchWords } from "#domain/search/query.ts";
import { isLive } from "../change/status-filter.ts";
import { forecasts, searchEntries } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { COLUMNS, hasExcluded, hasWords, searchWords, type Wanted } from "./words.ts";

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

/** Whether any text is kept of which passages could match. */
async function hasPassages(read: Reader): Promise<boolean> {
  const [row] = await read.select({ first: min(searchEntries.number) }).from(searchEntries);
  return (row?.first ?? 0) < 0;
}

/** The forecasts of sources with a passage that has all the words, by the numbers of their entries. */
function matchesBySource(read: Reader, words: SearchWords) {
  const passages = read
    .select({ number })
    .from(searchWords)
    .where(and(hasWords(read, words, ANYWHERE), lt(number, 0)))
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

async function newestBySource(
  read: Reader,
  { words, filter }: MatchQuery,
  below: SQL | undefined,
  limit: number,
): Promise<readonly Match[]> {
  if (!(await hasPassages(read))) return [];
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
}

/** How many values the cursor of a search by relevance has: the tier and the number of the last match. */
export const MATCH_CURSOR_LENGTH = 2;

/** Whether values are a cursor of `findMatches`. */
export const isMatchCursor = (cursor: readonly string[]): boolean =>
  cursor.length === MATCH_CURSOR_LENGTH &&
  /^[0-3]$/.test(cursor[0] ?? "") &&
  /^\d{1,15}$/.test(cursor[1] ?? "");

interface RankedMatch extends Match {
  readonly tier: number;
}

/**
 * The best of all matches, as many as a page has and at least one more where there are more. Each tier is read together
 * with the better ones, which costs less than to have the index look for those again to leave them out. Most searches
 * find nothing in claims and quotes: that shows at once, and then there is nothing in the claims alone.
 */
async function firstMatches(read: Reader, query: MatchQuery): Promise<readonly RankedMatch[]> {
  const enough = query.limit + 1;
  const found = new Map<string, RankedMatch>();
  const add = (rows: readonly Match[], tier: number) => {
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, { ...row, tier });
  };
  const upTo = (tier: number) =>
    newestOfTier(read, query, { within: COLUMNS.slice(0, tier + 1), butNotIn: [] }, undefined, enough);
  const inClaimOrQuote = await upTo(1);
  if (inClaimOrQuote.length > 0) add(await upTo(0), 0);
  add(inClaimOrQuote, 1);
  if (found.size < enough) add(await upTo(2), 2);
  if (found.size < enough) add(await newestBySource(read, query, undefined, enough - found.size), BY_SOURCE);
  return [...found.values()];
}

/** The matches after the last one of a page, tier by tier. */
async function laterMatches(
  read: Reader,
  query: MatchQuery,
  [first, last]: readonly number[],
): Promise<readonly RankedMatch[]> {
  const found: RankedMatch[] = [];
  for (let tier = first ?? 0; tier <= BY_SOURCE && found.length <= query.limit; tier += 1) {
    const below = tier === first && last !== undefined ? sql`${last}` : undefined;
    const missing = query.limit + 1 - found.length;
    const wanted = TIERS[tier];
    const rows =
      wanted === undefined
        ? await newestBySource(read, query, below, missing)
        : await newestOfTier(read, query, wanted, below, missing);
    found.push(...rows.map((row) => ({ ...row, tier })));
  }
  return found;
}

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
  const found = await (cursor === undefined
    ? firstMatches(read, query)
    : laterMatches(read, query, cursor.map(Number)));
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
  const all = { words, filter: undefined, limit: 0, cursor: undefined };
  return direct + (await newestBySource(read, all, undefined, most + 1 - direct)).length;
}
