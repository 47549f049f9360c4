import type { Day } from "../domain/day.ts";
import type { JudgementFault } from "../domain/judgement.ts";
import { err } from "../domain/result.ts";
import type { ReviewFault } from "../domain/review.ts";

/** What is wrong with one field of a change, seen against what is stored. */
export type ChangeFault =
  | JudgementFault
  | ReviewFault
  | { readonly field: "publishedOn"; readonly code: "published-in-future"; readonly day: Day }
  | { readonly field: "evidenceIds"; readonly code: "evidence-not-of-forecast" | "evidence-withdrawn" };

export type Conflict =
  | "evidence-exists"
  | "evidence-already-withdrawn"
  | "other-verdict-stands"
  | "forecast-resolved";

/** Why a change was not made. Nothing has been stored. `current` is what stands in its way, null when nothing does. */
export type Refusal<Current> =
  | { readonly kind: "not-found" }
  | { readonly kind: "conflict"; readonly code: Conflict; readonly current: Current | null }
  | { readonly kind: "invalid"; readonly faults: readonly ChangeFault[] };

export const notFound = err({ kind: "not-found" } as const);

export const conflict = <Current>(code: Conflict, current: Current | null) =>
  err({ kind: "conflict", code, current } as const);

export const invalid = (faults: readonly ChangeFault[]) => err({ kind: "invalid", faults } as const);
