import { newestSeq } from "../../db/history.ts";
import type { Reader } from "../../db/store.ts";
import type { Day } from "../../domain/day.ts";

/** How many answers are kept beside one another: for the few things that everybody asks. */
const MOST_KEPT = 32;

/**
 * Keeps what takes a look at every forecast until something changes: every change leaves an entry in the history, so
 * one look at the newest entry tells, also where another process made the change. Those who ask meanwhile share the
 * one answer.
 */
export function kept<T, Asked extends readonly unknown[]>(
  work: (read: Reader, today: Day, ...asked: Asked) => Promise<T>,
) {
  const answers = new Map<string, Promise<T>>();
  let last = -1;
  return async (read: Reader, today: Day, ...asked: Asked): Promise<T> => {
    const seq = await newestSeq(read);
    if (seq !== last || answers.size >= MOST_KEPT) answers.clear();
    last = seq;
    const key = JSON.stringify([today, ...asked]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(read, today, ...asked);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
