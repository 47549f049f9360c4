import {
  type Day,
  daysAfter,
  daysBetween,
  earlier,
  LAST_DAY,
  later,
  monthsAfter,
  yearsAfter,
} from "../day.ts";

/**
 * The grace that we propose for a hedged time ("about", 左右): a quarter of the time from the day it was said to the
 * window's last day, at least a month, at most a year. Ours, never the speaker's.
 *
 * @returns null where the calendar ends before
 * @example graceFor(day("2025-09-10"), day("2026-09-10")) // "2026-12-10"
 */
export function graceFor(saidOn: Day, dueBy: Day): Day | null {
  if (dueBy.slice(0, 4) >= String(Number(LAST_DAY.slice(0, 4)) - 1)) return null;
  const quarter = daysAfter(dueBy, Math.round(daysBetween(saidOn, dueBy) / 4));
  return earlier(later(quarter, monthsAfter(dueBy, 1)), yearsAfter(dueBy, 1));
}
