import { type Day, daysAfter, LAST_DAY, monthsAfter } from "../day.ts";

/** A number of calendar units: months are counted first, then days. */
export interface Span {
  readonly months: number;
  readonly days: number;
}

export const UNITS = [
  "hour",
  "day",
  "week",
  "fortnight",
  "month",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
] as const;
export type Unit = (typeof UNITS)[number];

const ONE: { readonly [U in Unit]: Span } = {
  hour: { months: 0, days: 1 / 24 },
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  fortnight: { months: 0, days: 14 },
  month: { months: 1, days: 0 },
  quarter: { months: 3, days: 0 },
  half: { months: 6, days: 0 },
  year: { months: 12, days: 0 },
  decade: { months: 120, days: 0 },
  century: { months: 1200, days: 0 },
};

const DAYS_OF_A_MONTH = 30;
const MOST_MONTHS = 12 * 10_000;
const MOST_DAYS = 366 * 10_000;

/**
 * So many of a unit. Half a month is 15 days, half a year 6 months; hours come to the days that they reach into.
 *
 * @example spanOf(1.5, "year") // { months: 18, days: 0 }
 */
export function spanOf(count: number, unit: Unit): Span {
  if (unit === "hour") return { months: 0, days: Math.ceil(count * ONE.hour.days - 1e-9) };
  const months = count * ONE[unit].months;
  const whole = Math.floor(months + 1e-9);
  return { months: whole, days: Math.round(count * ONE[unit].days + (months - whole) * DAYS_OF_A_MONTH) };
}

export const plus = (a: Span, b: Span): Span => ({ months: a.months + b.months, days: a.days + b.days });

/** Roughly how many days it has: for telling the shorter of two. */
export const lengthOf = (span: Span): number => span.months * 30.44 + span.days;

/**
 * The day that lies a span after another; null where the calendar ends before, or nothing is counted.
 *
 * @example dayAfterSpan(day("2025-09-10"), { months: 24, days: 0 }) // "2027-09-10"
 */
export function dayAfterSpan(from: Day, span: Span): Day | null {
  if (!(span.months <= MOST_MONTHS && span.days <= MOST_DAYS && lengthOf(span) > 0)) return null;
  const yearsLeft = Number(LAST_DAY.slice(0, 4)) - Number(from.slice(0, 4));
  if (lengthOf(span) / 365 >= yearsLeft) return null;
  return daysAfter(monthsAfter(from, span.months), span.days);
}
