import { type Day, daysAfter, isDay, LAST_DAY, monthsAfter, weekdayOf } from "../day.ts";
import { dayAfterSpan, type Span } from "./span.ts";
import type { Part } from "./step.ts";

/** A stretch of the calendar, both days inclusive. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** "The start of", "the end of": as a bound it is the first or the last day itself and not the third around it. */
  readonly moment?: "start" | "end";
  /** The third of the calendar that was named. */
  readonly part?: Part;
  /** No year was said: it is the next one to come. */
  readonly assumed?: true;
  readonly approximate?: true;
}

/** What calendar words may mean: more than one period where they can be read in more than one way. */
export type When = readonly Period[];

const pad = (number: number, length: number) => String(number).padStart(length, "0");

/** A day by its numbers; null where there is none. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isDay(text) ? text : null;
}

export const yearOf = (on: Day): number => Number(on.slice(0, 4));
export const monthOf = (on: Day): number => Number(on.slice(5, 7));

/** Stretches that were worked out lately: texts name the same years again and again. */
const known = new Map<string, Period | null>();
const MOST_KNOWN = 5_000;

/** So many months from the first of one; null outside the calendar. */
export function months(year: number, month: number, count: number): Period | null {
  const key = `${year} ${month} ${count}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = monthsFrom(year, month, count);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

function monthsFrom(year: number, month: number, count: number): Period | null {
  const ahead = month - 1;
  const from = dayOf(year + Math.floor(ahead / 12), (((ahead % 12) + 12) % 12) + 1, 1);
  if (from === null) return null;
  if (yearOf(from) + count / 12 > yearOf(LAST_DAY)) return null;
  return { from, to: daysAfter(monthsAfter(from, count), -1) };
}

export const years = (year: number, count = 1): Period | null => months(year, 1, 12 * count);

export const oneDay = (on: Day | null): Period | null => (on === null ? null : { from: on, to: on });

/** The day that lies a span after the one it was said, as a moment: by it and before it both have that day in them. */
export function daySpanOn(saidOn: Day, ahead: Span): When {
  const on = dayAfterSpan(saidOn, ahead);
  return on === null ? [] : [{ from: on, to: on, moment: "end" }];
}

/** Quarter 1 to 4 of a year. */
export const quarterOf = (year: number, quarter: number): Period | null =>
  quarter >= 1 && quarter <= 4 ? months(year, quarter * 3 - 2, 3) : null;

/** The decade that a year is in, from its year 0 to its year 9. */
export const decadeOf = (year: number): Period | null => years(year - (year % 10), 10);

/**
 * The decade nearest to a day that two digits may stand for: said in 2025, the '30s are to come and the '90s are over.
 */
export function nearestDecade(saidOn: Day, digits: number): Period | null {
  const said = yearOf(saidOn);
  const here = said - (said % 100) + digits;
  return decadeOf(here - said > 50 ? here - 100 : here);
}

/** The hundred years that a year is in, from year 00 to 99, as ISO 8601 and everyday words have it. */
export const centuryOf = (year: number): Period | null => years(year - (year % 100), 100);

/** The week, Monday to Sunday, that a day is in, or one so many weeks later. */
export function weekOf(on: Day, later: number): Period {
  const from = daysAfter(on, 1 - weekdayOf(on) + 7 * later);
  return { from, to: daysAfter(from, 6) };
}

/** Seasons of the northern half of the world, by whole months: the first month of each. */
export const SEASONS = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;
export type Season = keyof typeof SEASONS;

const lengthInDays = ({ from, to }: Period) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** How many months a period of whole months has; 0 for all others. */
function wholeMonths({ from, to }: Period): number {
  if (!from.endsWith("-01") || !daysAfter(to, 1).endsWith("-01")) return 0;
  const next = daysAfter(to, 1);
  return (yearOf(next) - yearOf(from)) * 12 + monthOf(next) - monthOf(from);
}

const MID_CENTURY = 50;

/**
 * The first, middle or last third: of a month the 1st to 10th, 11th to 20th and the rest, of a week three days, of
 * what has whole years those (the first third of a decade has four), of all else whole months. The middle of a century
 * is its year 50, which is what everybody means.
 *
 * @example thirdOf(2028, "mid") // 2028-05-01..2028-08-31
 */
export function thirdOf(period: Period, part: Part): Period {
  const count = wholeMonths(period);
  const year = yearOf(period.from);
  const third = (unit: number): Period => {
    const size = count / unit;
    const first = Math.ceil(size / 3);
    const second = Math.ceil((size - first) / 2);
    const pieces = {
      early: [0, first],
      mid: [first, second],
      late: [first + second, size - first - second],
    } as const;
    const [skipped, taken] = pieces[part];
    return months(year, monthOf(period.from) + skipped * unit, taken * unit) ?? period;
  };
  if (count === 1200 && part === "mid") return { ...(years(year + MID_CENTURY) ?? period), part };
  if (count >= 120) return { ...third(12), part };
  if (count >= 3) return { ...third(1), part };
  const days = lengthInDays(period);
  const size = count === 1 ? 10 : Math.ceil(days / 3);
  const starts = {
    early: 0,
    mid: count === 1 ? 10 : Math.floor((days - size) / 2),
    late: count === 1 ? 20 : days - size,
  };
  const from = daysAfter(period.from, starts[part]);
  return { from, to: part === "late" ? period.to : daysAfter(from, size - 1), part };
}

/**
 * One of several equal pieces of what has whole months: the second half of a decade, the third quarter of a year. A
 * half of a month ends on the 15th; null for what cannot be cut so.
 *
 * @param index 1 for the first
 */
export function sliceOf(period: Period, index: number, pieces: number): Period | null {
  const count = wholeMonths(period);
  if (index < 1 || index > pieces) return null;
  if (count === 1 && pieces === 2) {
    const middle = daysAfter(period.from, 14);
    return index === 1 ? { from: period.from, to: middle } : { from: daysAfter(middle, 1), to: period.to };
  }
  if (count === 0 || count % pieces !== 0) return null;
  const size = count / pieces;
  return months(yearOf(period.from), monthOf(period.from) + size * (index - 1), size);
}

/** From the first day of one to the last day of another; null when that is backwards. */
export const through = (first: Period, last: Period): Period | null =>
  first.from <= last.to ? { from: first.from, to: last.to, assumed: first.assumed && last.assumed } : null;

/** The first of these that has not gone by on a day: what is meant where no year is said. */
export function nextOf(on: Day, inYear: (year: number) => Period | null): Period | null {
  // A winter goes over into the next year; 29 February may be eight years away.
  for (let year = yearOf(on) - 1; year <= yearOf(on) + 8; year += 1) {
    const period = inYear(year);
    if (period !== null && period.to >= on) return { ...period, assumed: true };
  }
  return null;
}
