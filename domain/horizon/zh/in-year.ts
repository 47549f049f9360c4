import { daysAfter } from "../../day.ts";
import { type Found, furthest, type Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { dayOf, months, type Period, sliceOf, type When, weekOf, yearOf, years } from "../period.ts";
import { present, seasonIn, seasonOf } from "../when.ts";
import { inYears, monthIn, monthUnit, nth, nthMonth, nthWeek, quarterUnit, slot } from "./month.ts";
import { count } from "./number.ts";
import { season } from "./words.ts";

const of = (t: Tokens, place: number) => (t.is(place, "的") || t.is(place, ",") ? place + 1 : place);

const isoWeek = (year: number, week: number): Period | null => {
  const fourth = dayOf(year, 1, 4);
  return fourth === null ? null : weekOf(fourth, week - 1);
};

/** 第九個月, 第三十七個星期. */
function numberedIn(t: Tokens, year: When, place: number): Found<When> | null {
  const which = nth(t, place) === null ? null : count(t, place + 1);
  if (which === null) return null;
  const month = nthMonth(t, which.end);
  if (month !== null && which.value <= 12) {
    return { value: present(year.map(({ from }) => months(yearOf(from), which.value, 1))), end: month.end };
  }
  const week = nthWeek(t, which.end);
  if (week === null || which.value > 53) return null;
  return { value: present(year.map(({ from }) => isoWeek(yearOf(from), which.value))), end: week.end };
}

const firstOrLast = wordsOf("前|頭|後|最後|最後的|的前|的後|的頭|的最後");

/** 前兩個季度, 前十一個月, 後三月, of a year. */
function runIn(t: Tokens, year: When, place: number): Found<When> | null {
  const side = firstOrLast(t, place);
  const number = side === null ? null : count(t, side.end);
  if (side === null || number === null) return null;
  const isFirst = t.is(side.end - 1, "前") || t.is(side.end - 1, "頭") || t.is(side.end - 2, "頭");
  const weeks = nthWeek(t, number.end);
  if (weeks !== null) {
    if (number.value < 1 || number.value > 52) return null;
    const run = year.map(({ from }) => weeksOf(yearOf(from), isFirst ? 1 : 0, number.value));
    return { value: present(run), end: weeks.end };
  }
  const quarters = quarterUnit(t, number.end);
  const unit = quarters ?? nthMonth(t, number.end) ?? monthUnit(t, number.end);
  if (unit === null) return null;
  const size = number.value * (quarters === null ? 1 : 3);
  if (size < 1 || size > 12) return null;
  const run = year.map(({ from }) => months(yearOf(from), isFirst ? 1 : 13 - size, size));
  return { value: present(run), end: unit.end };
}

/** The first weeks of a year, or its last ones. */
function weeksOf(year: number, first: number, count: number): Period | null {
  const fourth = dayOf(first === 1 ? year : year + 1, 1, 4);
  if (fourth === null) return null;
  const { from } = weekOf(fourth, first === 1 ? 0 : -count);
  return { from, to: daysAfter(from, 7 * count - 1) };
}

const untilWord = wordsOf("到|至|-|~");

/** The first and the last of 第一至第三季. */
function quarterRun(t: Tokens, place: number): Found<readonly [number, number]> | null {
  const first = nth(t, place) === null ? null : count(t, place + 1);
  const join = first === null ? null : untilWord(t, first.end);
  const last = join === null ? null : count(t, nth(t, join.end)?.end ?? join.end);
  const unit = last === null ? null : quarterUnit(t, last.end);
  if (first === null || last === null || unit === null) return null;
  return first.value >= 1 && first.value < last.value && last.value <= 4
    ? { value: [first.value, last.value], end: unit.end }
    : null;
}

/** What lies within a year, said or not. */
export function within(t: Tokens, year: Found<When> | null, place: number): Found<When> | null {
  const start = year === null ? place : of(t, year.end);
  const value = year?.value ?? null;
  const isBareHalf = year === null && t.is(start, "後") && t.at(start - 1).kind === "han";
  const piece = isBareHalf ? null : slot(t, start);
  const name = year === null && t.is(start - 1, "的") ? null : season(t, start);
  const found: (Found<When> | null)[] = [monthIn(t, value, start)];
  if (piece !== null) {
    const inYear = (number: number) => {
      const whole = years(number);
      return whole && sliceOf(whole, ...piece.value);
    };
    found.push({
      value:
        value === null ? inYears(t, null, inYear) : present(value.map((one) => sliceOf(one, ...piece.value))),
      end: piece.end,
    });
  }
  if (name !== null && (year !== null || (name.end > start + 1 && !t.is(start, "的")))) {
    const seasons = value?.flatMap(({ from }) => seasonIn(yearOf(from), name.value));
    found.push({ value: seasons ?? inYears(t, null, (of) => seasonOf(of, name.value)), end: name.end });
  }
  const quarters = quarterRun(t, start);
  if (quarters !== null) {
    const [first, last] = quarters.value;
    const inYear = (of: number) => months(of, first * 3 - 2, (last - first + 1) * 3);
    found.push({ value: inYears(t, value, inYear), end: quarters.end });
  }
  if (value !== null) found.push(numberedIn(t, value, start), runIn(t, value, start));
  return furthest(found);
}
