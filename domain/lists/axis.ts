import { type Day, day, daysAfter, daysBetween, LAST_DAY } from "../day.ts";
import { type DueWindow, endOf } from "../window.ts";

/** How much time the axis shows at once; named for what its lines stand at. */
export const ZOOMS = ["quarter", "year", "decade"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** The days that the axis shows, both inclusive: whole months, quarters or years. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

interface Scale {
  /** Months from one line to the next, and from one heavy line to the next. */
  readonly minor: number;
  readonly major: number;
  /** How many minor steps a stretch is long, and how many of them lie before the day it was asked for. */
  readonly length: number;
  readonly before: number;
}

// A year and a half by month, four years by quarter, fifteen years by year. The day asked for stands at about a third:
// what is still to come needs more room than what was.
const SCALES: { readonly [Z in Zoom]: Scale } = {
  quarter: { minor: 1, major: 3, length: 18, before: 6 },
  year: { minor: 3, major: 12, length: 16, before: 5 },
  decade: { minor: 12, major: 120, length: 15, before: 5 },
};

// Months are counted from January of the year 0, which is none of ours: the years run from 1 to 9999.
const FIRST_MONTH = 12;
const AFTER_LAST_MONTH = 10_000 * 12;

const monthOf = (on: Day): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;

function firstDayOf(month: number): Day {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return day(`${year}-${String((month % 12) + 1).padStart(2, "0")}-01`);
}

const floorTo = (step: number, month: number): number => Math.floor(month / step) * step;
const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/**
 * The stretch of time with a day at about a third of it. At the ends of the calendar it stops short.
 *
 * @example stretchOf("year", day("2026-11-23")) // 2025-07-01 to 2029-06-30
 */
export function stretchOf(zoom: Zoom, at: Day): Stretch {
  const { minor, length, before } = SCALES[zoom];
  const months = minor * length;
  const start = between(FIRST_MONTH, floorTo(minor, monthOf(at)) - before * minor, AFTER_LAST_MONTH - months);
  const end = start + months;
  return {
    from: firstDayOf(start),
    to: end === AFTER_LAST_MONTH ? LAST_DAY : daysAfter(firstDayOf(end), -1),
  };
}

/**
 * The day to ask for to see half a stretch earlier or later; null where the calendar ends.
 *
 * @example steppedFrom("year", day("2026-11-23"), 1) // "2028-10-01"
 */
export function steppedFrom(zoom: Zoom, at: Day, direction: 1 | -1): Day | null {
  const { minor, length } = SCALES[zoom];
  const month = floorTo(minor, monthOf(at)) + direction * minor * Math.floor(length / 2);
  if (month < FIRST_MONTH || month >= AFTER_LAST_MONTH) return null;
  const stepped = firstDayOf(month);
  return stretchOf(zoom, stepped).from === stretchOf(zoom, at).from ? null : stepped;
}

/**
 * Where a day stands in a stretch, as a fraction of its length: 0 at the start of its first day, 1 at the end of its
 * last. Outside it, below 0 or above 1.
 *
 * @param edge 0 for the start of the day, 1 for its end
 * @example positionOf({ from: day("2028-01-01"), to: day("2028-12-31") }, day("2028-12-31"), 1) // 1
 */
export function positionOf({ from, to }: Stretch, on: Day, edge: 0 | 1 = 0): number {
  return (daysBetween(from, on) + edge) / (daysBetween(from, to) + 1);
}

/** The part of a run of days that a stretch shows, and whether the run goes on beyond either side. */
export interface ShownRange {
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/**
 * The part of `first`..`last` (null: without end) that a stretch shows; null when it shows none.
 *
 * @example shownIn(stretch2028, day("2027-06-01"), day("2028-12-31")) // { start: 0, end: 1, cutBefore: true, cutAfter: false }
 */
export function shownIn(stretch: Stretch, first: Day, last: Day | null): ShownRange | null {
  if (first > stretch.to || (last !== null && last < stretch.from)) return null;
  const cutBefore = first < stretch.from;
  const cutAfter = last === null || last > stretch.to;
  return {
    start: cutBefore ? 0 : positionOf(stretch, first),
    end: cutAfter ? 1 : positionOf(stretch, last, 1),
    cutBefore,
    cutAfter,
  };
}

/**
 * On which side of a stretch a due window lies, with its grace. Null for an undated forecast.
 *
 * @example sideOf(stretch2028, { dueFrom: day("2029-01-01"), dueBy: null, graceBy: null }) // "after"
 */
export function sideOf(stretch: Stretch, window: DueWindow): "before" | "inside" | "after" | null {
  if (window.dueFrom === null) return null;
  if (window.dueFrom > stretch.to) return "after";
  const end = endOf(window);
  return end !== null && end < stretch.from ? "before" : "inside";
}

/** A line of the axis. */
export interface AxisLine {
  readonly on: Day;
  readonly position: number;
  readonly major: boolean;
}

/** The lines of a stretch, one where each month, quarter or year begins. */
export function axisLines(zoom: Zoom, stretch: Stretch): readonly AxisLine[] {
  const { minor, major, length } = SCALES[zoom];
  const start = monthOf(stretch.from);
  return Array.from({ length }, (_, step) => {
    const month = start + step * minor;
    const on = firstDayOf(month);
    return { on, position: positionOf(stretch, on), major: month % major === 0 };
  });
}

/**
 * The first day of the quarter, year or decade that a day lies in.
 *
 * @example periodOf("decade", day("2026-11-23")) // "2020-01-01"
 */
export function periodOf(zoom: Zoom, on: Day): Day {
  return firstDayOf(Math.max(FIRST_MONTH, floorTo(SCALES[zoom].major, monthOf(on))));
}
