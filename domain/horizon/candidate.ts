import type { Expression } from "./expression.ts";

/** What a rule read, and what has to hold besides. */
export interface Candidate {
  readonly expression: Expression;
  /** Only a time for "not": "(not) for another ten years". */
  readonly onlyNegative?: boolean;
  /** The words say themselves that it will not be: 到2032年都不會. */
  readonly isDenied?: boolean;
  /** A denial behind it is of this time: 至少五年內不會. Left out, it is so for what is "within" and "in". */
  readonly deniedBehind?: boolean;
  /** Denied it says that it will be sooner, by which we have no rule: "it won't take until 2030". */
  readonly onlyAffirmed?: boolean;
  /** It is a time that we cannot read rightly, passed over whole: 自2027年起三年內. */
  readonly isRefused?: boolean;
}
