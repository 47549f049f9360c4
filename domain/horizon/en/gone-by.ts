import { daysAfter } from "../../day.ts";
import { furthest, type Rule, type Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { type SaidWhen, saidWhen } from "../when.ts";
import { unitPeriod } from "./unit-period.ts";
import { month, season, unitOne, weekday } from "./words.ts";

const last = wordsOf("last|previous|the previous|the preceding");
const earlier = wordsOf("earlier this|earlier in the|earlier that|earlier in this");

/** "The last Friday of 2027", "the last Friday in March": to come, or not. */
const isOfAnother = (t: Tokens, end: number) =>
  t.is(end, "of") || (t.is(end, "in") && month(t, end + 1) !== null);

/** "Last year", "last March", "earlier this month": over, whatever is said of it. */
export const goneBy: Rule<SaidWhen> = (t, place) => {
  const over = (end: number) => {
    const yesterday = daysAfter(t.saidOn, -1);
    return saidWhen([{ from: yesterday, to: yesterday }], end);
  };
  const before = earlier(t, place);
  const part = before === null ? null : unitOne(t, before.end);
  if (part !== null) return over(part.end);
  const word = last(t, place);
  if (word === null) return null;
  const unit = unitOne(t, word.end);
  // "The last decade of the century" is to come.
  if (unit !== null && t.is(unit.end, "of")) return null;
  if (unit !== null && unit.value !== "day") {
    const period = unitPeriod(t, unit.value, -1);
    return saidWhen(period === null ? [] : [period], unit.end);
  }
  const named = furthest<unknown>([month(t, word.end), season(t, word.end), weekday(t, word.end)]);
  return named === null || isOfAnother(t, named.end) ? null : over(named.end);
};
