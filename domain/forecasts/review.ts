import type { Day } from "../day.ts";
import { err, ok, type Result } from "../result.ts";
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
