import { daysAfter, monthsAfter } from "../../day.ts";
import type { Found, Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { monthOf, months, type Period, weekOf, yearOf, years } from "../period.ts";
import { spanOf, type Unit } from "../span.ts";
import { partsOf, present, saidWhen, type WhenRule } from "../when.ts";
import { monthDate, writtenDate } from "./date.ts";
import { digits, ordinal, quantity } from "./number.ts";
import { ofThe } from "./quarter.ts";
import { relative, unitPeriod } from "./unit-period.ts";
import { unitMany, unitOne } from "./words.ts";
import { namedYear, yearBehind } from "./year.ts";

const piecesOfTime = lexicon<Unit>([
  ["month|months", "month"],
  ["week|weeks", "week"],
  ["day|days", "day"],
]);

const sides = lexicon<"first" | "last">([
  ["first|opening|initial", "first"],
  ["last|final|closing", "last"],
]);
const runUnits = lexicon([
  ["month|months", 1],
  ["quarter|quarters", 3],
]);

/** "The first three months of 2026", "the last two quarters of the year". */
const runOf: WhenRule = (t, place) => {
  const side = sides(t, place);
  const many = side === null ? null : quantity(t, side.end);
  const unit = side === null ? null : runUnits(t, many?.end ?? side.end);
  const of = unit === null ? null : ofThe(t, unit.end);
  if (side === null || unit === null || of === null) return null;
  // "The first month" is a number like the third; "the last" one has none.
  if (many === null && (side.value === "first" || t.at(of.end - 2).text.endsWith("s"))) return null;
  const year = yearBehind(t, of.end) ?? thisYear(t, of.end);
  const size = (many?.value ?? 1) * unit.value;
  if (year === null || !Number.isInteger(size) || size < 1 || size > 12) return null;
  const run = ({ from }: Period) => {
    const start = monthOf(from) + (side.value === "first" ? 0 : 12 - size);
    return months(yearOf(from), start, size);
  };
  return saidWhen(present(year.value.map(run)), year.end);
};

const untilThen = wordsOf(
  "to|through|ending|ending in|ended|ending on|up to|to the end of|ending with|leading up to|until",
);

/** "The six months to March 2027", "the year ending June 2026": so much time that ends with what is named. */
const endingWith: WhenRule = (t, place) => {
  const at = t.is(place, "the") ? place + 1 : place;
  const count = quantity(t, at);
  const unit = unitMany(t, count?.end ?? at) ?? unitOne(t, count?.end ?? at);
  const until = unit === null ? null : untilThen(t, unit.end);
  const last = until === null ? null : (monthDate(t, until.end) ?? writtenDate(t, until.end));
  if (unit === null || last === null || (count === null && !t.is(place, "the"))) return null;
  const { months, days } = spanOf(count?.value ?? 1, unit.value);
  if (days > 0 || months < 1 || months > MOST_MONTHS) return null;
  return saidWhen(
    last.value.when.map(({ to }) => ({ from: monthsAfter(daysAfter(to, 1), -months), to })),
    last.end,
  );
};
const MOST_MONTHS = 120;

const yearWord = wordsOf("year|the year");
function thisYear(t: Tokens, place: number) {
  const word = yearWord(t, place);
  const period = word === null ? null : unitPeriod(t, "year", 0);
  return word === null || period === null ? null : { value: [period], end: word.end };
}

/** "The third month of 2027", "the first two weeks of 2027", "the 20th of next month". */
export const numbered: WhenRule = (t, place) => {
  const at = t.is(place, "the") ? place + 1 : place;
  const plain = digits(t, at);
  const run = endingWith(t, place) ?? runOf(t, at);
  if (run !== null) return run;
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
    return saidWhen(present(month.value.when.map(piece)), month.end);
  if (year === null || unit === null || named === "day") return null;
  return saidWhen(present(year.value.map(piece)), year.end);
};

const shortened = lexicon<Unit>([
  ["ye|eoy|the eoy|year-end|the year-end|year end|year's end|years end|the year's end", "year"],
  ["eom|the eom|month-end|month end|month's end", "month"],
  ["eoq|the eoq|quarter-end|quarter end", "quarter"],
  ["decade's end|the decade's end", "decade"],
  ["century's end|the century's end", "century"],
]);

const yearOfEnd = (t: Tokens, { value, end }: Found<Unit>) => (value === "year" ? yearBehind(t, end) : null);

/** "EOY", "year-end 2027", "YE26". */
export const shortenedEnd: WhenRule = (t, place) => {
  const found = shortened(t, place);
  if (found === null) return null;
  const named = found.value === "year" ? namedYear(t, found.end) : null;
  const year =
    named === null ? yearOfEnd(t, found) : { value: present([years(named.value)]), end: named.end };
  if (year === null && t.is(place, "ye")) return null;
  const when = year?.value ?? present([unitPeriod(t, found.value, 0)]);
  return saidWhen(partsOf(when, ["late"], "end"), year?.end ?? found.end);
};

const weekendWords = wordsOf("this weekend|this week-end|the weekend|this coming weekend");

export const weekend: WhenRule = (t, place) => {
  const found = weekendWords(t, place);
  if (found === null) return null;
  const { to } = weekOf(t.saidOn, 0);
  return saidWhen([{ from: daysAfter(to, -1), to }], found.end);
};
