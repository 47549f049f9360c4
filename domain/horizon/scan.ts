import { type Day, day } from "../day.ts";
import { type Context, foremost, inContext, type Placed } from "./context.ts";
import { type Found, type Rule, Tokens } from "./cursor.ts";
import { englishContext } from "./en/context.ts";
import { leftoverInEnglish } from "./en/leftover.ts";
import { isDeniedInEnglish } from "./en/negation.ts";
import { readBareEnglish, readEnglish } from "./en/read.ts";
import type { Bound, Candidate, Expression } from "./expression.ts";
import { isFeast } from "./feast.ts";
import { joinedWith } from "./joined.ts";
import { beginsAny } from "./lexicon.ts";
import { type Period, yearOf } from "./period.ts";
import type { FoundHorizon, Place, TextLanguage } from "./reading.ts";
import { tokenise } from "./tokens.ts";
import { moved } from "./when.ts";
import { workOut } from "./window-of.ts";
import { chineseContext } from "./zh/context.ts";
import { leftoverInChinese } from "./zh/leftover.ts";
import { isDeniedInChinese } from "./zh/negation.ts";
import { readBareChinese, readChinese } from "./zh/read.ts";

type Leftover = (
  t: Tokens,
  start: number,
  one: Found<Candidate>,
  read: Rule<Candidate>,
) => { readonly start: number; readonly end: number } | null;

interface Rules {
  readonly read: Rule<Candidate>;
  /** What a phrase that is nothing but a time may leave out. */
  readonly readBare: Rule<Candidate>;
  readonly isDenied: (t: Tokens, start: number, end: number, looksBehind: boolean) => boolean;
  /** What is said of a time beyond what was read. */
  readonly leftover: Leftover;
  readonly context: Context;
}

const RULES: { readonly [L in TextLanguage]: Rules } = {
  en: {
    read: readEnglish,
    readBare: readBareEnglish,
    isDenied: isDeniedInEnglish,
    leftover: leftoverInEnglish,
    context: englishContext,
  },
  zh: {
    read: readChinese,
    readBare: readBareChinese,
    isDenied: isDeniedInChinese,
    leftover: leftoverInChinese,
    context: chineseContext,
  },
};

/** What is said later is not read: the calendar, which ends with the year 9999, might end before the next century. */
const LAST_SAID = day("9799-12-31");
/** Nor what was said earlier: "last year" would lie before the calendar. */
const FIRST_SAID = day("0101-01-01");
const isOutside = (saidOn: Day) => saidOn < FIRST_SAID || saidOn > LAST_SAID;

function placeOf(t: Tokens, start: number, end: number): Place {
  const words = t.between(start, end);
  const from = t.at(start).start;
  return { words, start: from, end: from + words.length };
}

/** What a bound comes to in a sentence that denies: "won't until 2032" is over when 2032 begins. */
const DENIED: { readonly [B in Bound]?: Bound } = {
  until: "before",
  "until-least": "before",
  "until-after": "by",
  "as-early": "by",
};
/** And in one that does not: "it takes until at least 2028". */
const AFFIRMED: { readonly [B in Bound]?: Bound } = {
  "until-least": "no-earlier",
  "until-after": "after",
  "as-early": "no-earlier",
};

const settled = (expression: Expression, negative: boolean): Expression =>
  expression.kind === "calendar"
    ? { ...expression, how: (negative ? DENIED : AFFIRMED)[expression.how] ?? expression.how }
    : expression;

function workOutAt(t: Tokens, start: number, found: Found<Candidate>, rules: Rules): FoundHorizon | null {
  const { expression, onlyNegative, onlyAffirmed, isDenied, deniedBehind, isRefused } = found.value;
  if (isRefused) return null;
  const looksBehind =
    deniedBehind ??
    (expression.kind === "count"
      ? expression.how === "within"
      : expression.kind === "calendar" && (expression.how === "in" || expression.how === "before"));
  const negative =
    isDenied === true ||
    (found.value.isAffirmed !== true && rules.isDenied(t, start, found.end, looksBehind));
  if ((onlyNegative && !negative) || (onlyAffirmed && negative)) return null;
  return workOut(settled(expression, negative), placeOf(t, start, found.end), t.saidOn, negative);
}

/** Beside the tables' words: Chinese numerals, Q3 and H1. */
const OTHER_WORDS = new Set([..."零〇一二三四五六七八九十百千廿卅兩壹貳參半幾數若好首末qh"]);
const SIGNS = new Set(["'", "~", "+", "<", ">", "≤", "≥"]);

