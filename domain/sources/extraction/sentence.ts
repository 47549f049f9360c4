import type { Day } from "../../day.ts";
import { type FoundHorizon, horizonsOf } from "../../horizon/read.ts";
import { isQuestion } from "../transcript/sentences.ts";
import type { Passage, Sentence } from "../transcript.ts";
import {
  type Candidate,
  type CandidateKind,
  type CandidateStrength,
  LOW_REASONS,
  type LowReason,
  type PlacedHorizon,
} from "./candidate.ts";
import type { OpenQuestion } from "./open-question.ts";
import { type Signs, signsOf } from "./signs.ts";

/** What a sentence is ranked by. */
interface RankedFacts {
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
function lowReasons(facts: RankedFacts): readonly LowReason[] {
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
function strengthOf(facts: RankedFacts, reasons: readonly LowReason[]): CandidateStrength {
  if (reasons.length > 0) return "aside";
  const speaksAhead = facts.signs.future || facts.signs.possible || facts.isBareAnswer;
  return facts.kind === "dated" && speaksAhead && !facts.isQuestion ? "strong" : "weak";
}

/** A sentence and what it stands in. */
export interface SentenceInPlace {
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly byInterviewer: boolean;
  readonly saidOn: Day;
  /** The question with a time that it may answer. */
  readonly question: OpenQuestion | null;
  readonly before: Sentence | null;
  readonly after: Sentence | null;
}

function placed(sentence: Sentence, found: readonly FoundHorizon[], saidOn: Day): readonly PlacedHorizon[] {
  return found.flatMap((reading) => {
    if (reading.kind === "past" || isToday(reading, saidOn)) return [];
    if (isWeekday(sentence, reading)) return [];
    const start = sentence.start + reading.start;
    return [{ reading, start, end: sentence.start + reading.end, standsIn: "sentence" as const }];
  });
}

const WEEKDAY = /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.source;
const BARE_WEEKDAY = new RegExp(`^(?:on )?${WEEKDAY}s?$`, "i");
const SOME_WEEKDAY = new RegExp(`\\b(?:a|an|some|one) ${WEEKDAY} $`, "i");

/** "On Monday", "a Sunday in spring" of no year: a day as in a story and no time that a claim could be held to. */
const isWeekday = ({ text, language }: Sentence, { words, start }: FoundHorizon): boolean =>
  language === "en" &&
  !/\d/.test(words) &&
  (BARE_WEEKDAY.test(words) || SOME_WEEKDAY.test(text.slice(Math.max(0, start - 20), start)));

const isDated = ({ reading }: PlacedHorizon): boolean =>
  reading.kind !== "vague" && reading.kind !== "unread";

/** Whether a time says nothing of what is to come: the very day on which it was said. */
const isToday = (reading: FoundHorizon, saidOn: Day): boolean =>
  reading.kind === "window" && reading.window.dueBy !== null && reading.window.dueBy <= saidOn;

const isUnderWay = (horizon: PlacedHorizon | null): boolean =>
  horizon?.reading.kind === "window" && horizon.reading.steps.some(({ rule }) => rule === "under-way");

/** The time of a question, for a sentence that has none of its own and speaks of what is to come. */
function borrowed(question: OpenQuestion | null, signs: Signs): PlacedHorizon | null {
  return question !== null && (signs.future || signs.possible) && !signs.past ? question.horizon : null;
}

/** "I won't." and 不會。 say nothing on their own. */
const FEWEST_WORDS = 4;

const hasEnoughWords = ({ text }: Sentence): boolean =>
  (text.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]['’\p{Script=Latin}\p{N}]*/gu) ?? []).length >=
  FEWEST_WORDS;

/** "Not before 2040." to a question: nothing but a time, which is said of what was asked. */
function isBareAnswer(
  horizon: PlacedHorizon | null,
  { sentence, passage, before }: SentenceInPlace,
): boolean {
  if (horizon === null || horizon.standsIn === "question" || !passage.opensTurn) return false;
  if (before === null || !isQuestion(before.text)) return false;
  const { start, end } = horizon.reading;
  const rest = sentence.text.slice(0, start) + sentence.text.slice(end);
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** What a sentence is a candidate for, or null when nothing in it points ahead. */
export function candidateOf(given: SentenceInPlace): Candidate | null {
  const { sentence, passage, byInterviewer } = given;
  const { found, foremost } = horizonsOf(sentence.text, sentence.language, given.saidOn);
  const signs = signsOf(sentence);
  const own = placed(sentence, found, given.saidOn);
  const main = own.find(({ reading }) => reading === foremost) ?? own.find(isDated);
  const horizon = main ?? borrowed(given.question, signs) ?? own[0] ?? null;
  const inPassing = found.some((one) => one.kind === "past" && one.inPassing === true);
  const isUndated = signs.future && hasEnoughWords(sentence);
  if (horizon === null && !isUndated && !inPassing) return null;

  const facts: RankedFacts = {
    kind: horizon !== null && isDated(horizon) ? "dated" : "undated",
    signs,
    namesPast: found.some(({ kind }) => kind === "past"),
    isQuestion: isQuestion(sentence.text),
    byInterviewer: byInterviewer || (passage.isBold && !passage.isHeading && passage.speaker === null),
    hasSpeaker: passage.speaker !== null,
    isHeading: passage.isHeading,
    isUnderWay: isUnderWay(horizon),
    isBareAnswer: isBareAnswer(horizon, given),
  };
  const told = lowReasons(facts);
  // A time that it only looks back to makes it no forecast, whatever else it is.
  const reasons: readonly LowReason[] = told.length > 0 || horizon !== null || isUndated ? told : ["past"];
  const reading = horizon?.reading;
  return {
    kind: facts.kind,
    strength: horizon?.standsIn === "question" && reasons.length === 0 ? "weak" : strengthOf(facts, reasons),
    reasons,
    sentence,
    horizon,
    furtherHorizons: own.filter((other) => other !== horizon && isDated(other)),
    negative:
      reading === undefined || horizon?.standsIn === "question"
        ? signs.negative
        : reading.kind === "ambiguous"
          ? reading.readings.some(({ negative }) => negative)
          : reading.kind === "unread"
            ? signs.negative
            : reading.negative,
    conditional: signs.conditional,
    speaker: passage.speaker,
    byInterviewer: facts.byInterviewer,
    section: passage.section,
    isHeading: passage.isHeading,
    before: given.before,
    after: given.after,
  };
}
