import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import {
  centuryOf,
  daySpanOn,
  decadeOf,
  nearestDecade,
  type Period,
  through,
  type When,
  yearOf,
  years,
} from "../period.ts";
import { spanOf } from "../span.ts";
import { fiscalYears, fiscalYearsNear, fiscalYearsOver, present } from "../when.ts";
import { joinsNext } from "./next-words.ts";
import { count, yearDigits } from "./number.ts";
import { republicUnsaid, republicYear } from "./republic.ts";
import { half, part, relativeCentury, relativeDecade, relativeYear, season } from "./words.ts";

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const THIS_CENTURY = 2000;

const era = wordsOf("公元|西元|公曆|在|於");
const fiscal = wordsOf("財年|財政年度|會計年度|財務年度|財政年|財會年度|個財年|度財年");
const fiscalNear = lexicon([
  ["上個財年|上一財年|上一個財年|上個會計年度|上一會計年度|上一個會計年度", -1],
  ["本財年|這個財年|本會計年度|這個會計年度|本財政年度|當前財年|本財務年度", 0],
  [
    "下個財年|下一財年|下一個財年|下財年|下個會計年度|下一會計年度|下一個會計年度|下個財政年度|下一財政年度",
    1,
  ],
]);
const isYear = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Behind two digits these tell that they are a year and no number of years: 27年底. */
const shows: Rule<unknown> = (t, place) => {
  const number = count(t, place);
  const isMonth = number !== null && number.value <= 12 && t.is(number.end, "月");
  return isMonth
    ? { value: true, end: place }
    : (part(t, place) ?? half(t, place) ?? season(t, place) ?? quarterSign(t, place));
};
const quarterSign = wordsOf("q|h|第一季|第二季|第三季|第四季|一季度|二季度|三季度|四季度");

/** 2030年, 二〇三〇年, 27年底. */
const numbered: Rule<When> = (t, place) => {
  const start = era(t, place)?.end ?? place;
  const digits = yearDigits(t, start);
  if (digits === null) return null;
  const { year, isShort } = digits.value;
  const twoYears = isShort ? null : overTwoYears(t, digits.end, year);
  if (twoYears !== null) return twoYears;
  const fiscalWord = fiscal(t, digits.end);
  if (fiscalWord !== null) {
    return { value: fiscalYears(isShort ? THIS_CENTURY + year : year), end: fiscalWord.end };
  }
  if (!t.is(digits.end, "年")) {
    return isYear(year) && !isShort
      ? bareDigits(t, start, digits.end, year)
      : shortDigits(t, digits.end, year);
  }
  const ofFiscal = fiscal(t, digits.end + 1);
  if (ofFiscal !== null && !isShort) return { value: fiscalYears(year), end: ofFiscal.end };
  const end = digits.end + (t.is(digits.end + 1, "度") && !isShort ? 2 : 1);
  if (isShort) {
    const isShown = shows(t, end) !== null || shows(t, digits.end) !== null;
    return isShown ? { value: present([years(nearest(year, t))]), end } : null;
  }
  return isYear(year) ? { value: present([years(year)]), end } : null;
};

const overWord = wordsOf("財年|財政年度|會計年度|年度|財務年度|財政年|學年|學年度|年財年");
const untilWord = wordsOf("-|/|至|到|~");
/** 2026-27財政年度: named by both of its years, so that it ends in the second and not with December. */
function overTwoYears(t: Tokens, place: number, first: number): Found<When> | null {
  const join = untilWord(t, place);
  const second = join === null ? null : yearDigits(t, join.end);
  if (second === null || second.value.year % 100 !== (first + 1) % 100) return null;
  const word = overWord(t, second.end);
  return word === null ? null : { value: fiscalYearsOver(first + 1), end: word.end };
}

const bounds = wordsOf("前|之前|以前|後|之後|以後|左右|前後|起|或之前|為止");
const OPENERS = new Set([..."在到於約是自從至概計將要會能可望最遲晚快早為元"]);
const parts = wordsOf("底|初|末|年底|底前|中期|中旬|中葉|春天|夏天|秋天|冬天|春季|夏季|秋季|冬季");

const earliest = wordsOf("最快|最早|最晚|最遲|最慢|要到|等到|直到|預計|預估");

/** 2027下半年, 2030前, 2027底: what stands behind four digits tells that they are a year. */
function bareDigits(t: Tokens, start: number, end: number, year: number): Found<When> | null {
  const month = count(t, end);
  const isMonth = month !== null && month.value <= 12 && t.is(month.end, "月");
  const before = t.at(start - 1);
  // 股價2030前後 is a price.
  const isOpen = before.kind !== "han" || OPENERS.has(before.text);
  const isBound = isOpen && bounds(t, end) !== null && !joinsNext(t, end);
  const isPart = parts(t, end) !== null || half(t, end) !== null || quarterSign(t, end) !== null;
  const token = t.at(start);
  const isName = token.glued && t.at(start - 1).kind === "word";
  const isOpened =
    earliest(t, start - 2)?.end === start && (t.at(end).kind === "sign" || t.at(end).kind === "end");
  if (isName || !(isMonth || isBound || isPart || isOpened || slotLetter(t, end))) return null;
  return { value: present([years(year)]), end };
}

