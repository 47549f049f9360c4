import { daysAfter } from "../../day.ts";
import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import {
  centuryOf,
  decadeOf,
  monthOf,
  months,
  nextOf,
  type Period,
  sliceOf,
  type When,
  weekOf,
  yearOf,
  years,
} from "../period.ts";
import type { Unit } from "../span.ts";
import { nextNamed, partsOf, present, type SaidWhen, seasonIn, seasonOf } from "../when.ts";
import { dayWord, monthDate, weekdayName, weekNumber, writtenDate } from "./date.ts";
import { digits, ordinal } from "./number.ts";
import { aboutNext, season, thisOrNext, unitOne, weekday } from "./words.ts";
import { fiscalYear, relativeYear, yearBehind, yearNumber } from "./year.ts";

type Read = Rule<SaidWhen>;
const said = (when: When, end: number, isStrong = true): Found<SaidWhen> | null =>
  when.length === 0 ? null : { value: { when, approximate: false, isStrong }, end };

/** The unit of the calendar that a day is in, or one so many later. */
export function unitPeriod(t: Tokens, unit: Unit, ahead: number): Period | null {
  const year = yearOf(t.saidOn);
  const month = monthOf(t.saidOn);
  switch (unit) {
    case "day":
      return { from: daysAfter(t.saidOn, ahead), to: daysAfter(t.saidOn, ahead) };
    case "week":
      return weekOf(t.saidOn, ahead);
    case "month":
      return months(year, month + ahead, 1);
    case "quarter":
      return months(year, month - ((month - 1) % 3) + 3 * ahead, 3);
    case "half":
      return months(year, month - ((month - 1) % 6) + 6 * ahead, 6);
    case "year":
      return years(year + ahead);
    case "decade":
      return decadeOf(year + 10 * ahead);
    case "century":
      return centuryOf(year + 100 * ahead);
    case "fortnight":
      return null;
    default:
      return unit satisfies never;
  }
}

const afterNext = lexicon<Unit>([
  ["the week after next|week after next", "week"],
  ["the month after next|month after next", "month"],
  ["the quarter after next", "quarter"],
  ["the year after next|year after next|the year after that", "year"],
  ["the decade after next", "decade"],
]);

/** "This quarter", "next year", "the week after next". */
const relative: Read = (t, place) => {
  const after = afterNext(t, place);
  if (after !== null) return said(present([unitPeriod(t, after.value, 2)]), after.end);
  const which = thisOrNext(t, aboutNext(t, place)?.end ?? place);
  const unit = which === null ? null : unitOne(t, which.end);
  if (which === null || unit === null || unit.value === "day") return null;
  const slot = slotBehind(t, unit.end);
  const on = unit.value === "week" ? weekday(t, onThe(t, unit.end)?.end ?? unit.end) : null;
  const period = unitPeriod(t, unit.value, which.value);
  if (period !== null && slot !== null) return said(present([sliceOf(period, ...slot.value)]), slot.end);
  if (period !== null && on !== null) {
    const day = daysAfter(period.from, on.value - 1);
    return said([{ from: day, to: day }], on.end);
  }
  return said(present([period]), unit.end);
};
const onThe = wordsOf("on|,|on the");

const pieces = lexicon([
  ["quarter|quarters", 4],
  ["half", 2],
]);

/** "First half", "third quarter", "Q3", "2H": which piece of a year, of how many. */
const slot: Rule<readonly [number, number]> = (t, place) => {
  const at = t.is(place, "the") ? place + 1 : place;
  const token = t.at(at);
  const count = token.text === "q" ? 4 : token.text === "h" ? 2 : 0;
  const number = t.at(at + 1);
  if (count > 0 && number.glued && number.value >= 1 && number.value <= count) {
    return { value: [number.value, count], end: at + 2 };
  }
  const letter = t.at(at + 1);
  const turned = letter.glued && !token.glued ? (letter.text === "q" ? 4 : letter.text === "h" ? 2 : 0) : 0;
  if (turned > 0 && token.value >= 1 && token.value <= turned)
    return { value: [token.value, turned], end: at + 2 };
  const which = ordinal(t, at);
  const piece = which === null ? null : pieces(t, which.end);
  return which !== null && piece !== null && which.value >= 1 && which.value <= piece.value
    ? { value: [which.value, piece.value], end: piece.end }
    : null;
};
const slotBehind: Rule<readonly [number, number]> = (t, place) =>
  slot(t, t.is(place, "-") ? place + 1 : place);