/** Times begin with no other words and signs, and most of a text are such. */
function mayBegin(t: Tokens, place: number, language: TextLanguage): boolean {
  const { kind, text } = t.at(place);
  if (kind === "number") return true;
  if (kind === "sign") return SIGNS.has(text);
  return (kind === "word" || language === "zh") && (beginsAny(text) || OTHER_WORDS.has(text));
}

export interface Scan {
  readonly found: readonly FoundHorizon[];
  /** The one of them that the text's first sentence with a time falls due in. */
  readonly foremost: FoundHorizon | null;
  /** How many looks at a token it took: what reading costs, in proportion to the length of the text. */
  readonly steps: number;
}

const STOPS = new Set([".", ";", "!", "?", "\n"]);
const MOST_TO_YEAR = 40;
/** 2026年上半年4.5%，下半年4.9%: a time without a year is of the year that the sentence named before it. */
function inYearSaid(t: Tokens, one: Found<Candidate>, before: Placed | undefined): Found<Candidate> {
  const { expression } = one.value;
  const said = before?.candidate.expression;
  if (before === undefined || expression.kind !== "calendar" || said?.kind !== "calendar") return one;
  const [year] = said.when;
  if (said.when.length !== 1 || year === undefined || year.assumed === true) return one;
  const isOfOne = ({ from, to }: Period) => yearOf(from) === yearOf(to);
  if (!isOfOne(year) || yearOf(year.from) < yearOf(t.saidOn)) return one;
  if (!expression.when.every((period) => period.assumed && isOfOne(period))) return one;
  if (one.end - before.end > MOST_TO_YEAR) return one;
  for (let at = before.end; at < one.end; at += 1) if (STOPS.has(t.at(at).text)) return one;
  const when = expression.when.map((period) => {
    const { assumed: _, ...plain } = period;
    return moved(plain, yearOf(year.from) - yearOf(period.from));
  });
  return when.every(({ to }) => to >= t.saidOn)
    ? { ...one, value: { ...one.value, expression: { ...expression, when } } }
    : one;
}

/**
 * The time that begins at a place, with its second bound; `unread` where more is said of it than we read.
 *
 * @param before the one before it
 */
function placedAt(
  t: Tokens,
  start: number,
  before: Placed | undefined,
  rules: Rules,
): { readonly end: number; readonly placed?: Placed } | null {
  const read = rules.read(t, start);
  if (read === null) return null;
  const first = inYearSaid(t, read, before);
  const one = joinedWith(t, first, rules.read) ?? first;
  if (isFeast(t, start, one.end)) return one;
  const horizon = workOutAt(t, start, one, rules);
  if (horizon === null) return one;
  const candidate = one.value;
  const rest =
    horizon.kind === "vague" || horizon.kind === "past" ? null : rules.leftover(t, start, one, rules.read);
  if (rest === null) return { end: one.end, placed: { start, end: one.end, candidate, horizon } };
  const whole = { start: Math.max(before?.end ?? 0, rest.start), end: rest.end };
  const unread: FoundHorizon = { kind: "unread", ...placeOf(t, whole.start, whole.end) };
  return { end: whole.end, placed: { ...whole, candidate, horizon: unread } };
}

/** Finds every horizon of a text, in order of place, none inside another. */
export function scan(text: string, language: TextLanguage, saidOn: Day): Scan {
  if (isOutside(saidOn)) return { found: [], foremost: null, steps: 0 };
  const rules = RULES[language];
  const t = new Tokens(text, tokenise(text), saidOn);
  const placed: Placed[] = [];
  for (let place = 0; place < t.length; ) {
    const one = mayBegin(t, place, language) ? placedAt(t, place, placed.at(-1), rules) : null;
    if (one?.placed) placed.push(one.placed);
    place = Math.max(place + 1, one?.end ?? 0);
  }
  const found = inContext(t, placed, rules.context);
  return { found, foremost: foremost(t, placed, found, rules.context), steps: t.steps };
}

/** Reads a text that is nothing but a time: "2-3 years", "2030", 兩年. */
export function scanBare(text: string, language: TextLanguage, saidOn: Day): FoundHorizon | null {
  if (isOutside(saidOn)) return null;
  const rules = RULES[language];
  const t = new Tokens(text, tokenise(text), saidOn);
  const one = rules.readBare(t, 0);
  if (one === null) return null;
  for (let rest = one.end; rest < t.length; rest += 1) if (t.at(rest).kind !== "sign") return null;
  return workOutAt(t, 0, one, rules);
}
