import type { Found, Rule, Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { type Period, type When, yearOf, years } from "../period.ts";
import { fiscalYears, fiscalYearsNear, fiscalYearsOver, present } from "../when.ts";
import { digits, quantity } from "./number.ts";
import { cardinal, month, thisOrNext, unitMany, unitOne } from "./words.ts";

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const THIS_CENTURY = 2000;

/** What follows a number that is counted and not a year: "in 2030 stores". */
const counted = wordsOf(
  "%|percent|dollars|euros|people|users|tokens|companies|units|million|billion|trillion|thousand|points|hours|minutes|seconds|stores|employees|workers|jobs|cities|countries|customers|times|days|weeks|months|years|year|watts|miles|km|kg|gw|mw|gpus|chips|cars|robots|satellites|developers|papers|pages|lines|items|cases|votes",
);

const isYear = (number: number) => Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;

/** "twenty thirty", "twenty twenty-seven", "two thousand and thirty", as transcripts have them. */
function spokenYear(t: Tokens, place: number): Found<number> | null {
  const first = cardinal(t, place);
  if (first === null) return null;
  if (first.value === 2 && t.is(first.end, "thousand")) {
    const start = t.is(first.end + 1, "and") ? first.end + 2 : first.end + 1;
    const tail = twoDigits(t, start);
    return tail === null ? null : { value: THIS_CENTURY + tail.value, end: tail.end };
  }
  if (first.value !== 20) return null;
  const tail = twoDigits(t, first.end);
  return tail === null || tail.value < 10 ? null : { value: THIS_CENTURY + tail.value, end: tail.end };
}

function twoDigits(t: Tokens, place: number): Found<number> | null {
  const tens = cardinal(t, place);
  if (tens === null) return null;
  const isRound = tens.value >= 20 && tens.value % 10 === 0;
  const ones = isRound ? cardinal(t, t.is(tens.end, "-") ? tens.end + 1 : tens.end) : null;
  return ones !== null && ones.value > 0 && ones.value < 10
    ? { value: tens.value + ones.value, end: ones.end }
    : tens;
}

/** Letters that analysts set behind a year of which they estimate: "2027E". */
const ESTIMATED = new Set(["e", "f", "p"]);
/** Behind a year, and part of it. */
const isTail = (t: Tokens, place: number) => {
  const { kind, text, glued } = t.at(place);
  return kind === "word" && glued && (ESTIMATED.has(text) || text === "ish");
};

/** The digits of a year behind letters that say that it is one: "CY26", "YE 2026". */
export function namedYear(t: Tokens, place: number): Found<number> | null {
  const at = t.is(place, "'") || (t.is(place, "-") && t.at(place).glued) ? place + 1 : place;
  const { kind, text, value } = t.at(at);
  if (kind !== "number" || !Number.isInteger(value)) return null;
  const year = text.length === 2 ? THIS_CENTURY + value : text.length === 4 && isYear(value) ? value : null;
  const end = isTail(t, at + 1) ? at + 2 : at + 1;
  return year === null || (t.at(end).glued && t.at(end).kind === "word") ? null : { value: year, end };
}

/** "2030", "the year 2030", "'27", "CY26". */
export const yearNumber: Rule<number> = (t, place) => {
  const calendar = t.is(place, "cy") ? namedYear(t, place + 1) : null;
  if (calendar !== null) return calendar;
  const at = yearPrefix(t, place)?.end ?? place;
  if (t.is(at, "'")) {
    const short = digits(t, at + 1);
    const isShort = short !== null && t.at(at + 1).glued && t.at(at + 1).text.length === 2;
    return isShort ? { value: THIS_CENTURY + short.value, end: short.end } : null;
  }
  const written = digits(t, at);
  const found = written ?? spokenYear(t, at);
  if (found === null || !isYear(found.value)) return null;
  const isCounted = counted(t, found.end) !== null || (written !== null && t.at(at).text.length !== 4);
  const end = written !== null && isTail(t, found.end) ? found.end + 1 : found.end;
  const behind = t.at(end);
  const isPiece = (behind.text === "q" || behind.text === "h") && t.at(found.end + 1).glued;
  return isCounted || (behind.kind === "word" && behind.glued && !isPiece)
    ? null
    : { value: found.value, end };
};
const yearPrefix = wordsOf(
  "full-year|full year|the full year|the year|calendar year|calendar|the calendar year|cy|year|the years",
);

const fiscalWords = wordsOf(
  "fye|fy|fiscal|fiscal year|financial year|the fiscal year|the financial year|fiscal years|the fiscal year of",
);
/** The second year of "FY2026/27": it is named by both, and ends in that one, so not with December. */
function secondYear(t: Tokens, place: number, first: number): Found<When> | null {
  const [sign, token] = [t.at(place), t.at(place + 1)];
  const joins =
    (sign.text === "/" || sign.text === "-") && sign.glued && token.kind === "number" && token.glued;
  if (!joins || token.value !== (token.text.length === 2 ? (first + 1) % 100 : first + 1)) return null;
  return { value: fiscalYearsOver(first + 1), end: place + 2 };
}

const ending = wordsOf("ending|ending in|ended|that ends in|which ends in|ending on");

const fiscalNear = lexicon(
  (
    [
      ["last", -1],
      ["this", 0],
      ["the current", 0],
      ["the", 0],
      ["current", 0],
      ["next", 1],
      ["the next", 1],
      ["the coming", 1],
      ["the following", 1],
    ] as const
  ).map(([which, ahead]) => [`${which} fiscal year|${which} financial year|${which} fiscal`, ahead] as const),
);

/** "FY27", "fiscal 2027", "the fiscal year ending March 2027". */
export const fiscalYear: Rule<When> = (t, place) => {
  const near = fiscalNear(t, place);
  const isNamed = near !== null && (fiscalWords(t, place)?.end ?? 0) >= near.end;
  const hasName = near !== null && (ending(t, near.end) !== null || Number.isInteger(t.at(near.end).value));
  if (near !== null && !(isNamed && (hasName || t.is(near.end, "of")))) {
    return { value: fiscalYearsNear(t.saidOn, near.value), end: near.end };
  }
  const words = fiscalWords(t, place);
  if (words === null) return null;
  const said = ending(t, words.end);
  if (said !== null) {
    const ends = month(t, said.end);
    const year = ends === null ? null : yearNumber(t, ends.end);
    return ends === null || year === null
      ? null
      : { value: fiscalYears(year.value, [ends.value]), end: year.end };
  }
  const year = namedYear(t, words.end);
  if (year === null) return null;
  return secondYear(t, year.end, year.value) ?? { value: fiscalYears(year.value), end: year.end };
};

/** "This year", "next year", "the year after next". */
export const relativeYear: Rule<Period> = (t, place) => {
  const after = yearAfterNext(t, place);
  const which = thisOrNext(t, place);
  const isYearWord = which !== null && unitOne(t, which.end)?.value === "year";
  const over = lastYear(t, place);
  // "The last year of the decade" is to come.
  if (over !== null) {
    if (t.is(over.end, "of")) return null;
    const period = years(yearOf(t.saidOn) - 1);
    return period === null ? null : { value: period, end: over.end };
  }
  const ahead = after !== null ? 2 : isYearWord ? which.value : null;
  if (ahead === null) return null;
  const period = years(yearOf(t.saidOn) + ahead);
  return period === null ? null : { value: period, end: after?.end ?? (which?.end ?? place) + 1 };
};
const yearAfterNext = wordsOf("the year after next|year after next|the year after that");

const lastYear = wordsOf("last year|the last year|the previous year");

const ofYear = wordsOf("of|in|,|-|of the|in the|/");

/** A year behind a month, quarter or half: "of 2027", "next year", "2027". None said is left to the caller. */
export const yearBehind: Rule<When> = (t, place) => {
  const at = ofYear(t, place)?.end ?? place;
  const fiscal = fiscalYear(t, at);
  if (fiscal !== null) return fiscal;
  const relative = relativeYear(t, at);
  if (relative !== null) return { value: [relative.value], end: relative.end };
  const number = yearNumber(t, at);
  if (number !== null) return { value: present([years(number.value)]), end: number.end };
  const back = quantity(t, place);
  const over = back === null ? null : (unitMany(t, back.end) ?? unitOne(t, back.end));
  if (back !== null && over?.value === "year" && t.is(over.end, "ago") && Number.isInteger(back.value)) {
    return { value: present([years(yearOf(t.saidOn) - back.value)]), end: over.end + 1 };
  }
  // "March in two years": that many calendar years on.
  const count = t.is(place, "in") ? quantity(t, at) : null;
  const unit = count === null ? null : (unitMany(t, count.end) ?? unitOne(t, count.end));
  if (count === null || unit?.value !== "year" || !Number.isInteger(count.value)) return null;
  return { value: present([years(yearOf(t.saidOn) + count.value)]), end: unit.end };
};
