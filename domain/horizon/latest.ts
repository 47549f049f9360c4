import type { Tokens } from "./cursor.ts";
import { wordsBeside } from "./lexicon.ts";

const words = wordsBeside(
  "最晚|最遲|最慢|最長|最多|至遲|至多|頂多|不晚於|不遲於|不會晚於|不會遲於|多則|長則|晚則|慢則|遲則|latest|no later|not later|at most|tops",
);

/** Whether a time says itself that it is the last there may be: 最晚後年, "2029 at the latest". */
export function saysLast(t: Tokens, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (words(t, at) !== null) return true;
  return false;
}
