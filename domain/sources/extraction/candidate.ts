import type { FoundHorizon } from "../../horizon/read.ts";
import type { Sentence } from "../transcript.ts";

/** Whether a time is said from which a day can be worked out. */
export type CandidateKind = "dated" | "undated";

/**
 * How much a sentence looks like a forecast: `strong` says what will be and when; `weak` lacks one of the two; `aside`
 * is most likely none, for the reasons given.
 */
export const CANDIDATE_STRENGTHS = ["strong", "weak", "aside"] as const;
export type CandidateStrength = (typeof CANDIDATE_STRENGTHS)[number];

/**
 * Why a sentence goes down the list.
 *
 * - `question`: it asks, and is said by whoever asks or by nobody in particular;
 * - `past`: it tells what has happened;
 * - `old-forecast`: it tells what was forecast earlier;
 * - `present`: it tells what is so in a time that has already begun ("this year");
 * - `general-truth`: it says what is so always or by definition;
 * - `hypothetical`: it says what would be had something been otherwise;
 * - `reported-plan`: it tells what a plan, a law or a contract says, which is nobody's claim that it will happen;
 * - `interviewer`: whoever asks says it;
 * - `heading`: it is a heading that names a time and says nothing of it.
 */
export const LOW_REASONS = [
  "question",
  "past",
  "present",
  "old-forecast",
  "general-truth",
  "hypothetical",
  "reported-plan",
  "interviewer",
  "heading",
] as const;
export type LowReason = (typeof LOW_REASONS)[number];

/** A horizon at its place in the kept text. */
export interface PlacedHorizon {
  /** As found in its sentence; its own `start` and `end` count from there. Never `past`. */
  readonly reading: Exclude<FoundHorizon, { kind: "past" }>;
  /** UTF-16 offsets in the kept text, `end` excluded. */
  readonly start: number;
  readonly end: number;
  /** `question`: it stands in the question to which the sentence is the answer. */
  readonly standsIn: "sentence" | "question";
}

/** A sentence that may be a forecast, with what is needed to decide whether it is. */
export interface Candidate {
  readonly kind: CandidateKind;
  readonly strength: CandidateStrength;
  readonly reasons: readonly LowReason[];
  readonly sentence: Sentence;
  /** The one that its window would be worked out from; a vague one leaves it undated. */
  readonly horizon: PlacedHorizon | null;
  /** The others that the sentence has: a ladder, perhaps. */
  readonly furtherHorizons: readonly PlacedHorizon[];
  /** It says that something will not happen. */
  readonly negative: boolean;
  /** It says so on a condition: "if", "unless", 如果. */
  readonly conditional: boolean;
  /** Who says it, as written: by a label, or in an article by its words ("said Ann Lee"). */
  readonly speaker: string | null;
  readonly byInterviewer: boolean;
  readonly section: string | null;
  readonly isHeading: boolean;
  /** The sentences around it, whoever says them. */
  readonly before: Sentence | null;
  readonly after: Sentence | null;
}
