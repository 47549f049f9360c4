import { cache } from "react";
import { newestSeq } from "../../db/history.ts";
import type { Reader } from "../../db/store.ts";
import type { Day } from "../../domain/day.ts";

/** How many answers are kept beside one another; the one asked for longest ago makes room. */
const MOST_KEPT = 100;

/** Asked for once a request, where several answers are kept. */
const newestChange = cache(newestSeq);

/**
 * Keeps an answer until something changes: every change leaves an entry in the history, so one look at the newest
 * entry tells, also where another process made the change. Those who ask meanwhile share the one answer.
 */
export function kept<T, Asked extends readonly unknown[]>(
  work: (read: Reader, today: Day, ...asked: Asked) => Promise<T>,
) {
  const answers = new Map<string, Promise<T>>();
  let last = -1;
  return async (read: Reader, today: Day, ...asked: Asked): Promise<T> => {
    const seq = await newestChange(read);
    if (seq !== last) answers.clear();
    last = seq;
    const key = JSON.stringify([today, ...asked]);
    const answer = answers.get(key) ?? work(read, today, ...asked);
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
