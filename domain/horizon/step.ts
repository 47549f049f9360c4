import type { Day } from "../day.ts";
import type { Span } from "./span.ts";

/** Which end of a window a counted day is: its first, its last, or the one day it has. */
export type Edge = "opens" | "closes" | "day";

/** A third of a period: "early", "mid" and "late" and what else says the same. */
export type Part = "early" | "mid" | "late";

/**
 * One step of how a window follows from the words, as plain data: the rule, the words it was given and the days it
 * gave. `messages/*` says each in words.
 */
export type HorizonStep =
  /** A number of units counted from a day: "2 years" from 10 Sep 2025 is 10 Sep 2027. */
  | {
      readonly rule: "count";
      readonly words: string;
      readonly from: Day;
      readonly to: Day;
      readonly span: Span;
      readonly edge: Edge;
    }
  /** The window opens on the day it was said: "within", "by", "the next". */
  | { readonly rule: "opens-said"; readonly words: string; readonly from: Day }
  /** A stretch of the calendar: "Q3 2026", "next year". */
  | { readonly rule: "calendar"; readonly words: string; readonly from: Day; readonly to: Day }
  /** A third of such a stretch. */
  | {
      readonly rule: "part";
      readonly words: string;
      readonly part: Part;
      readonly from: Day;
      readonly to: Day;
    }
  /** No year was said, so that it is the next one to come. */
  | { readonly rule: "next-to-come"; readonly words: string; readonly from: Day; readonly to: Day }
  /** "By" includes its last day. */
  | { readonly rule: "by"; readonly words: string; readonly to: Day }
  /** "Before" ends on the day before. */
  | { readonly rule: "before"; readonly words: string; readonly to: Day }
  /** "No earlier than": it opens and never closes. */
  | { readonly rule: "no-earlier"; readonly words: string; readonly from: Day }
  /** "After": it opens on the day after and never closes. */
  | { readonly rule: "after"; readonly words: string; readonly from: Day }
  /** Of two bounds the first opens it and the last closes it. */
  | { readonly rule: "two-bounds"; readonly words: string; readonly from: Day; readonly to: Day }
  /** It had begun by the day it was said, which is where a window opens at the earliest. */
  | { readonly rule: "under-way"; readonly words: string; readonly from: Day }
  /** The speaker hedged the time; the grace is ours, null where there is none to give. */
  | { readonly rule: "approximate"; readonly words: string; readonly to: Day | null }
  /** The claim is that it will not happen in this time. */
  | { readonly rule: "negative"; readonly words: string };

export type HorizonRule = HorizonStep["rule"];