const ofThe = wordsOf("of the|of|in the|in|of this");
const wholeUnits = lexicon<Unit>([
  ["year|the year", "year"],
  ["decade|the decade", "decade"],
  ["century|the century", "century"],
  ["month|the month", "month"],
  ["quarter|the quarter", "quarter"],
  ["week|the week", "week"],
]);

/** "The month", "the decade": the one that the day is in, behind "the end of" and the like. */
export const definite: Read = (t, place) => {
  const unit = wholeUnits(t, place);
  return unit === null ? null : said(present([unitPeriod(t, unit.value, 0)]), unit.end, false);
};

/** A quarter or a half of something, or the next of its kind. */
const quarterOrHalf: Read = (t, place) => {
  const found = slot(t, place);
  if (found === null) return null;
  const [index, count] = found.value;
  const sized = (when: When) => present(when.map((period) => sliceOf(period, index, count)));
  // Two digits stand for a year right behind: "3Q26", "Q3'26".
  const short = t.at(found.end);
  if (short.glued && short.kind === "number" && short.text.length === 2) {
    return said(sized(present([years(2000 + short.value)])), found.end + 1);
  }
  const year = yearBehind(t, found.end);
  if (year !== null) return said(sized(year.value), year.end);
  const of = ofThe(t, found.end);
  const whole = of === null ? null : (longUnit(t, of.end) ?? decade(t, of.end) ?? relative(t, of.end));
  if (whole !== null) return said(sized(whole.value.when), whole.end);
  const month = of === null ? null : shortUnit(t, of.end);
  const end = of !== null && t.is(of.end, "year") ? of.end + 1 : found.end;
  if (month !== null && count === 2) return said(sized(month.value.when), month.end);
  const inYear = (of: number) => {
    const whole = years(of);
    return whole && sliceOf(whole, index, count);
  };
  return said(present([nextOf(t.saidOn, inYear)]), end, end > found.end);
};

const longUnit: Read = (t, place) => {
  const found = definite(t, place);
  return found !== null && (t.is(found.end - 1, "decade") || t.is(found.end - 1, "century")) ? found : null;
};
const shortUnit: Read = (t, place) => {
  const found = definite(t, place);
  return found !== null && t.is(found.end - 1, "month") ? found : null;
};

/** "2030", "2026 Q3", "2026-H2", "2027 year-end". */
const yearFirst: Read = (t, place) => {
  const year = yearNumber(t, place);
  if (year === null) return null;
  const when = present([years(year.value)]);
  const piece = slotBehind(t, year.end);
  if (piece !== null) return said(present(when.map((one) => sliceOf(one, ...piece.value))), piece.end);
  return said(when, year.end, year.end - place > 1 && !t.is(place, "'"));
};

const fiscal: Read = (t, place) => {
  const found = fiscalYear(t, place);
  return found === null ? null : said(found.value, found.end);
};

const relativeYearAlone: Read = (t, place) => {
  const found = relativeYear(t, place);
  return found === null ? null : said([found.value], found.end);
};

/** "The 2030s", "the '40s": the decade; two digits are of this century. */
export const decade: Read = (t, place) => {
  const hasThe = t.is(place, "the");
  const at = hasThe ? place + 1 : place;
  const hasMark = t.is(at, "'");
  const number = t.at(hasMark ? at + 1 : at);
  const letter = (hasMark ? at + 1 : at) + 1;
  const ends = t.is(letter, "'") ? letter + 1 : letter;
  if (number.kind !== "number" || number.value % 10 !== 0 || !t.is(ends, "s") || !t.at(ends).glued)
    return null;
  const isLong = number.text.length === 4 && number.value >= 1900 && number.value < 2200;
  const isShort = number.text.length === 2 && (hasThe || hasMark);
  if (!isLong && !isShort) return null;
  return said(present([decadeOf(isLong ? number.value : 2000 + number.value)]), ends + 1);
};

const centuryWord = wordsOf("century");
/** "The 21st century". */
const century: Read = (t, place) => {
  const which = ordinal(t, t.is(place, "the") ? place + 1 : place);
  const word = which === null ? null : centuryWord(t, which.end);
  if (which === null || word === null) return null;
  return said(present([centuryOf((which.value - 1) * 100)]), word.end);
};

