import {
  type Context,
  clauseAround,
  findsIn,
  isLikelyOver,
  isOnlyBetween,
  isYearless,
  type Placed,
  type Stretch,
} from "../context.ts";
import { remembered, type Tokens } from "../cursor.ts";
import { wordsBeside } from "../lexicon.ts";
import { quantity } from "./number.ts";
import { ago, ahead, future, irregular, next, nowAgain, past, told, toldNow, wouldBe } from "./tense.ts";
import { unitMany, unitOne } from "./words.ts";

/** Counted from the day of an older forecast: "two years ago she predicted we'd have it in three years". */
function isOfOlderForecast(t: Tokens, one: Placed, sentence: Stretch): boolean {
  const { expression } = one.candidate;
  if (expression.kind !== "count" || expression.base !== undefined) return false;
  let saying: number | null = null;
  for (let at = sentence.start; at < one.start; at += 1) {
    if (told(t, at) !== null && toldNow(t, at - 1) === null) saying = at;
  }
  if (saying === null) return false;
  if (!findsIn(t, sentence, ago)) return false;
  const between = { start: saying, end: one.end };
  if (findsIn(t, between, nowAgain)) return false;
  return findsIn(t, between, wouldBe) || !findsIn(t, { start: saying + 1, end: sentence.end }, ahead);
}

const THIS = remembered(wordsBeside("this|the current|today|tomorrow|next|the past|current"));
/** Named from the day it was said: "this year", "this week". */
const isRelative = (t: Tokens, one: Placed): boolean => findsIn(t, one, THIS);

/** With these a figure is one that was reported, unless something speaks ahead. */
const yearOnYear = remembered(
  wordsBeside(
    "y/y|yoy|q/q|qoq|m/m|a year earlier|year over year|year-over-year|year on year|year-on-year|up from|down from|compared with a year",
  ),
);
const weekdays = remembered(wordsBeside("monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow"));

/** A quarter that is told of, years that something took: "bookings for Q2 rose". */
function isTold(t: Tokens, one: Placed, sentence: Stretch): boolean {
  const { expression } = one.candidate;
  const isOpen =
    isYearless(one) ||
    expression.kind === "count" ||
    (isRelative(t, one) && !findsIn(t, one, next)) ||
    findsIn(t, one, weekdays);
  if (!isOpen) return false;
  // "14 named storms by November": a bound is of what is to come, unless the verb says otherwise.
  const isIn = expression.kind === "calendar" && expression.how === "in";
  const isPast = isIn || expression.kind === "count" ? past : irregular;
  const clause = clauseAround(t, one);
  const outside = [
    { start: clause.start, end: one.start },
    { start: one.end, end: clause.end },
  ];
  const hasOdds = t.is(one.end, "(") && t.at(one.end + 1).kind === "number";
  const isHeld = (isLikelyOver(t, one) && !hasOdds) || (isIn && findsIn(t, clause, yearOnYear));
  if (!isHeld && !outside.some((stretch) => findsIn(t, stretch, isPast))) return false;
  const others = [
    { start: sentence.start, end: one.start },
    { start: one.end, end: sentence.end },
  ];
  return !others.some((stretch) => findsIn(t, stretch, ahead));
}
/** Before what something is held against, where a level of it is named behind: "above this year's levels". */
const besides = wordsBeside("against|over|on|below|above|from");
const moves = wordsBeside(
  "raised|up|down|unchanged|increased|decreased|revised|lowered|cut|rose|fell|improved|changed|widened|narrowed|higher|lower|slower|faster|growth|growing|slowing|slowed|slow|decline|drop|jump|rise|an increase|a decrease|accelerating|recovering|rebound|stronger|weaker|better|worse|more|less|trimmed|bumped|steady|flat|little changed|compared|narrowing|easing|eased|ease",
);
const levels = wordsBeside(
  "level|levels|'s level|'s levels|high|highs|low|lows|peak|base|baseline|figure|figures|estimate|forecast|average|total|pace",
);
const MOST_BETWEEN = 6;

