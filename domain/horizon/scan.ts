import { type Day, day } from "../day.ts";
import { type Found, type Rule, Tokens } from "./cursor.ts";
import { isDeniedInEnglish } from "./en/negation.ts";
import { readBareEnglish, readEnglish } from "./en/read.ts";
import type { Bound, Candidate, Expression } from "./expression.ts";
import { beginsAny, wordsOf } from "./lexicon.ts";
import type { FoundHorizon, Place, TextLanguage } from "./reading.ts";
import { tokenise } from "./tokens.ts";
import { workOut } from "./window-of.ts";
import { isDeniedInChinese } from "./zh/negation.ts";
import { readBareChinese, readChinese } from "./zh/read.ts";

/** Feasts, which are no horizons that we read: a year beside one would be read for the whole of it. */
const names = wordsOf(
  "christmas|xmas|easter|thanksgiving|halloween|new year's|new year's eve|ramadan|diwali|hanukkah|聖誕|聖誕節|春節|中秋|中秋節|過年|農曆新年|端午|國慶|國慶節|元旦|除夕",
);
const LONGEST = 4;

const feast = {
  endsBefore: (t: Tokens, place: number): boolean => {
    for (let back = 1; back <= LONGEST; back += 1) if (names(t, place - back)?.end === place) return true;
    return false;
  },
  /** Behind what was read, or in the last of it: the 春 of 明年春節 is no spring. */
  follows: (t: Tokens, end: number): boolean => {
    for (let back = 0; back < LONGEST; back += 1) {
      const name = names(t, back === 0 && t.is(end, "的") ? end + 1 : end - back);
      if (name !== null && name.end > end) return true;
    }
    return false;
  },
};

interface Rules {
  readonly read: Rule<Candidate>;
  /** What a phrase that is nothing but a time may leave out. */
  readonly readBare: Rule<Candidate>;
  readonly isDenied: (t: Tokens, start: number, end: number, looksBehind: boolean) => boolean;
}

const RULES: { readonly [L in TextLanguage]: Rules } = {
  en: { read: readEnglish, readBare: readBareEnglish, isDenied: isDeniedInEnglish },
  zh: { read: readChinese, readBare: readBareChinese, isDenied: isDeniedInChinese },
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
  const negative = isDenied === true || rules.isDenied(t, start, found.end, looksBehind);
  if ((onlyNegative && !negative) || (onlyAffirmed && negative)) return null;
  return workOut(settled(expression, negative), placeOf(t, start, found.end), t.saidOn, negative);
}

/** Beside the tables' words: Chinese numerals, Q3 and H1. */
const OTHER_WORDS = new Set([..."零〇一二三四五六七八九十百千廿卅兩壹貳參半幾數若好首末qh"]);
const SIGNS = new Set(["'", "~", "+"]);

/** Times begin with no other words and signs, and most of a text are such. */
function mayBegin(t: Tokens, place: number, language: TextLanguage): boolean {
  const { kind, text } = t.at(place);
  if (kind === "number") return true;
  if (kind === "sign") return SIGNS.has(text);
  return (kind === "word" || language === "zh") && (beginsAny(text) || OTHER_WORDS.has(text));
}

export interface Scan {
  readonly found: readonly FoundHorizon[];
  /** How many looks at a token it took: what reading costs, in proportion to the length of the text. */
  readonly steps: number;
}

/** Finds every horizon of a text, in order of place, none inside another. */
export function scan(text: string, language: TextLanguage, saidOn: Day): Scan {
  if (isOutside(saidOn)) return { found: [], steps: 0 };
  const rules = RULES[language];
  const t = new Tokens(text, tokenise(text), saidOn);
  const found: FoundHorizon[] = [];
  for (let place = 0; place < t.length; ) {
    const one = mayBegin(t, place, language) ? rules.read(t, place) : null;
    const isFeast = one !== null && (feast.endsBefore(t, place) || feast.follows(t, one.end));
    const horizon = one === null || isFeast ? null : workOutAt(t, place, one, rules);
    if (horizon !== null) found.push(horizon);
    place = one === null ? place + 1 : one.end;
  }
  return { found, steps: t.steps };
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
