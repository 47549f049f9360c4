import type { Rule } from "./cursor.ts";
import type { When } from "./period.ts";
import type { Span } from "./span.ts";

/** One bound of a counted time: the words and what they come to. */
export interface Count {
  readonly words: string;
  readonly span: Span;
}

/** A counted time: one number, or from the smaller to the greater of several. */
export interface Amount {
  readonly least: Count;
  readonly most: Count;
  readonly approximate: boolean;
  /** "More than", 五年多: the number is the least it takes. */
  readonly open?: boolean;
}

/** How counted time makes a window: on that day, by then, or no earlier than then. */
export type Counting = "at" | "within" | "at-least";
/** How a stretch of the calendar makes a window. */
export type Bound =
  | "in"
  | "by"
  | "until"
  /** "Until at least": opens then, and denied ends before. */
  | "until-least"
  /** "Until after": opens behind it, and denied ends with it. */
  | "until-after"
  | "before"
  | "no-earlier"
  /** "As early as": opens then, and denied ends with it. */
  | "as-early"
  | "after";

/** What words say about time, before it is worked out: the same for every language. */
export type Expression =
  | {
      readonly kind: "count";
      readonly how: Counting;
      readonly amount: Amount;
      /** What it is counted from; the day it was said where there is none. */
      readonly base?: When;
    }
  | {
      readonly kind: "calendar";
      readonly how: Bound;
      readonly bound: string;
      readonly when: When;
      readonly whenWords: string;
      readonly approximate: boolean;
    }
  /** Two bounds: it opens with the first and closes with the last. */
  | { readonly kind: "both"; readonly first: OneTime; readonly last: OneTime }
  | { readonly kind: "vague" };

/** A time of one bound. */
export type OneTime = Exclude<Expression, { kind: "both" | "vague" }>;

/** What a rule read, and what has to hold besides. */
export interface Candidate {
  readonly expression: Expression;
  /** Only a time for "not": "(not) for another ten years". */
  readonly onlyNegative?: boolean;
  /** The words say themselves that it will not be: 到2032年都不會. */
  readonly isDenied?: boolean;
  /** What denies beside it is part of its own words: 沒有三五年做不出來 takes that long. */
  readonly isAffirmed?: boolean;
  /** A denial behind it is of this time: 至少五年內不會. Left out, it is so for what is "within" and "in". */
  readonly deniedBehind?: boolean;
  /** Denied it says that it will be sooner, by which we have no rule: "it won't take until 2030". */
  readonly onlyAffirmed?: boolean;
  /** It is a time that we cannot read rightly, passed over whole: 自2027年起三年內. */
  readonly isRefused?: boolean;
}

/** Reads words for a time, with what bounds it. */
export type CandidateRule = Rule<Candidate>;