const ONWARDS = new Set(["onwards", "onward", "on", "forward"]);
const same = wordsBeside("unchanged|compared|little changed");
const holds = wordsBeside("than|versus|vs|vs.|unlike|compared with|compared to|relative to|as opposed to");
/** "Worse than in two years". */
function held(t: Tokens, start: number): boolean {
  for (let back = 1; back <= 3; back += 1) if (holds(t, start - back)?.end === start) return true;
  return false;
}

/** "Raised from July", "unchanged since May", "than in Q2", "above this year's levels": what something is held against. */
function isComparedWith(t: Tokens, one: Placed): boolean {
  const { expression } = one.candidate;
  if (held(t, one.start)) return true;
  if (expression.kind !== "calendar") return false;
  const bound = t.at(one.start).text;
  const isOpen = isYearless(one) || isRelative(t, one);
  if (bound === "since") return isOpen || expression.when.some(({ from }) => from <= t.saidOn);
  if (same(t, one.start - 1) !== null && bound === "from") return true;
  if (bound === "from" || bound === "on" || bound === "over") {
    if (ONWARDS.has(t.at(one.end - 1).text)) return false;
    const isHeld = levels(t, one.end) !== null;
    if (!isOpen && !isHeld) return false;
    for (let back = 1; back <= MOST_BETWEEN; back += 1)
      if (moves(t, one.start - back) !== null) return bound === "from" || isHeld;
    return isHeld;
  }
  const isAsOf = t.is(one.start, "as") && t.is(one.start + 1, "of");
  if (isAsOf) return isOpen && !findsIn(t, one, next) && !findsIn(t, clauseAround(t, one), ahead);
  return besides(t, one.start - 1) !== null && levels(t, one.end) !== null;
}

const changed = wordsBeside("to|, to");

/** "From 4.8% in 2025 to 4.2% in 2026": the second is what is forecast. */
function isFirstOfValues(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  const [second] = following;
  if (second === undefined || second.start - one.end > MOST_BETWEEN + 2) return false;
  let hasFrom = t.is(one.start, "from");
  for (let back = 1; back <= MOST_BETWEEN && !hasFrom; back += 1) hasFrom = t.is(one.start - back, "from");
  const between = { start: one.end, end: second.start };
  const isValue = findsIn(t, between, (_, at) => (t.at(at).kind === "number" ? true : null));
  return hasFrom && isValue && findsIn(t, between, changed);
}

const insteadOf = wordsBeside("instead of|rather than|and not|, not");
const instead = wordsBeside(
  "but|, but|, but rather|but rather|,|; it's|, it's|, it is|- it's|but in|, but in",
);
const sorry = wordsBeside(
  "well|sorry|i mean|no wait|wait no|wait|no|make that|scratch that|or rather|correction|excuse me|i should say|rather|actually|well actually|i meant|my mistake",
);
const MOST_SIGNS = 4;
/** "By 2028, sorry, by 2029": nothing but that stands between them, or begins the second. */
function isTakenBack(t: Tokens, one: Placed, second: Placed): boolean {
  const isBegun = sorry(t, second.start) !== null && second.start - one.end <= MOST_SIGNS;
  return isBegun || isOnlyBetween(t, { start: one.end, end: second.start }, sorry);
}

/** "Not 2027 but 2028". */
function isCorrected(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  const isDenied = t.is(one.start - 1, "not") || t.is(one.start, "not");
  const [second] = following;
  if (second !== undefined && isTakenBack(t, one, second)) return true;
  if (following.length > 0) {
    for (let back = 2; back <= 3; back += 1)
      if (insteadOf(t, one.start - back)?.end === one.start) return true;
  }
  const join = isDenied && second !== undefined ? instead(t, one.end) : null;
  return join !== null && second !== undefined && second.start - join.end <= 1;
}

