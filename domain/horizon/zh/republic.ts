import type { Found, Rule, Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { dayOf, oneDay, type Period } from "../period.ts";
import { present, type SaidWhen, saidWhen } from "../when.ts";
import { count, digitRun } from "./number.ts";

const era = wordsOf("民國|中華民國|民國的");
/** The year before the first of the Republic of China, which is 1912. */
const BEFORE = 1911;
const LONGEST = 3;

/** The number of such a year without its era: 118, 一一八, 一百一十八, 元. */
export function republicNumber(t: Tokens, place: number): Found<number> | null {
  if (t.is(place, "元")) return { value: BEFORE + 1, end: place + 1 };
  const digits = digitRun(t, place);
  const isRun = digits !== null && digits.end - place > 1 && digits.end - place <= LONGEST;
  const found = isRun ? digits : count(t, place);
  return found === null || found.value < 1 || found.value >= 10 ** LONGEST
    ? null
    : { value: BEFORE + found.value, end: found.end };
}

const [FIRST_UNSAID, LAST_UNSAID] = [101, 149];

/** 116年 may be the year 2027 or so many years: Taiwan leaves 民國 out. */
export function isPerhapsRepublic(t: Tokens, place: number): boolean {
  const { kind, value } = t.at(place);
  return kind === "number" && value >= FIRST_UNSAID && value <= LAST_UNSAID && t.is(place + 1, "年");
}

/**
 * A year of the Republic of China, as Taiwan counts them.
 *
 * @example republicYear of 民國118 // 2029
 */
export const republicYear: Rule<number> = (t, place) => {
  const named = era(t, place);
  return named === null ? null : republicNumber(t, named.end);
};

const FURTHEST = 60;
const shown = wordsOf(
  "年底|年初|年中|年末|年度|年第一季|年第二季|年第三季|年第四季|年上半年|年下半年|年上半|年下半|年第",
);
/** 118年底, 一一八年六月: no number of years has such a part, so that the era is meant. Null for 118年後. */
export const republicUnsaid: Rule<number> = (t, place) => {
  const before = t.at(place - 1);
  if (before.kind === "number" || (t.at(place).glued && (before.kind === "word" || before.text === "-")))
    return null;
  const year = republicNumber(t, place);
  const said = Number(t.saidOn.slice(0, 4));
  if (year === null || t.is(place, "元") || year.value < BEFORE + FIRST_UNSAID) return null;
  if (!t.is(year.end, "年") || year.value > said + FURTHEST) return null;
  const month = count(t, year.end + 1);
  const isMonth = month !== null && month.value <= 12 && t.is(month.end, "月");
  const isBounded = TO.has(before.text) && !SIDES.has(t.at(year.end + 1).text);
  // 115年資本支出估45億元: at the head of a clause, with something that is of that year.
  const next = t.at(year.end + 1);
  const isHead = before.kind === "sign" || before.kind === "end";
  const isSubject = isHead && next.kind === "han" && !SIDES.has(next.text) && !AGES.has(next.text);
  const isPart =
    isSubject || isBounded || isMonth || shown(t, year.end) !== null || quarter(t, year.end + 1) !== null;
  return isPart ? year : null;
};
const TO = new Set([..."到至於在"]);
const AGES = new Set([..."老歷史級壽的屆校店級齡"]);
const SIDES = new Set([..."內前後之以來多半間期"]);
const quarter = wordsOf("q1|q2|q3|q4|h1|h2");

/** 民國118/3/31. */
export const republicDate: Rule<SaidWhen> = (t, place) => {
  const year = republicYear(t, place);
  if (year === null) return null;
  const [sign, month, again, date] = [0, 1, 2, 3].map((step) => t.at(year.end + step));
  if (sign === undefined || sign.text !== again?.text || !"-/".includes(sign.text || " ")) return null;
  const on: Period | null = oneDay(dayOf(year.value, month?.value ?? 0, date?.value ?? 0));
  return saidWhen(present([on]), year.end + 4);
};
