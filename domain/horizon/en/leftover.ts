import type { Found, Tokens } from "../cursor.ts";
import type { Candidate, CandidateRule } from "../expression.ts";
import { wordsBeside } from "../lexicon.ts";
import { readAmount } from "./amount.ts";
import { quantity } from "./number.ts";
import { readWhen } from "./when.ts";
import { month, unitMany, unitOne } from "./words.ts";

/** Between a time and more of it. */
const joins = wordsBeside(
  "or|to|-|/|until|till|through|thru|~|, or|, maybe|, perhaps|, possibly|, if not|or maybe|or perhaps|or possibly|or even|or more likely|( or|( maybe|( perhaps|( or maybe|( possibly|- or|- maybe|and then|if not|up to|and into|into|or in|or by|or at|and/or|as opposed to|rather than|not|, not|instead of|give or take|, give or take|plus or minus|, plus or minus|±|+/-|+-",
);
/** Between two bounds of one time. */
const butAlso = wordsBeside(
  "and no later than|and no earlier than|but no later than|but no earlier than|and not later than|but not later than|and at most|but at most|but before|but after|but not before|but no later|but no earlier|but not until|but not after|but only|but by|but no sooner|and before|and after|and not before|and no later|and not after|, but before|, but after|, but not before|, but no later|, but not until|, but by|, before|, after|, no later|, no earlier|, not before|, not after|or before|or after|before|after",
);
/** More of a time that begins with none of its own words: "or the year after", "earlier". */
const alsoTimes = wordsBeside(
  "the year after|the month after|the quarter after|the week after|the day after|the following|the next|next|later|earlier|sooner|longer|more|less|early|late|mid|thereafter|after that|before that|beyond|further out|the one after|a bit later|a little later|slightly later|much later|shortly after|shortly before|soon after|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half",
);
/** Right behind a time these tell which part of it, or that it is another: "2027 early on", "next year's end". */
const rightBehind = wordsBeside(
  "earlier|later|early|late|century|centuries|fiscal|financial year|school year|academic year|season|model year|vintage|onwards|onward|'s|plus",
);
const pieces = wordsBeside(
  "half|halves|quarter|quarters|third|thirds|part|portion|week|weeks|month|months|day|days|stretch|end|start|beginning|middle|weekend|stages|stage|years|year|phase|closing|opening",
);
/** Before a time and after a bound these belong to both: "by the first week of". */
const fillers = wordsBeside(
  "the|of|on|in|at|a|an|this|that|first|second|third|fourth|last|final|early|late|mid|middle|end|start|beginning|half|quarter|week|weekend|month|months|day|days|years|year|latter|later|earlier|part|portion|stages|fiscal|calendar|financial|am|pm|et|est|utc|gmt|midnight|noon|close|business|monday|tuesday|wednesday|thursday|friday|saturday|sunday|evening|morning|afternoon|night|sometime|around|about|roughly|:|-|/",
);
const bounds = wordsBeside(
  "by|before|until|till|after|since|through|between|within|past|beyond|earlier than|later than|sooner than|prior to|ending|ended|starting|beginning|no later than|as of|up to",
);
const MOST_BEFORE = 7;

const isEmDash = (t: Tokens, place: number) => /[\u2014\u2015]/.test(t.between(place, place + 1));

/** Words and figures that are written together with the last of a time: "EOY27x", "2027/Q4", "2027-level". */
function glued(t: Tokens, end: number): number | null {
  const next = t.at(end);
  if (!next.glued) return null;
  if (next.kind === "number" || (next.kind === "word" && next.text !== "'s")) return end + 1;
  const isJoint =
    (next.text === "-" || next.text === "/" || next.text === "'" || next.text === ".") && t.at(end + 1).glued;
  if (!isJoint || isEmDash(t, end)) return null;
  const after = t.at(end + 1);
  if (after.kind !== "number" && (after.kind !== "word" || next.text === "." || next.text === "'"))
    return null;
  return end + 2;
}