/** 27H2, 27下半年. */
function shortDigits(t: Tokens, end: number, year: number): Found<When> | null {
  const isShown = year < 100 && (half(t, end) !== null || (slotLetter(t, end) && t.at(end).glued));
  return isShown ? { value: present([years(nearest(year, t))]), end } : null;
}

/** Q3, H1, and with a sign before: 2027-Q3. */
function slotLetter(t: Tokens, place: number): boolean {
  const at = t.is(place, "-") || t.is(place, "/") ? place + 1 : place;
  return (t.is(at, "q") || t.is(at, "h")) && t.at(at + 1).glued && t.at(at + 1).kind === "number";
}

/** Two digits are of the century that the day is in, or of the one before where that is nearer: 98年 said in 1997. */
function nearest(short: number, t: Tokens): number {
  const said = yearOf(t.saidOn);
  const here = said - (said % 100) + short;
  return here - said > 50 ? here - 100 : here;
}

/** 民國118年, 民國一一八年. */
const republic: Rule<When> = (t, place) => {
  const year = republicYear(t, era(t, place)?.end ?? place) ?? republicUnsaid(t, era(t, place)?.end ?? place);
  return year !== null && t.is(year.end, "年") && isYear(year.value)
    ? { value: present([years(year.value)]), end: year.end + 1 }
    : null;
};

/** 今年, 明年, 明後年. */
const relative: Rule<When> = (t, place) => {
  const found = relativeYear(t, place);
  // A bare 年 stands only before its part: 年底, 年初.
  if (found === null || (found.end === place + 1 && t.is(place, "年"))) return null;
  const ofFiscal = fiscal(t, found.end);
  if (ofFiscal !== null) {
    return { value: fiscalYears(yearOf(t.saidOn) + found.value[0]), end: ofFiscal.end };
  }
  const [first, last] = found.value.map((ahead) => years(yearOf(t.saidOn) + ahead));
  return { value: present([first && last ? through(first, last) : null]), end: found.end };
};

/** 本財年, 下個會計年度: in as many ways as there are ends of such a year. */
const relativeFiscal: Rule<When> = (t, place) => {
  const near = fiscalNear(t, place);
  return near === null ? null : { value: fiscalYearsNear(t.saidOn, near.value), end: near.end };
};

/** 2030年代, 本世紀30年代, 三十年代, 這個十年. */
const decade: Rule<When> = (t, place) => {
  const near = relativeDecade(t, place);
  if (near !== null) {
    const decade = decadeOf(yearOf(t.saidOn) + near.value);
    // 下個十年 is the next of the calendar, or the ten years that begin now.
    const rolling = near.value === 10 ? daySpanOn(t.saidOn, spanOf(10, "year")) : [];
    const running = rolling.map(({ to }) => ({ from: t.saidOn, to }));
    return { value: present([decade, ...running]), end: near.end };
  }
  const republic = republicYear(t, place);
  if (republic !== null && t.is(republic.end, "年") && t.is(republic.end + 1, "代")) {
    return { value: present([years(republic.value, 10)]), end: republic.end + 2 };
  }
  const of = century(t, place);
  const start = of === null ? place : t.is(of.end, "的") ? of.end + 1 : of.end;
  const number = count(t, start) ?? digitsOf(t, start);
  if (number === null || number.value % 10 !== 0) return null;
  const at = number.end;
  if (!t.is(at, "年") || !t.is(at + 1, "代")) return null;
  const named = of?.value[0];
  if (number.value < 100 && named === undefined) {
    return { value: present([nearestDecade(t.saidOn, number.value)]), end: at + 2 };
  }
  const year = number.value < 100 && named !== undefined ? yearOf(named.from) + number.value : number.value;
  return isYear(year) ? { value: present([decadeOf(year)]), end: at + 2 } : null;
};
function digitsOf(t: Tokens, place: number): Found<number> | null {
  const digits = yearDigits(t, place);
  return digits === null ? null : { value: digits.value.year, end: digits.end };
}

/** 本世紀, 21世紀, 二十一世紀. */
const century: Rule<When> = (t, place) => {
  const near = relativeCentury(t, place);
  if (near !== null && (near.end > place + 2 || part(t, near.end) !== null)) {
    return { value: present([centuryOf(yearOf(t.saidOn) + near.value)]), end: near.end };
  }
  const number = count(t, place);
  if (number === null || number.value < 20 || number.value > 22) return null;
  const isWord = t.is(number.end, "世") && t.is(number.end + 1, "紀");
  return isWord ? { value: present([centuryOf((number.value - 1) * 100)]), end: number.end + 2 } : null;
};

/** A year or more than one, before what is said of it. */
export const yearWords: Rule<When> = remembered((t, place) =>
  furthest([
    numbered(t, place),
    republic(t, place),
    relative(t, place),
    relativeFiscal(t, place),
    decade(t, place),
    century(t, place),
  ]),
);

/** The year that 年底 and 年初 leave out. */
export const bareYear: Rule<Period> = (t, place) => {
  const isBare = t.is(place, "年") && part(t, place) !== null;
  const period = isBare ? years(yearOf(t.saidOn)) : null;
  return period === null ? null : { value: period, end: place };
};
