import { type Day, daysAfter, weekdayOf } from "../../day.ts";
import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { dayOf, daySpanOn, nextOf, oneDay, weekOf, yearOf } from "../period.ts";
import { type Span, spanOf, type Unit } from "../span.ts";
import { present, type SaidWhen, saidWhen, type WhenRule } from "../when.ts";
import { monthDate, writtenDate } from "./date.ts";
import { century, decade, seasonName } from "./named-period.ts";
import { digits, quantity } from "./number.ts";
import { numbered, shortenedEnd, weekend } from "./numbered.ts";
import { quarterOrHalf, yearFirst } from "./quarter.ts";
import { relative, unitPeriod } from "./unit-period.ts";
import { month, season, thisOrNext, unitMany, unitOne, weekday } from "./words.ts";
import { fiscalYear, relativeYear, yearBehind } from "./year.ts";

const comingWeekday = (saidOn: Day, of: number): Day =>
  daysAfter(saidOn, ((of - weekdayOf(saidOn) + 6) % 7) + 1);

/**
 * "Friday": the coming one. "Next Friday": the coming one or the one of next week, where those are two.
 */
const weekdayName: WhenRule = (t, place) => {
  const which = thisOrNext(t, place);
  const named = weekday(t, which?.end ?? place);
  if (named === null) return null;
  const coming = comingWeekday(t.saidOn, named.value);
  const ofNextWeek = daysAfter(weekOf(t.saidOn, 1).from, named.value - 1);
  const isNext = which !== null && t.is(which.end - 1, "next");
  const both = isNext && ofNextWeek !== coming ? [coming, ofNextWeek] : [coming];
  return {
    value: { when: present(both.map(oneDay)), approximate: false, isStrong: which !== null },
    end: named.end,
  };
};

const beforeDate = wordsOf(",|the|, the");

/** "Friday, June 12": the date says which. */
const weekdayDate: WhenRule = (t, place) => {
  const named = weekday(t, place);
  const at = named === null ? null : (beforeDate(t, named.end)?.end ?? named.end);
  return at === null ? null : (monthDate(t, at) ?? writtenDate(t, at));
};

const isoWeek = (year: number, week: number, count = 1) => {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null) return null;
  const first = weekOf(fourth, week - 1);
  return { from: first.from, to: daysAfter(first.from, 7 * count - 1) };
};

const weekWord = wordsOf("week|the week|week number|wk");

const weekStarting = wordsOf(
  "the week of|the week beginning|the week starting|the week beginning on|the week starting on|week of|week beginning|week starting",
);

/** "Week 31 of 2027", by ISO 8601; "the week of 4 February". */
const weekNumber: WhenRule = (t, place) => {
  const starting = weekStarting(t, place);
  const date = starting === null ? null : (monthDate(t, starting.end) ?? writtenDate(t, starting.end));
  if (date !== null)
    return saidWhen(
      date.value.when.map(({ from }) => weekOf(from, 0)),
      date.end,
    );
  const word = weekWord(t, place);
  const number = word === null ? null : digits(t, word.end);
  if (number === null || !(number.value >= 1 && number.value <= 53)) return null;
  const year = yearBehind(t, number.end);
  const inYear = (of: number) => isoWeek(of, number.value);
  const when =
    year === null ? [nextOf(t.saidOn, inYear)] : year.value.map(({ from }) => inYear(yearOf(from)));
  return saidWhen(present(when), year?.end ?? number.end);
};

const tomorrow = wordsOf("tomorrow");

const dayAfterTomorrow = wordsOf("the day after tomorrow|day after tomorrow");

const today = wordsOf("today|the present day");

const nextDay = wordsOf("the next day|the following day|the day after");

/** "The day after tomorrow" and "tomorrow" are those before it. */
const NAMED = 2;

/** "Tomorrow", "today": a day, though "today" is hardly a horizon where it stands alone. */
const dayWord: WhenRule = (t, place) => {
  const found = [dayAfterTomorrow, tomorrow, nextDay, today].map((rule) => rule(t, place));
  const at = found.findIndex((one) => one !== null);
  const end = found[at]?.end;
  if (end === undefined) return null;
  const ahead = [2, 1, 1, 0][at] ?? 0;
  const on = daysAfter(t.saidOn, ahead);
  // "Tomorrow" in the middle of a sentence is a name.
  const written = t.text.charAt(t.at(place).start);
  const isName = place > 0 && t.at(place - 1).kind === "word" && written !== written.toLowerCase();
  const isStrong = at < NAMED && !isName && !t.is(place - 1, "'");
  return { value: { when: [{ from: on, to: on }], approximate: false, isStrong }, end };
};

const last = wordsOf("last|previous|the previous|the preceding");
const earlier = wordsOf("earlier this|earlier in the|earlier that|earlier in this");

/** "The last Friday of 2027", "the last Friday in March": to come, or not. */
const isOfAnother = (t: Tokens, end: number) =>
  t.is(end, "of") || (t.is(end, "in") && month(t, end + 1) !== null);

/** "Last year", "last March", "earlier this month": over, whatever is said of it. */
const goneBy: Rule<SaidWhen> = (t, place) => {
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

const sameTime = wordsOf(
  "this time|the same time|same time|this same time|this day|this very day|this point|this same point|this stage|around this time|about this time|roughly this time|around this point|the same point",
);
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
const anniversary: Rule<SaidWhen> = (t, place) => {
  const same = sameTime(t, place);
  const ahead = same === null ? null : distance(t, same.end);
  return ahead === null ? null : saidWhen(daySpanOn(t.saidOn, ahead.value), ahead.end);
};

const fiscal: WhenRule = (t, place) => {
  const found = fiscalYear(t, place);
  return found === null ? null : saidWhen(found.value, found.end);
};

const relativeYearAlone: WhenRule = (t, place) => {
  const found = relativeYear(t, place);
  return found === null ? null : saidWhen([found.value], found.end);
};

/** A stretch of the calendar without a part or a bound. */
export const plainCalendar: WhenRule = remembered((t, place) =>
  furthest([
    writtenDate(t, place),
    monthDate(t, place),
    quarterOrHalf(t, place),
    decade(t, place),
    century(t, place),
    seasonName(t, place),
    yearFirst(t, place),
    fiscal(t, place),
    relativeYearAlone(t, place),
    relative(t, place),
    numbered(t, place),
    weekNumber(t, place),
    weekend(t, place),
    goneBy(t, place),
    weekdayName(t, place),
    weekdayDate(t, place),
    anniversary(t, place),
    dayWord(t, place),
    shortenedEnd(t, place),
  ]),
);
