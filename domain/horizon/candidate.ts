import type { Expression } from "./expression.ts";

/** What a rule read, and what has to hold besides. */
export interface Candidate {
  readonly expression: Expression;
  /** Only a time for "not": "(not) for another ten years". */
  readonly onlyNegative?: boolean;
}