const sorry = wordsBeside("no|sorry|wait|hang on|i mean|make that|rather|scratch that|well");
const MOST_OF_SORRY = 7;
/** "On the 4th of May, no, hang on, the 11th": what it is instead is no time by itself. */
function correctedBehind(t: Tokens, end: number): number | null {
  let at = end;
  let isSorry = false;
  while (at < end + MOST_OF_SORRY) {
    const words: Found<true> | null = t.is(at, ",") || isSorry || t.is(at, "-") ? sorry(t, at) : null;
    isSorry ||= words !== null;
    if (words !== null) at = words.end;
    else if (t.is(at, ",") || t.is(at, "-") || t.is(at, "the")) {
      const next = sorry(t, at + 1);
      isSorry ||= next !== null;
      at = next?.end ?? at + 1;
    } else break;
  }
  const isOrdinal = ["st", "nd", "rd", "th"].includes(t.at(at + 1).text) && t.at(at + 1).glued;
  return isSorry && t.at(at).kind === "number" && isOrdinal ? at + 2 : null;
}

/** A fiscal year of which it is said when it ends, so that its ends are no guess: "fiscal 2027, which ends in January". */
function saysItsEnd(t: Tokens, start: number, end: number): boolean {
  let isFiscal = false;
  for (let at = start; at < end; at += 1)
    isFiscal ||= t.is(at, "fiscal") || t.is(at, "fy") || t.is(at, "financial");
  if (!isFiscal) return false;
  for (let at = end; at < end + MOST_OF_SORRY; at += 1)
    if (t.is(at, "ends") || t.is(at, "ending")) return true;
  return false;
}

/** Whether a time, or what counts one, begins at a place. */
function timeAt(t: Tokens, place: number, read: CandidateRule): number | null {
  const time = read(t, place) ?? readWhen(t, place);
  if (time !== null) return time.end;
  const amount = readAmount(t, place);
  if (amount !== null && amount.value.counts.length > 0) return amount.end;
  return alsoTimes(t, place)?.end ?? null;
}

/** Where what is said of the time beyond what was read ends; null where nothing is. */
function behind(t: Tokens, end: number, read: CandidateRule): number | null {
  const number = t.is(end, ",") ? end + 1 : end;
  const isDate = !Number.isNaN(t.at(end - 1).value) || month(t, end - 1) !== null;
  if (isDate && t.at(number).kind === "number" && t.at(number).text.length > 4) return number + 1;
  const other = correctedBehind(t, end);
  if (other !== null) return other;
  const stuck = glued(t, end);
  if (stuck !== null) return stuck;
  // "By 2030, give or take two years": the hedge has a measure of its own.
  const spread = t.is(end - 1, "take") || t.is(end - 1, "minus") ? readAmount(t, end) : null;
  if (spread !== null) return spread.end;
  const join = joins(t, end);
  if (join !== null) {
    const isHyphen = t.is(end, "-") && isEmDash(t, end);
    const time = isHyphen ? null : timeAt(t, join.end, read);
    if (time !== null) return time;
  }
  const also = butAlso(t, end);
  if (also !== null) {
    const bare = t.is(also.end - 1, "than") ? quantity(t, also.end) : null;
    const time = readWhen(t, also.end)?.end ?? unitAhead(t, also.end) ?? bare?.end ?? null;
    if (time !== null) return time;
  }
  const of = t.is(end, "of") ? (readWhen(t, end + 1)?.end ?? unitAhead(t, end + 1)) : null;
  if (of !== null) return of;
  return rightBehind(t, end)?.end ?? null;
}

const determiner = wordsBeside("the|that|this|a|each|every");
/** "The year", "five years", without which this would be no time. */
function unitAhead(t: Tokens, place: number): number | null {
  const amount = readAmount(t, place);
  if (amount !== null && amount.value.counts.length > 0) return amount.end;
  const at = determiner(t, place)?.end ?? place;
  return (unitOne(t, at) ?? unitMany(t, at))?.end ?? null;
}

