import { cache } from "react";
import { newestSeq } from "#db/change/history.ts";
import type { Reader } from "#db/store.ts";
import type { Day } from "#domain/day.ts";

/** How many answers are cached beside one another; the least recently used makes room. */
const MOST_CACHED = 50;
/** Among so many forecasts nobody misses one more for a moment, and counting them all takes its time. */
const MANY = 10_000;
const MOMENT_MS = 5_000;

/** For how long counts over so many forecasts may be served although something has changed, in ms. */
export const staleMsAmong = (forecasts: number): number => (forecasts < MANY ? 0 : MOMENT_MS);

/** Read once a request, where several answers are cached. */
const newestChange = cache(newestSeq);

interface CacheEntry<T> {
  readonly answer: Promise<T>;
  readonly seq: number;
  /** Until when it may be served although something has changed. */
  holdsUntil: number;
}

/**
 * Caches an answer until something changes: every change leaves an entry in the history, so the number of the newest
 * entry tells, also where another process made the change. Requests at the same time share one computation.
 *
 * @param staleMs for counts over everything: for how long an answer may be served although something has changed. Never
 *   cache something derived from such an answer, or it would be served as if it were exact
 */
export function cached<T, Args extends readonly unknown[]>(
  work: (read: Reader, today: Day, ...args: Args) => Promise<T>,
  { staleMs = () => 0 }: { readonly staleMs?: (answer: T) => number } = {},
) {
  const answers = new Map<string, CacheEntry<T>>();

  function begin(key: string, seq: number, answer: Promise<T>): CacheEntry<T> {
    const entry = { answer, seq, holdsUntil: 0 };
    const forget = () => {
      if (answers.get(key) === entry) answers.delete(key);
    };
    answer.then((found) => {
      entry.holdsUntil = performance.now() + staleMs(found);
    }, forget);
    return entry;
  }

  return async (read: Reader, today: Day, ...args: Args): Promise<T> => {
    const seq = await newestChange(read);
    const key = JSON.stringify([today, ...args]);
    const known = answers.get(key);
    const holds = known !== undefined && (known.seq === seq || performance.now() < known.holdsUntil);
    const entry = holds ? known : begin(key, seq, work(read, today, ...args));
    answers.delete(key);
    answers.set(key, entry);
    const [oldest] = answers.keys();
    if (answers.size > MOST_CACHED && oldest !== undefined) answers.delete(oldest);
    return entry.answer;
  };
}
