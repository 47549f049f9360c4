import { cache } from "react";
import { newestSeq } from "../../db/history.ts";
import type { Reader } from "../../db/store.ts";
import type { Day } from "../../domain/day.ts";

/** How many answers are kept beside one another; the one asked for longest ago makes room. */
const MOST_KEPT = 100;
/** Work that takes longer, in ms, is not done anew at every change, where it may lag behind. */
const LONG_MS = 50;
/** Then it takes at most one part in so many of the time. */
const REST = 20;

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
 * @param mayLag for counts over everything: where they take long, they are some seconds behind rather than counted at
 *   every change
 */
export function kept<T, Asked extends readonly unknown[]>(
  work: (read: Reader, today: Day, ...asked: Asked) => Promise<T>,
  { mayLag = false } = {},
) {
  const answers = new Map<string, Kept<T>>();

  function begin(key: string, seq: number, answer: Promise<T>): Kept<T> {
    const began = performance.now();
    const entry = { answer, seq, holdsUntil: 0 };
    const forget = () => {
      if (answers.get(key) === entry) answers.delete(key);
    };
    const time = () => {
      const took = performance.now() - began;
      if (mayLag && took > LONG_MS) entry.holdsUntil = performance.now() + REST * took;
    };
    answer.then(time, forget);
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
