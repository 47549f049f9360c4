import { daysAfter } from "../../day.ts";
import type { Rule, Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import {
  centuryOf,
  decadeOf,
  monthOf,
  months,
  type Period,
  sliceOf,
  weekOf,
  yearOf,
  years,
} from "../period.ts";
import type { Unit } from "../span.ts";
import { present, saidWhen, type WhenRule } from "../when.ts";
import { ordinal } from "./number.ts";
import { aboutNext, thisOrNext, unitOne, weekday } from "./words.ts";

const pieces = lexicon([
  ["quarter|quarters", 4],
  ["half", 2],
]);

const finalWord = wordsOf("last|final|closing");
const of = wordsOf("of");

/** "First half", "third quarter", "Q3", "2H": which piece of a year, of how many. */
export const slot: Rule<readonly [number, number]> = (t, place) => {
  const at = t.is(place, "the") ? place + 1 : place;
  const token = t.at(at);
  const count = token.text === "q" ? 4 : token.text === "h" ? 2 : 0;
  const number = t.at(at + 1);
  if (count > 0 && number.glued && number.value >= 1 && number.value <= count) {
    return { value: [number.value, count], end: at + 2 };
  }
  const letter = t.at(at + 1);
  const isOwn = !token.glued || (t.at(at - 1).kind !== "word" && t.at(at - 1).kind !== "number");
  const turned = letter.glued && isOwn ? (letter.text === "q" ? 4 : letter.text === "h" ? 2 : 0) : 0;
  if (turned > 0 && token.value >= 1 && token.value <= turned)
    return { value: [token.value, turned], end: at + 2 };
  const last = finalWord(t, at);
  const lastPiece = last === null ? null : pieces(t, last.end);
  if (lastPiece !== null && of(t, lastPiece.end) !== null) {
    return { value: [lastPiece.value, lastPiece.value], end: lastPiece.end };
  }
  const which = ordinal(t, at);
  const piece = which === null ? null : pieces(t, which.end);
  return which !== null && piece !== null && which.value >= 1 && which.value <= piece.value
    ? { value: [which.value, piece.value], end: piece.end }
    : null;
};

export const slotBehind: Rule<readonly [number, number]> = (t, place) =>
  slot(t, t.is(place, "-") ? place + 1 : place);

/** The unit of the calendar that a day is in, or one so many later. */
export function unitPeriod(t: Tokens, unit: Unit, ahead: number): Period | null {
  const year = yearOf(t.saidOn);
  const month = monthOf(t.saidOn);
  switch (unit) {
    case "day":
      return { from: daysAfter(t.saidOn, ahead), to: daysAfter(t.saidOn, ahead) };
    case "week":
      return weekOf(t.saidOn, ahead);
    case "month":
      return months(year, month + ahead, 1);
    case "quarter":
      return months(year, month - ((month - 1) % 3) + 3 * ahead, 3);
    case "half":
      return months(year, month - ((month - 1) % 6) + 6 * ahead, 6);
    case "year":
      return years(year + ahead);
    case "decade":
      return decadeOf(year + 10 * ahead);
    case "century":
      return centuryOf(year + 100 * ahead);
    case "hour":
    case "fortnight":
      return null;
    default:
      return unit satisfies never;
  }
}

const afterNext = lexicon<Unit>([
  ["the week after next|week after next", "week"],
  ["the month after next|month after next", "month"],
  ["the quarter after next", "quarter"],
  ["the year after next|year after next|the year after that", "year"],
  ["the decade after next", "decade"],
]);

/** "This quarter", "next year", "the week after next". */
export const relative: WhenRule = (t, place) => {
  const after = afterNext(t, place);
  if (after !== null) return saidWhen(present([unitPeriod(t, after.value, 2)]), after.end);
  const which = thisOrNext(t, aboutNext(t, place)?.end ?? place);
  const unit = which === null ? null : unitOne(t, which.end);
  if (which === null || unit === null || unit.value === "day") return null;
  const slot = slotBehind(t, unit.end);
  const on = unit.value === "week" ? weekday(t, onThe(t, unit.end)?.end ?? unit.end) : null;
  const period = unitPeriod(t, unit.value, which.value);
  if (period !== null && slot !== null) return saidWhen(present([sliceOf(period, ...slot.value)]), slot.end);
  if (period !== null && on !== null) {
    const day = daysAfter(period.from, on.value - 1);
    return saidWhen([{ from: day, to: day }], on.end);
  }
  // "This week's news" is no time of its own.
  if (t.at(unit.end - 1).text.endsWith("'s")) return null;
  return saidWhen(present([period]), unit.end);
};

const onThe = wordsOf("on|,|on the");

const wholeUnits = lexicon<Unit>([
  ["year|the year", "year"],
  ["decade|the decade", "decade"],
  ["century|the century", "century"],
  ["month|the month", "month"],
  ["quarter|the quarter", "quarter"],
  ["week|the week", "week"],
]);

/** "The month", "the decade": the one that the day is in, behind "the end of" and the like. */
export const definite: WhenRule = (t, place) => {
  const unit = wholeUnits(t, place);
  return unit === null ? null : saidWhen(present([unitPeriod(t, unit.value, 0)]), unit.end, false);
};
