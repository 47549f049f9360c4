import { cache } from "react";
import { newestSeq } from "../../../db/change/history.ts";
import type { Reader } from "../../../db/store.ts";
import type { Day } from "../../../domain/day.ts";

/** How many answers are kept beside one another; the one asked for longest ago makes room. */
const MOST_KEPT = 100;
/** Among so many forecasts nobody misses one more for a moment, and counting them all takes its time. */
const MANY = 10_000;
const MOMENT_MS = 5_000;

/** How long counts over so many forecasts may serve, whatever has changed meanwhile. */
export const lagAmong = (forecasts: number): number => (forecasts < MANY ? 0 : MOMENT_MS);

/** Asked for once a request, where several answers are kept. */
const newestChange = cache(newestSeq);

interface Kept<T> {
  readonly answer: Promise<T>;
  readonly seq: number;
  /** Until when it serves whatever has changed. */
  holdsUntil: number;
}

/**
 * Keeps an answer until something changes: every change leaves an entry in the history, so one look at the newest
 * entry tells, also where another process made the change. Those who ask meanwhile share the one answer.
 *
 * @param lagMs for counts over everything: for how long an answer serves although something has changed. What is made
 *   of such an answer must not be kept in its turn, or it would be kept as if it were exact
 */
export function kept<T, Asked extends readonly unknown[]>(
  work: (read: Reader, today: Day, ...asked: Asked) => Promise<T>,
  { lagMs = () => 0 }: { readonly lagMs?: (answer: T) => number } = {},
) {
  const answers = new Map<string, Kept<T>>();

  function begin(key: string, seq: number, answer: Promise<T>): Kept<T> {
    const entry = { answer, seq, holdsUntil: 0 };
    const forget = () => {
      if (answers.get(key) === entry) answers.delete(key);
    };
    answer.then((found) => {
      entry.holdsUntil = performance.now() + lagMs(found);
    }, forget);
    return entry;
  }

  return async (read: Reader, today: Day, ...asked: Asked): Promise<T> => {
    const seq = await newestChange(read);
    const key = JSON.stringify([today, ...asked]);
    const known = answers.get(key);
    const holds = known !== undefined && (known.seq === seq || performance.now() < known.holdsUntil);
    const entry = holds ? known : begin(key, seq, work(read, today, ...asked));
    answers.delete(key);
    answers.set(key, entry);
    const [oldest] = answers.keys();
    if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
    return entry.answer;
  };
}
