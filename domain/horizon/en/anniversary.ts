import type { Found, Rule, Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { daySpanOn } from "../period.ts";
import { type Span, spanOf, type Unit } from "../span.ts";
import { type SaidWhen, saidWhen } from "../when.ts";
import { quantity } from "./number.ts";
import { unitMany, unitOne } from "./words.ts";

const sameTime = wordsOf("this time|the same time|same time|this same time|this day|this very day");
const isIn = wordsOf("in|in another");
const next = lexicon<Unit>(
  (["week", "month", "quarter", "year", "decade"] as const).map((unit) => [`next ${unit}`, unit] as const),
);
const afterNext = wordsOf("the year after next|year after next");

/** "Next year", "the year after next", "in two years", as so long after the day it was said. */
function distance(t: Tokens, place: number): Found<Span> | null {
  const one = next(t, place);
  if (one !== null) return { value: spanOf(1, one.value), end: one.end };
  const two = afterNext(t, place);
  if (two !== null) return { value: spanOf(2, "year"), end: two.end };
  const words = isIn(t, place);
  const count = words === null ? null : quantity(t, words.end);
  const unit = count === null ? null : (unitMany(t, count.end) ?? unitOne(t, count.end));
  return count === null || unit === null ? null : { value: spanOf(count.value, unit.value), end: unit.end };
}

/** "This time next year", "the same time in two years": that one day. */
export const anniversary: Rule<SaidWhen> = (t, place) => {
  const same = sameTime(t, place);
  const ahead = same === null ? null : distance(t, same.end);
  return ahead === null ? null : saidWhen(daySpanOn(t.saidOn, ahead.value), ahead.end);
};
