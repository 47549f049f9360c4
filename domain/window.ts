import type { Day } from "./day.ts";
import { err, ok, type Result } from "./result.ts";

/**
 * Whether a forecast was put on record after its window had opened. By then somebody could have seen how it goes, and
 * have picked it for that, so such forecasts are marked and counted apart. One without a window is never late.
 *
 * @example isRecordedLate(day("2026-11-23"), day("2026-09-10")) // true
 * @example isRecordedLate(day("2026-09-10"), day("2026-09-10")) // false: on the day it opens is in time
 */
export const isRecordedLate = (recordedOn: Day, dueFrom: Day | null): boolean =>
  dueFrom !== null && recordedOn > dueFrom;

/**
 * The time in which a forecast should come true: `dueFrom`..`dueBy`, both inclusive.
 *
 * - both null: undated, the speaker gave no time;
 * - `dueBy` null: "no earlier than", it opens and never closes;
 * - `graceBy`: ours, never the speaker's: how long we still accept it for wording like "about a year".
 */
export interface DueWindow {
  readonly dueFrom: Day | null;
  readonly dueBy: Day | null;
  readonly graceBy: Day | null;
}

/** What can be wrong with a window; each names the field it is about. */
export type WindowFault =
  | { readonly field: "dueFrom"; readonly code: "missing" | "before-said" }
  | { readonly field: "dueBy"; readonly code: "before-due-from" }
  | { readonly field: "graceBy"; readonly code: "without-due-by" | "not-after-due-by" };

/**
 * Holds a window to `saidOn <= dueFrom <= dueBy < graceBy`, where `dueBy` and `graceBy` may be null.
 *
 * @returns the window, or the first fault
 * @example
 * checkWindow(day("2025-09-10"), { dueFrom: day("2026-09-10"), dueBy: day("2027-09-10"), graceBy: null }) // ok
 */
export function checkWindow(saidOn: Day, window: DueWindow): Result<DueWindow, WindowFault> {
  const { dueFrom, dueBy, graceBy } = window;
  if (dueFrom === null && dueBy !== null) return err({ field: "dueFrom", code: "missing" });
  if (dueFrom !== null && dueFrom < saidOn) return err({ field: "dueFrom", code: "before-said" });
  if (dueFrom !== null && dueBy !== null && dueBy < dueFrom) {
    return err({ field: "dueBy", code: "before-due-from" });
  }
  if (graceBy !== null && dueBy === null) return err({ field: "graceBy", code: "without-due-by" });
  if (graceBy !== null && dueBy !== null && graceBy <= dueBy) {
    return err({ field: "graceBy", code: "not-after-due-by" });
  }
  return ok(window);
}

/**
 * The last day on which the thing still counts: the grace where there is one, else the window's last day.
 * Null for a window that never closes.
 *
 * @example endOf({ dueFrom: a, dueBy: day("2026-09-10"), graceBy: day("2026-12-10") }) // "2026-12-10"
 */
export function endOf(window: DueWindow): Day | null {
  return window.graceBy ?? window.dueBy;
}