const releases = wordsBeside(
  "raised|cut|published|released|updated|announced|revised|lowered|lifted|trimmed|issued|reiterated|reaffirmed|upgraded|downgraded|said|says|told|reported|unveiled|hiked|slashed",
);
/** "This week the bank raised its 2027 forecast": when that was said. */
function isWhenTold(t: Tokens, one: Placed, following: readonly Placed[]): boolean {
  if (!isRelative(t, one) || findsIn(t, one, next)) return false;
  const isFollowed = following.some(
    ({ horizon }) => horizon.kind === "window" || horizon.kind === "ambiguous",
  );
  return isFollowed && findsIn(t, clauseAround(t, one), releases);
}

const superlative = wordsBeside(
  "most|worst|best|least|first time|the first|only time|the only|a record|not seen|never seen|unseen",
);
const MOST_TO_SUPERLATIVE = 7;
/** "The biggest drop in forty years": looking back on them. */
function isSinceThen(t: Tokens, one: Placed): boolean {
  const { expression } = one.candidate;
  if (expression.kind !== "count" || !t.is(one.start, "in") || t.is(one.start + 1, "the")) return false;
  for (let back = 1; back <= MOST_TO_SUPERLATIVE; back += 1) {
    const { kind, text } = t.at(one.start - back);
    if (kind === "sign") return false;
    const isSuperlative = text.endsWith("est") && text.length > 5 && !NO_SUPERLATIVE.has(text);
    if (isSuperlative || superlative(t, one.start - back) !== null) return true;
  }
  return false;
}
const NO_SUPERLATIVE = new Set(
  "invest interest request suggest harvest protest forest contest honest modest digest manifest".split(" "),
);

const onceThen = wordsBeside(
  "once|after|as soon as|when|following|from the day|from the moment|from the time",
);
const fromNow = wordsBeside("from now|next|coming|hence|away|another|more|from today");
/** "Once we've launched, it will take three years": counted from what is told first. */
function isAfterEvent(t: Tokens, one: Placed, sentence: Stretch): boolean {
  const { expression } = one.candidate;
  const opened = onceThen(t, sentence.start);
  if (expression.kind !== "count" || opened === null || one.start < opened.end + 2) return false;
  return !findsIn(t, { start: one.start, end: one.end + 1 }, fromNow);
}

const unreal = wordsBeside(
  "would have been|would've been|'d have been|could have been|should have been|would have turned|'d have turned",
);
/** "The film is set in 2049", "he'd have been a hundred this year": nothing of it falls due. */
function isMadeUp(t: Tokens, one: Placed, sentence: Stretch): boolean {
  const isSet = t.is(one.start - 1, "set") && ["is", "are", "was", "'s"].includes(t.at(one.start - 2).text);
  return (isSet && t.is(one.start, "in")) || findsIn(t, { start: sentence.start, end: one.start }, unreal);
}

/** "In five years of testing": so long a thing, and no time when. */
function isLengthOf(t: Tokens, one: Placed): boolean {
  const { expression } = one.candidate;
  if (expression.kind !== "count" || expression.how === "at-least") return false;
  const last = one.end - 1;
  const isBare = unitMany(t, last) !== null || unitOne(t, last) !== null;
  return isBare && t.is(one.end, "of") && quantity(t, one.start + 1) !== null;
}

const ownView = remembered(
  wordsBeside(
    "i think|i'd say|i would say|my guess|my bet|my view|i expect|i'd bet|i predict|i believe|i guess|in my view|in my opinion|i reckon|my forecast|my prediction|i'd put|i'd guess",
  ),
);

export const englishContext: Context = {
  isNoHorizon: (t, one, sentence, following) =>
    isOfOlderForecast(t, one, sentence) ||
    isTold(t, one, sentence) ||
    isComparedWith(t, one) ||
    isFirstOfValues(t, one, following) ||
    isCorrected(t, one, following) ||
    isLengthOf(t, one) ||
    isSinceThen(t, one) ||
    isMadeUp(t, one, sentence) ||
    isAfterEvent(t, one, sentence) ||
    isWhenTold(t, one, following),
  isOwnView: (t, stretch) => findsIn(t, stretch, ownView),
  speaksAhead: (t, stretch) => findsIn(t, stretch, future),
};