/** "Summer 2027", "this winter", "next spring". */
const seasonName: Read = (t, place) => {
  const which = thisOrNext(t, place);
  const the = t.is(place, "the") ? place + 1 : place;
  const name = season(t, which?.end ?? the);
  if (name === null) return null;
  const inYear = (year: number) => seasonOf(year, name.value);
  if (which !== null) {
    const isNext = t.is(which.end - 1, "next");
    return said(isNext ? nextNamed(t.saidOn, inYear) : present([nextOf(t.saidOn, inYear)]), name.end);
  }
  const year = yearBehind(t, name.end);
  if (year === null) return said(present([nextOf(t.saidOn, inYear)]), name.end, false);
  const second = t.at(year.end + 1);
  const over = t.is(year.end, "/") || t.is(year.end, "-") ? second.value % 100 : Number.NaN;
  const when = year.value.flatMap(({ from }) => seasonIn(yearOf(from), name.value));
  const isOver =
    name.value === "winter" && when[0] !== undefined && over === (yearOf(when[0].from) + 1) % 100;
  return isOver ? said(when.slice(0, 1), year.end + 2) : said(when, year.end);
};

const piecesOfTime = lexicon<Unit>([
  ["month|months", "month"],
  ["week|weeks", "week"],
  ["day|days", "day"],
]);

/** "The third month of 2027", "the first two weeks of 2027", "the 20th of next month". */
const numbered: Read = (t, place) => {
  const at = t.is(place, "the") ? place + 1 : place;
  const plain = digits(t, at);
  const which = ordinal(t, at) ?? (plain !== null && t.is(plain.end, "of") ? plain : null);
  if (which === null || !(which.value >= 1 && which.value <= 53)) return null;
  const many = which.value === 1 ? digits(t, which.end) : null;
  const unit = piecesOfTime(t, many?.end ?? which.end);
  const named = unit?.value ?? "day";
  const of = ofThe(t, unit?.end ?? which.end);
  const start = of?.end ?? unit?.end ?? which.end;
  const year = yearBehind(t, start);
  const month = named === "day" && of !== null ? relative(t, of.end) : null;
  const count = many?.value ?? 1;
  const piece = ({ from, to }: Period): Period | null => {
    if (named === "month") return months(yearOf(from), monthOf(from) + which.value - 1, count);
    const first =
      named === "day"
        ? daysAfter(from, which.value - 1)
        : daysAfter(weekOf(daysAfter(from, 3), 0).from, 7 * (which.value - 1));
    const last = daysAfter(first, (named === "day" ? 1 : 7) * count - 1);
    return first > to ? null : { from: first, to: last };
  };
  if (month !== null && t.is(month.end - 1, "month"))
    return said(present(month.value.when.map(piece)), month.end);
  if (year === null || unit === null || named === "day") return null;
  return said(present(year.value.map(piece)), year.end);
};

const shortened = lexicon<Unit>([
  ["eoy|the eoy|year-end|the year-end|year end|year's end|years end|the year's end", "year"],
  ["eom|the eom|month-end|month end|month's end", "month"],
  ["eoq|the eoq|quarter-end|quarter end", "quarter"],
  ["decade's end|the decade's end", "decade"],
  ["century's end|the century's end", "century"],
]);

/** "EOY", "year-end 2027". */
const shortenedEnd: Read = (t, place) => {
  const found = shortened(t, place);
  if (found === null) return null;
  const year = found.value === "year" ? yearBehind(t, found.end) : null;
  const when = year?.value ?? present([unitPeriod(t, found.value, 0)]);
  return said(partsOf(when, ["late"], "end"), year?.end ?? found.end);
};

const weekendWords = wordsOf("this weekend|this week-end|the weekend|this coming weekend");
const weekend: Read = (t, place) => {
  const found = weekendWords(t, place);
  if (found === null) return null;
  const { to } = weekOf(t.saidOn, 0);
  return said([{ from: daysAfter(to, -1), to }], found.end);
};

/** A stretch of the calendar without a part or a bound. */
export const plainCalendar: Read = remembered((t, place) =>
  furthest([
    writtenDate(t, place),
    monthDate(t, place),
    quarterOrHalf(t, place),
    decade(t, place),
    century(t, place),
    seasonName(t, place),
    yearFirst(t, place),
    fiscal(t, place),
    relativeYearAlone(t, place),
    relative(t, place),
    numbered(t, place),
    weekNumber(t, place),
    weekend(t, place),
    weekdayName(t, place),
    dayWord(t, place),
    shortenedEnd(t, place),
  ]),
);