/** Where what stands before a time and belongs to it begins; null where nothing does. */
function before(t: Tokens, start: number): number | null {
  const first = t.at(start);
  const last = t.at(start - 1);
  if (first.glued && (last.kind === "word" || last.kind === "number")) return start - 1;
  const isJoined = first.glued && (last.text === "/" || last.text === "-") && !isEmDash(t, start - 1);
  if (isJoined && last.glued && ["word", "number"].includes(t.at(start - 2).kind)) return start - 2;
  if (last.kind === "number" && first.text === "year") return start - 1;
  // "Since by 2030": two words that bound it, which say nothing together.
  const isBounded =
    bounds(t, start) !== null || first.text === "in" || first.text === "on" || first.text === "at";
  if ((last.text === "from" || last.text === "since") && isBounded) return start - 1;
  // A day that its month has not: "31 June 2027".
  if (last.kind === "number" && month(t, start) !== null && last.value <= 31) return start - 1;
  const isOf =
    last.text === "of" ||
    last.text === "to" ||
    last.text === "through" ||
    last.text === "ending" ||
    last.text === "ended";
  if (
    isOf &&
    (pieces(t, start - 2) !== null || unitMany(t, start - 2) !== null || unitOne(t, start - 2) !== null)
  )
    return start - 2;
  const isYearBefore =
    last.text === "," && t.at(start - 2).kind === "number" && t.at(start - 2).text.length === 4;
  if (isYearBefore && boundAgain(t, start) !== null) return start - 2;
  if (boundOfNumber(t, start)) return start - 2;
  if (last.text === "fiscal" || last.text === "financial") return start - 1;
  return boundBefore(t, start);
}

const boundAgain = wordsBeside("latest|at the latest|no later than|at most|earliest|at the earliest");

const turns = wordsBeside("and|but|or");
/** "No earlier than the 16th and no later than the 20th of December": the first is a day too, which is not read. */
function boundOfNumber(t: Tokens, start: number): boolean {
  if (turns(t, start - 1) === null || bounds(t, start) === null) return false;
  const isOrdinal = ["st", "nd", "rd", "th"].includes(t.at(start - 2).text) && t.at(start - 2).glued;
  const number = isOrdinal ? start - 3 : start - 2;
  if (t.at(number).kind !== "number") return false;
  return bounds(t, number - 1) !== null || (t.is(number - 1, "the") && boundEndsAt(t, number - 1));
}
function boundEndsAt(t: Tokens, end: number): boolean {
  for (let back = 1; back <= 3; back += 1) if (anyBound(t, end - back)?.end === end) return true;
  return false;
}
const anyBound = wordsBeside(
  "by|before|until|after|since|no earlier than|not before|no later than|no sooner than|not until|not after|earlier than|later than",
);

const fractions = wordsBeside("third|quarter|half|fifth|tenth|sixth|eighth");

function boundBefore(t: Tokens, start: number): number | null {
  let at = start - 1;
  let isFar = false;
  for (; at >= 0 && at >= start - MOST_BEFORE; at -= 1) {
    const isFiller = fillers(t, at) !== null || t.at(at).kind === "number";
    if (!isFiller) break;
    isFar ||= !["the", "of", "on", "in", "at", "a", "an", "-"].includes(t.at(at).text);
  }
  // "Down by a third over the year": so much, and no bound.
  const isShare = t.is(at, "by") && fractions(t, at + 2) !== null && start === at + 3;
  return isFar && !isShare && bounds(t, at) !== null ? at : null;
}

/** What is said of a time beyond what was read, as places before and behind; null where it was read whole. */
export function leftoverInEnglish(
  t: Tokens,
  start: number,
  { value, end }: Found<Candidate>,
  read: CandidateRule,
): { readonly start: number; readonly end: number } | null {
  if (value.expression.kind === "vague") return null;
  const from = before(t, start);
  const to = saysItsEnd(t, start, end) ? end : behind(t, end, read);
  return from === null && to === null ? null : { start: from ?? start, end: to ?? end };
}
