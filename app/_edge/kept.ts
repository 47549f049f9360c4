import { newestSeq } from "../../db/history.ts";
import type { Reader } from "../../db/store.ts";
import type { Day } from "../../domain/day.ts";

/**
 * Keeps what takes a look at every forecast until something changes: every change leaves an entry in the history, so
 * one look at the newest entry tells, also where another process made the change. Those who ask meanwhile share the
 * one answer.
 */
export function kept<T>(work: (read: Reader, today: Day) => Promise<T>) {
  let last: { readonly seq: number; readonly today: Day; readonly answer: Promise<T> } | undefined;
  return async (read: Reader, today: Day): Promise<T> => {
    const seq = await newestSeq(read);
    if (last?.seq === seq && last.today === today) return last.answer;
    const answer = work(read, today);
    last = { seq, today, answer };
    answer.catch(() => {
      if (last?.answer === answer) last = undefined;
    });
    return answer;
  };
}
