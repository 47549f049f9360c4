import { daysBetween } from "../day.ts";
import type { Tokens } from "./cursor.ts";
import type { Candidate } from "./expression.ts";
import { saysLast } from "./latest.ts";
import type { FoundHorizon } from "./reading.ts";

/** A stretch of tokens, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A time as it was read, among the tokens of its sentence. */
export interface Placed extends Stretch {
  readonly candidate: Candidate;
  readonly horizon: FoundHorizon;
}

/** What the rest of a sentence tells of a time in it. */
export interface Context {
  /** The sentence only looks back to this time, compares with it or corrects it: nothing falls due in it. */
  readonly isNoHorizon: (t: Tokens, one: Placed, sentence: Stretch, following: readonly Placed[]) => boolean;
  /** Whether words of a stretch say that it is what the speaker thinks: "my guess", 我認為. */
  readonly isOwnView: (t: Tokens, stretch: Stretch) => boolean;
  /** Whether words of a stretch speak of what is to come. */
  readonly speaksAhead: (t: Tokens, stretch: Stretch) => boolean;
}

const SENTENCE = new Set([".", ";", "!", "?", "\n"]);
const CLAUSE = new Set([...SENTENCE, ",", ":", "(", ")"]);
/** No sentence is looked at further. */
const MOST_TOKENS = 80;

/** Three full stops end nothing. */
export const isDots = (t: Tokens, at: number) => t.is(at, ".") && (t.is(at + 1, ".") || t.is(at - 1, "."));

function stretchAround(t: Tokens, one: Stretch, stops: ReadonlySet<string>): Stretch {
  let [start, end] = [one.start, one.end];
  const isStop = (at: number) => stops.has(t.at(at).text) && !isDots(t, at);
  while (start > 0 && one.start - start < MOST_TOKENS && !isStop(start - 1)) start -= 1;
  while (end < t.length && end - one.end < MOST_TOKENS && !isStop(end)) end += 1;
  return { start, end };
}

export const sentenceAround = (t: Tokens, one: Stretch): Stretch => stretchAround(t, one, SENTENCE);
export const clauseAround = (t: Tokens, one: Stretch): Stretch => stretchAround(t, one, CLAUSE);

/** Of the calendar and said without its year: it is taken for the next one. */
export const isYearless = ({ candidate: { expression } }: Placed): boolean =>
  expression.kind === "calendar" && expression.when.some(({ assumed }) => assumed === true);

/** In days: more than half a year. */
const FAR = 200;
/**
 * Whether a time without a year is so far ahead that the one of it that is over lies nearer: where nothing speaks of what
 * is to come, that one is told of.
 */
export const isLikelyOver = (t: Tokens, { candidate: { expression } }: Placed): boolean =>
  expression.kind === "calendar" &&
  expression.how === "in" &&
  expression.when.length > 0 &&
  expression.when.every(({ from, assumed }) => assumed === true && daysBetween(t.saidOn, from) > FAR);

/** Whether a rule finds something in a stretch. */
export const findsIn = (
  t: Tokens,
  { start, end }: Stretch,
  rule: (t: Tokens, place: number) => unknown,
): boolean => {
  for (let at = start; at < end; at += 1) if (rule(t, at) !== null) return true;
  return false;
};

/** Whether nothing stands between two places but signs and words of a table, and one of those at least. */
export function isOnlyBetween(
  t: Tokens,
  { start, end }: Stretch,
  rule: (t: Tokens, place: number) => { readonly end: number } | null,
): boolean {
  let isThere = false;
  for (let at = start; at < end; ) {
    const words = rule(t, at);
    const isSign = t.at(at).kind === "sign" && (!t.is(at, ".") || isDots(t, at));
    if (words === null && !isSign) return false;
    isThere ||= words !== null;
    at = words?.end ?? at + 1;
  }
  return isThere;
}

const isDated = ({ kind }: FoundHorizon) => kind === "window" || kind === "ambiguous" || kind === "unread";

/** So many of the next times of a sentence are looked at. */
const MOST_FOLLOWING = 3;

/** Times that the sentence only looks back to become `past`. */
export function inContext(t: Tokens, placed: readonly Placed[], context: Context): readonly FoundHorizon[] {
  return placed.map((one, at) => {
    const { words, start, end, kind } = one.horizon;
    if (kind === "past" || kind === "vague") return one.horizon;
    const sentence = sentenceAround(t, one);
    const following = placed
      .slice(at + 1, at + 1 + MOST_FOLLOWING)
      .filter((next) => next.start < sentence.end);
    return context.isNoHorizon(t, one, sentence, following)
      ? { kind: "past", inPassing: true, words, start, end }
      : one.horizon;
  });
}

