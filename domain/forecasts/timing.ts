import { type Day, daysAfter, daysBetween, LAST_DAY } from "../day.ts";
import { err, ok, type Result } from "../result.ts";
import type { Outcome } from "../vocabulary.ts";
import type { DueWindow } from "../window.ts";

export type ReviewFault =
  | { readonly field: "reviewOn"; readonly code: "review-not-ahead"; readonly day: Day }
  | { readonly field: "reviewOn"; readonly code: "review-has-due-date"; readonly day: Day };

/**
 * Whether a next review date may be set: only for a forecast that has no last day of its own, and only ahead of
 * today. A review date is ours: a look, never a deadline.
 *
 * @example decideReview({ dueFrom: null, dueBy: null, graceBy: null }, day("2027-03-10"), day("2026-11-23")) // ok
 */
export function decideReview(window: DueWindow, reviewOn: Day, today: Day): Result<Day, ReviewFault> {
  if (window.dueBy !== null)
    return err({ field: "reviewOn", code: "review-has-due-date", day: window.dueBy });
  if (reviewOn <= today) return err({ field: "reviewOn", code: "review-not-ahead", day: today });
  return ok(reviewOn);
}

/** The part of a forecast that a judgement is held against. */
export interface JudgedForecast extends DueWindow {
  readonly saidOn: Day;
  /** "Not within five years": true when nothing happened, false with the day on which it did. */
  readonly negative: boolean;
}

export type TimingKind = "early" | "on-time" | "late" | "not-yet" | "none";

/** When the thing happened against when it was due. `days` is how early or late; 0 for the other kinds. */
export interface Timing {
  readonly kind: TimingKind;
  readonly days: number;
}

/**
 * The timing of a verdict, from the day it happened and the window.
 *
 * `early` counts days before `dueFrom`; `late` counts from `dueBy`, through any grace; `not-yet` is a `false`
 * without a day. A negative claim has no timing of its own: the day on which it was broken is not a day on which
 * it came true, so it is `none`, as are `unclear`, `void` and a `partly` without a day.
 *
 * @example timing of true on 2026-10-01 for a window to 2026-09-10 // { kind: "late", days: 21 }
 */
export function timingOf(forecast: JudgedForecast, outcome: Outcome, happenedOn: Day | null): Timing {
  if (forecast.negative || outcome === "unclear" || outcome === "void") return { kind: "none", days: 0 };
  if (happenedOn === null) return { kind: outcome === "false" ? "not-yet" : "none", days: 0 };
  const { dueFrom, dueBy } = forecast;
  if (dueFrom !== null && happenedOn < dueFrom) {
    return { kind: "early", days: daysBetween(happenedOn, dueFrom) };
  }
  if (dueBy !== null && happenedOn > dueBy) return { kind: "late", days: daysBetween(dueBy, happenedOn) };
  return { kind: dueFrom === null ? "none" : "on-time", days: 0 };
}

/** Whether a day is past the window but inside our grace: "late, within our grace". */
export function isWithinGrace(window: DueWindow, on: Day): boolean {
  const { dueBy, graceBy } = window;
  return dueBy !== null && graceBy !== null && on > dueBy && on <= graceBy;
}

/** A stretch of days and what a thing that happened in it would count as. `to` null: without end. */
export interface TimingBand {
  readonly kind: "early" | "on-time" | "late-within-grace" | "too-late";
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * The rule of `timingOf` laid out over this forecast's own days, for the verdict form. Empty for a forecast
 * without a window and for a negative claim.
 *
 * @example said 2025-09-10, due 2026-09-10..2027-09-10, no grace:
 * early 2025-09-10..2026-09-09, on-time 2026-09-10..2027-09-10, too-late 2027-09-11..
 */
export function timingBands(forecast: JudgedForecast): readonly TimingBand[] {
  const { saidOn, dueFrom, dueBy, graceBy, negative } = forecast;
  if (dueFrom === null || negative) return [];
  const bands: TimingBand[] = [];
  if (saidOn < dueFrom) bands.push({ kind: "early", from: saidOn, to: daysAfter(dueFrom, -1) });
  bands.push({ kind: "on-time", from: dueFrom, to: dueBy });
  if (dueBy === null) return bands;
  if (graceBy !== null) bands.push({ kind: "late-within-grace", from: daysAfter(dueBy, 1), to: graceBy });
  const end = graceBy ?? dueBy;
  if (end < LAST_DAY) bands.push({ kind: "too-late", from: daysAfter(end, 1), to: null });
  return bands;
}
