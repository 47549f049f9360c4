import type { Sentence } from "../transcript.ts";
import { ENGLISH_SIGNS } from "./signs-en.ts";
import { CHINESE_SIGNS, NO_FUTURE_IN } from "./signs-zh.ts";

/** What the words of a sentence can tell of it, whatever its language. */
export const SIGNS = [
  /** It speaks of what is to come. */
  "future",
  /** It speaks of what may be, which only together with a time makes a forecast. */
  "possible",
  "past",
  /** It tells of words: "said", "predicted". */
  "toldBefore",
  /** What was to come, seen from then: "would". */
  "wouldBe",
  /** It names a time that is over. */
  "longAgo",
  /** What it says is so again and again. */
  "always",
  /** What it says is not so. */
  "unreal",
  /** A plan, law or contract has its say. */
  "plan",
  "conditional",
  "negative",
] as const;
export type Sign = (typeof SIGNS)[number];
export type Signs = { readonly [S in Sign]: boolean };
export type SignPatterns = { readonly [S in Sign]: RegExp };

/**
 * The signs of a sentence.
 *
 * @example signsOf(sentence("董事會去年開了十次。")).future // false
 */
export function signsOf({ text, language }: Sentence): Signs {
  const words = language === "zh" ? text.replace(NO_FUTURE_IN, "□") : text;
  const patterns = language === "zh" ? CHINESE_SIGNS : ENGLISH_SIGNS;
  return {
    future: patterns.future.test(words),
    possible: patterns.possible.test(words),
    past: patterns.past.test(words),
    toldBefore: patterns.toldBefore.test(words),
    wouldBe: patterns.wouldBe.test(words),
    longAgo: patterns.longAgo.test(words),
    always: patterns.always.test(words),
    unreal: patterns.unreal.test(words),
    plan: patterns.plan.test(words),
    conditional: patterns.conditional.test(words),
    negative: patterns.negative.test(words),
  };
}