const NEAR = 6;
/** Whether a time stands in brackets right behind another: 今年汛期（6月至8月）. */
function isInBrackets(t: Tokens, outer: Stretch, inner: Stretch): boolean {
  if (inner.start <= outer.end || inner.start - outer.end > NEAR) return false;
  for (let at = outer.end; at < inner.start; at += 1) if (t.is(at, "(")) return true;
  return false;
}

const YEARS_OF_AN_ERA = 9;
/** A time in an era that is named first: "looking ahead to the 2030s, it runs dry in 2034". */
function isWithin(one: FoundHorizon, era: FoundHorizon, isNear: boolean): boolean {
  if (one.kind !== "window" || era.kind !== "window") return false;
  const [inner, outer] = [one.window, era.window];
  if (inner.dueFrom === null || inner.dueBy === null || outer.dueFrom === null || outer.dueBy === null)
    return false;
  const years = Number(outer.dueBy.slice(0, 4)) - Number(outer.dueFrom.slice(0, 4));
  const isEra =
    (years >= YEARS_OF_AN_ERA || isNear) &&
    era.steps.every(({ rule }) => rule === "calendar" || rule === "under-way");
  return isEra && inner.dueFrom >= outer.dueFrom && inner.dueBy <= outer.dueBy;
}

const isAssumed = (one: Placed): boolean => {
  const { expression } = one.candidate;
  return isYearless(one) && expression.kind === "calendar" && expression.how === "in";
};
const isSaid = ({ candidate: { expression } }: Placed): boolean =>
  expression.kind === "calendar" &&
  expression.how === "by" &&
  expression.when.every(({ assumed }) => assumed !== true);

const opensOnly = (horizon: FoundHorizon): boolean =>
  horizon.kind === "window" && horizon.window.dueBy === null && !horizon.negative;

type Dated = { readonly one: Placed; readonly horizon: FoundHorizon };
/** 早則明年春天放開，晚則明年秋天: two bounds with words between them, which are not joined. */
function bothUnread(t: Tokens, first: Dated, last: Dated): FoundHorizon {
  const words = t.between(first.one.start, last.one.end);
  return { kind: "unread", words, start: first.horizon.start, end: first.horizon.start + words.length };
}

const MOST_BEFORE = 2;
/** The clause of a time; where it ends with the time ("By 2030, half of ..."), the next one too. */
function withNext(t: Tokens, one: Stretch): Stretch {
  const clause = clauseAround(t, one);
  const isAlone = one.start - clause.start <= MOST_BEFORE && clause.end <= one.end;
  if (!isAlone || SENTENCE.has(t.at(clause.end).text)) return clause;
  return { start: clause.start, end: clauseAround(t, { start: clause.end + 1, end: clause.end + 1 }).end };
}

/**
 * The time that what a text says falls due in: of several in its first sentence with any, the one that stands in a
 * clause that speaks of what is to come, else the first.
 */
export function foremost(
  t: Tokens,
  placed: readonly Placed[],
  found: readonly FoundHorizon[],
  context: Context,
): FoundHorizon | null {
  const dated = placed.flatMap((one, at) => {
    const horizon = found[at];
    return horizon !== undefined && isDated(horizon) ? [{ one, horizon }] : [];
  });
  const [first] = dated;
  if (first === undefined || dated.length === 1) return first?.horizon ?? null;
  const isAsked = ({ one }: { one: Placed }) => t.is(sentenceAround(t, one).end, "?");
  const lead = dated.find((one) => !isAsked(one)) ?? first;
  const { start, end } = sentenceAround(t, lead.one);
  const inFirst = dated.filter(({ one }) => one.start < end && one.start >= start);
  const own = inFirst.find(({ one }) => context.isOwnView(t, withNext(t, one)));
  const ahead = own ?? inFirst.find(({ one }) => context.speaksAhead(t, withNext(t, one)));
  const best = ahead ?? inFirst[0] ?? lead;
  // "Late in summer by the 2040s": a year that is said before one that is only the next.
  const said = isAssumed(best.one) ? inFirst.find(({ one }) => isSaid(one)) : undefined;
  if (said !== undefined) return said.horizon;
  const last = opensOnly(best.horizon)
    ? inFirst.find(({ one }) => one !== best.one && saysLast(t, one.start, one.end))
    : undefined;
  if (last !== undefined) return bothUnread(t, best, last);
  const exact = inFirst.find(
    ({ one, horizon }) =>
      horizon !== best.horizon && isWithin(horizon, best.horizon, isInBrackets(t, best.one, one)),
  );
  return (exact ?? best).horizon;
}
