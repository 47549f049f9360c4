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
  /** It asks in the words of a question, which is no way of speaking: "Where will it be in 2030?" */
  readonly asksPlainly: boolean;
  /** It says of something how it changes: "slows to 2%". */
  readonly saysChange: boolean;
  /** It says what the speaker thinks: "I bet". */
  readonly isOwnView: boolean;
  /** It says what is told of below: "What to expect in 2026". */
  readonly announces: boolean;
  /** It tells that somebody asked. */
  readonly asksWhether: boolean;
  /** It tells what was forecast earlier. */
  readonly tellsOldForecast: boolean;
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
    question:
      facts.asksWhether ||
      (facts.isQuestion && (facts.byInterviewer || !facts.hasSpeaker || facts.asksPlainly)),
    past: isPast,
    present: facts.isUnderWay && !speaksAhead && !(facts.saysChange && !signs.past),
    "old-forecast": facts.tellsOldForecast,
    "general-truth": signs.always && (kind === "undated" || !speaksAhead),
    hypothetical: signs.unreal || (signs.conditional && namesPast),
    "reported-plan": signs.plan,
    interviewer: facts.byInterviewer && !facts.isQuestion && !facts.isOwnView,
    heading: facts.isHeading && ((!speaksAhead && !facts.saysChange) || facts.announces),
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
  /** Who says it, by a label or by its words. */
  readonly speaker: string | null;
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

const ASKS_PLAINLY =
  /^(?:(?:and|so|but|okay|ok|well|now|right)[,\s]+)*(?:will|where|when|what|which|who|how|do|does|did|is|are|can|could|should|would|why)\b.*\?|嗎[？?]|吗[？?]|呢[？?]|什麼|什么|多少|哪[裡里個个一年]|何時|何时|會不會|会不会|是不是|能不能|有沒有|有没有|幾[年月]|怎麼看|怎么看/i;
const MOST_RHETORICAL = 8;
/** "Before 2032? No chance." is a way of speaking; a question of many words asks. */
const isLong = (text: string): boolean =>
  (text.match(/\p{Script=Han}{2}|[\p{Script=Latin}\p{N}]+/gu) ?? []).length > MOST_RHETORICAL;

const ASKS_WHETHER =
  /\b(?:asked|asks|wonders?|wondered)(?: \w+){0,2} (?:whether|if|when|how)\b|(?:問|问|詢問|询问)[^，。]{0,6}(?:是否|會不會|会不会|能否)/i;

const CHANGES =
  /\b(?:grow|slow|fall|rise|ease|reach|hit|average|peak|drop|climb|decline|expand|contract|shrink|double|triple|remain|stay|end|finish|open|launch|ship|start|close|pick up|turn|cool|gain|lose|win|top|exceed|dip|stabili[sz]e|recover|rebound|widen|narrow|cut|raise|hike|hold|take|become|overtake|pass)(?:s|es)?\b(?! (?:of|to date)\b)|[增減减升降漲涨跌達达破]|成長|成长|下滑|回升|放緩|放缓|[年月內内季]不[^過过]|轉正|转正|突破|落在|持平|攀/i;
const OWN_VIEW =
  /\b(?:i think|i['’]d (?:say|bet|guess)|i bet|i predict|i expect|my (?:guess|bet|prediction)|i reckon|i don['’]t think|we['’]ll|i['’]ll)\b|我(?:猜|賭|赌|看|覺得|觉得|認為|认为|預測|预测|押)/i;
const ANNOUNCES = /^\W*(?:\d+[.)]?\s*)?(?:what|how|why|where|when|our|key|\d+ (?:things|predictions))\b/i;

const CLAUSES = /[，,；;。]/;
/** How many of the clauses before a time may tell when it was forecast. */
const CLAUSES_BEFORE = 2;
/** The words up to a time by which an earlier forecast is told, in Chinese, whose sentences are long. */
function wordsBefore({ text, language }: Sentence, found: FoundHorizon | null): string {
  if (language === "en" || found === null) return text;
  const clauses = text.slice(0, found.start).split(CLAUSES);
  const behind = text.slice(found.start).split(CLAUSES)[0] ?? "";
  return [...clauses.slice(-CLAUSES_BEFORE), behind].join("，");
}

const SPEAKS_NOW = /\b(?:will|won['’]t|going to|expects?|now)\b|['’]ll\b|[會会將将]|預計|预计|可望/i;
const NOW_AGAIN =
  /\b(?:now|today|still|currently|this time)\b|現在|现在|如今|目前|這次|这次|此次|改口|最新|又|今天|仍/i;
/** Whether a sentence tells what was forecast earlier; not where it comes to what is forecast now. */
function tellsOldForecast(sentence: Sentence, found: FoundHorizon | null, namesPast: boolean): boolean {
  const words = wordsBefore(sentence, found);
  const { toldBefore, wouldBe, longAgo } = signsOf({ ...sentence, text: words });
  // "A year ago we forecast 1.0% for 2025, and we were too gloomy."
  const wasForecast = wouldBe || !SPEAKS_NOW.test(words);
  const isPast = sentence.language === "en" ? longAgo || namesPast : longAgo;
  return toldBefore && wasForecast && isPast && !NOW_AGAIN.test(words);
}

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

/** Interviews without labels print what is asked in bold; essays what matters to them. */
const isBoldQuestion = ({ isBold, isHeading, speaker, sentences }: Passage): boolean =>
  isBold && !isHeading && speaker === null && isQuestion(sentences.at(-1)?.text ?? "");

/** More times than these in one sentence are no ladder that anybody climbs. */
const MOST_FURTHER = 5;

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

  const namesPast = found.some((one) => one.kind === "past" && one.inPassing !== true);
  const facts: RankedFacts = {
    kind: horizon !== null && isDated(horizon) ? "dated" : "undated",
    signs,
    namesPast,
    isQuestion: isQuestion(sentence.text),
    asksPlainly: ASKS_PLAINLY.test(sentence.text) || (isQuestion(sentence.text) && isLong(sentence.text)),
    saysChange: CHANGES.test(sentence.text),
    isOwnView: OWN_VIEW.test(sentence.text),
    announces: ANNOUNCES.test(sentence.text),
    asksWhether: ASKS_WHETHER.test(sentence.text),
    tellsOldForecast: signs.toldBefore && tellsOldForecast(sentence, horizon?.reading ?? null, namesPast),
    byInterviewer: byInterviewer || isBoldQuestion(passage),
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
    furtherHorizons: own.filter((other) => other !== horizon && isDated(other)).slice(0, MOST_FURTHER),
    negative:
      reading === undefined || horizon?.standsIn === "question"
        ? signs.negative
        : reading.kind === "ambiguous"
          ? reading.readings.some(({ negative }) => negative)
          : reading.kind === "unread"
            ? signs.negative
            : reading.negative,
    conditional: signs.conditional,
    speaker: given.speaker,
    byInterviewer: facts.byInterviewer,
    section: passage.section,
    isHeading: passage.isHeading,
    before: given.before,
    after: given.after,
  };
}
