import { daysAfter, weekdayOf } from "../../day.ts";
import type { Found, Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { dayOf, monthOf, months, nextOf, oneDay, type Period, type When, yearOf } from "../period.ts";
import { present, type SaidWhen } from "../when.ts";
import { count } from "./number.ts";
import { nth } from "./slot.ts";
import { part, relativeMonth } from "./words.ts";

const _said = (when: When, end: number): Found<SaidWhen> | null =>
  when.length === 0 ? null : { value: { when, approximate: false, isStrong: true }, end };
const of = (t: Tokens, place: number) => (t.is(place, "的") || t.is(place, ",") ? place + 1 : place);

/** What a month, a quarter or a half is of: the years that were said, else the next that has not gone by. */
export function inYears(t: Tokens, year: When | null, inYear: (year: number) => Period | null): When {
  return year === null
    ? present([nextOf(t.saidOn, inYear)])
    : present(year.map(({ from }) => inYear(yearOf(from))));
}

export const monthUnit = wordsOf("月份|月");

export const nthMonth = wordsOf("個月");

export const nthWeek = wordsOf("週|個週|個星期|個禮拜|星期|周");

const weekOfMonth = (period: Period, which: number): Period => {
  const first = daysAfter(period.from, (8 - weekdayOf(period.from)) % 7);
  return { from: daysAfter(first, 7 * (which - 1)), to: daysAfter(first, 7 * which - 1) };
};

/** A month with its day, week or third, of a year that was said or the next to come. */
export function monthIn(t: Tokens, year: When | null, place: number): Found<When> | null {
  const near = year === null ? relativeMonth(t, place) : null;
  const isNear =
    near !== null && (near.end > place + 1 || part(t, near.end - 1) !== null || part(t, place) !== null);
  const number = isNear ? null : count(t, place);
  const unit = number === null ? null : monthUnit(t, number.end);
  if (!isNear && (number === null || unit === null || number.value < 1 || number.value > 12)) return null;
  const end = (isNear ? near?.end : unit?.end) ?? place;
  const month = (of: number) =>
    isNear
      ? months(yearOf(t.saidOn), monthOf(t.saidOn) + (near?.value ?? 0), 1)
      : months(of, number?.value ?? 0, 1);
  const at = of(t, end);
  const day = count(t, at);
  if (day !== null && (t.is(day.end, "日") || t.is(day.end, "號")) && day.value >= 1 && day.value <= 31) {
    const inYear = (of: number) => {
      const whole = month(of);
      return whole && oneDay(dayOf(yearOf(whole.from), monthOf(whole.from), day.value));
    };
    return { value: isNear ? present([inYear(0)]) : inYears(t, year, inYear), end: day.end + 1 };
  }
  const whole = isNear ? present([month(0)]) : inYears(t, year, month);
  const which = nth(t, at) === null ? null : count(t, at + 1);
  const week = which === null ? null : nthWeek(t, which.end);
  if (which !== null && week !== null && which.value <= 5) {
    return { value: whole.map((one) => weekOfMonth(one, which.value)), end: week.end };
  }
  return { value: whole, end };
}
