import type { Day } from "../day.ts";
import type { DueWindow } from "../window.ts";
import type { HorizonStep } from "./step.ts";

/** What a text is written in. Traditional and Simplified Chinese are read by the same rules. */
export type TextLanguage = "en" | "zh";

/** Where words stand in a text: UTF-16 offsets, `end` excluded. */
export interface Place {
  /** The words that carry the time, cut from the text. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A due window that follows from words, and how. */
export interface Reading extends Place {
  readonly kind: "window";
  /** `graceBy` is always null: a grace is proposed, never said. */
  readonly window: DueWindow;
  /** The speaker hedged the time: "about", 左右. */
  readonly approximate: boolean;
  /** Ours: a quarter of the time from the day said, at least a month, at most a year; see `grace.ts`. */
  readonly proposedGraceBy: Day | null;
  /** The claim is that it will not happen in this window. */
  readonly negative: boolean;
  readonly steps: readonly HorizonStep[];
}

/**
 * What was made of words that carry a time.
 *
 * - `window`: they say when;
 * - `vague`: they point forward without a number or a date ("soon", 幾年內);
 * - `ambiguous`: they can be read in more than one way, each of which is given;
 * - `past`: they name a time that had gone by on the day it was said, or one that the sentence only looks back to or
 *   compares with;
 * - `unread`: more is said of the time than we read, so that none of it counts.
 */
export type FoundHorizon =
  | Reading
  | ({ readonly kind: "vague"; readonly negative: boolean } & Place)
  | ({ readonly kind: "ambiguous"; readonly readings: readonly Reading[] } & Place)
  | ({
      readonly kind: "past";
      /** It may be to come, and the sentence only looks back to it or compares with it. */
      readonly inPassing?: true;
    } & Place)
  | ({ readonly kind: "unread" } & Place);

export type HorizonReading = FoundHorizon | { readonly kind: "none" };
