import type { Day } from "#domain/day.ts";
import type { DirectionFault } from "#domain/forecasts/chosen-direction.ts";
import type { WindowChoiceFault } from "#domain/forecasts/chosen-window.ts";
import type { ReviewFault } from "#domain/forecasts/timing.ts";
import { err } from "#domain/result.ts";
import type { PassageFault } from "#domain/sources/passage-place.ts";
import type { JudgementFault } from "#domain/verdicts/judgement.ts";

/** What is wrong with a forecast, seen against the others on record. */
type RecordFault =
  | { readonly field: "source" | "speaker"; readonly code: "not-on-record" }
  | { readonly field: "relations"; readonly code: "no-such-forecast" | "relates-to-itself" }
  | { readonly field: "saidOn"; readonly code: "said-in-future"; readonly day: Day }
  | { readonly field: "reviewOn"; readonly code: "review-before-said"; readonly day: Day }
  | {
      readonly field: "ladder";
      readonly code: "rung-unread" | "rung-keeps-date" | "rung-needs-note" | "rung-turned-round";
      readonly accepted: readonly string[];
    }
  | { readonly field: "ladder"; readonly code: "ladder-without-horizon" }
  | { readonly field: "take"; readonly code: "quote-on-record" }
  | { readonly field: "claim" | "ladder"; readonly code: "claim-needed" }
  | { readonly field: "reason"; readonly code: "reason-needed" };

/** What is wrong with one field of a change, seen against what is stored. */
export type ChangeFault =
  | JudgementFault
  | ReviewFault
  | WindowChoiceFault
  | DirectionFault
  | RecordFault
  | {
      readonly field: "publishedOn" | "newSource.publishedOn";
      readonly code: "published-in-future";
      readonly day: Day;
    }
  | { readonly field: "passage"; readonly code: "passage-not-in-copy" }
  | { readonly field: "words"; readonly code: PassageFault }
  | { readonly field: "page"; readonly code: "not-on-record" }
  | { readonly field: "url"; readonly code: "too-many-waiting" }
  | {
      readonly field: "criterion";
      readonly code: "criterion-not-stated";
      readonly accepted: readonly string[];
    }
  | { readonly field: "evidenceIds"; readonly code: "evidence-not-of-forecast" | "evidence-withdrawn" };

export type Conflict =
  | "evidence-exists"
  | "evidence-already-withdrawn"
  | "evidence-changed"
  | "visited-just-now"
  | "other-verdict-stands"
  | "forecast-resolved"
  | "forecast-changed"
  | "changed-while-judged"
  | "forecast-withdrawn"
  | "forecast-not-withdrawn"
  | "source-exists"
  | "source-alike"
  | "text-kept-already"
  | "verdict-would-change";

/** Why a change was not made. Nothing has been stored. `current` is what stands in its way, null when nothing does. */
export type Refusal<Current> =
  | { readonly kind: "not-found" }
  | { readonly kind: "conflict"; readonly code: Conflict; readonly current: Current | null }
  | { readonly kind: "invalid"; readonly faults: readonly ChangeFault[] };

export const notFound = err({ kind: "not-found" } as const);

export const conflict = <Current>(code: Conflict, current: Current | null) =>
  err({ kind: "conflict", code, current } as const);

export const invalid = (faults: readonly ChangeFault[]) => err({ kind: "invalid", faults } as const);
