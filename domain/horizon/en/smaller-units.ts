import type { Found, Tokens } from "../cursor.ts";
import { plus, type Span, spanOf, UNITS, type Unit } from "../span.ts";
import { quantity } from "./number.ts";
import { andAHalf, unitMany, unitOne } from "./words.ts";

/** "years", "year". */
export const timeUnit = (t: Tokens, place: number): Found<Unit> | null =>
  unitMany(t, place) ?? unitOne(t, place);

/** What follows a number of units and belongs to it: "and a half", "and three months", "1 month 12 days". */
export function withSmallerUnits(t: Tokens, first: Found<Span>, of: Unit): Found<Span> {
  let { value, end } = first;
  let smallest = UNITS.indexOf(of);
  for (let piece = 0; piece < 3; piece += 1) {
    const half = andAHalf(t, end);
    if (half !== null) return { value: plus(value, spanOf(0.5, of)), end: half.end };
    const start = t.is(end, ",") || t.is(end, "and") ? end + 1 : end;
    const count = quantity(t, start);
    const next = count === null ? null : timeUnit(t, count.end);
    if (count === null || next === null || UNITS.indexOf(next.value) >= smallest) break;
    value = plus(value, spanOf(count.value, next.value));
    end = next.end;
    smallest = UNITS.indexOf(next.value);
  }
  return { value, end };
}
