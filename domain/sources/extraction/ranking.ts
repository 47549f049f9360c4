import { type CandidateKind, type CandidateStrength, LOW_REASONS, type LowReason } from "./candidate.ts";
import type { Signs } from "./signs.ts";

/** What a sentence is ranked by. */
export interface RankedFacts {
  readonly kind: CandidateKind;
  readonly signs: Signs;
  /** It names a day or a year that had gone by when it was said. */
  readonly namesPast: boolean;
  readonly isQuestion: boolean;
  readonly byInterviewer: boolean;
  readonly hasSpeaker: boolean;
  readonly isHeading: boolean;
  /** Its time is a stretch of the calendar that had begun when it was said. */
  readonly isUnderWay: boolean;
  /** It is nothing but a time, and answers a question. */
  readonly isBareAnswer: boolean;
}

/**
 * Why a sentence goes down the list; see `LowReason`.
 *
 * A question of someone who is named and does not ask for a living is a way of speaking ("Before 2032? No chance."),
 * and what is said to be so every year is still a forecast where it speaks of what is to come.
 */
export function lowReasons(facts: RankedFacts): readonly LowReason[] {
  const { signs, kind, namesPast } = facts;
  const speaksAhead = signs.future || (kind === "dated" && signs.possible);
  const isPast = (signs.past || namesPast) && !speaksAhead;
  const holds: { readonly [R in LowReason]: boolean } = {
    question: facts.isQuestion && (facts.byInterviewer || !facts.hasSpeaker),
    past: isPast,
    present: facts.isUnderWay && !speaksAhead,
    "old-forecast": signs.toldBefore && signs.wouldBe && (signs.longAgo || namesPast),
    "general-truth": signs.always && (kind === "undated" || !speaksAhead),
    hypothetical: signs.unreal || (signs.conditional && namesPast),
    "reported-plan": signs.plan,
    interviewer: facts.byInterviewer && !facts.isQuestion,
    heading: facts.isHeading && !signs.future,
  };
  return LOW_REASONS.filter((reason) => holds[reason]);
}

/** How much a sentence looks like a forecast; see `CandidateStrength`. */
export function strengthOf(facts: RankedFacts, reasons: readonly LowReason[]): CandidateStrength {
  if (reasons.length > 0) return "aside";
  const speaksAhead = facts.signs.future || facts.signs.possible || facts.isBareAnswer;
  return facts.kind === "dated" && speaksAhead && !facts.isQuestion ? "strong" : "weak";
}
