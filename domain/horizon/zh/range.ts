import { type Found, furthest, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { monthOf, months, type When, yearOf, years } from "../period.ts";
import type { Part } from "../step.ts";
import { fromTo, partsOf, present, type SaidWhen, saidWhen, type WhenRule } from "../when.ts";
import { yearDigits } from "./number.ts";
import { republicNumber, republicYear } from "./republic.ts";
import { one } from "./when.ts";

const joiner = wordsOf(
  "到|至|-|~|或|或者|、|和|與|或是|到了|甚至|至少到|及|或者是|還是|/|甚至到|乃至|或許是|一直到|直到",
);

const opener = wordsOf("從|自|由|介於|在|於");

const between = wordsOf("之間|間|期間");

/** The year of "2030到2035年" stands behind the second only. */
function firstYear(t: Tokens, place: number): Found<When> | null {
  const republic = republicYear(t, place);
  if (republic !== null && joiner(t, republic.end) !== null) {
    return { value: present([years(republic.value)]), end: republic.end };
  }
  const digits = yearDigits(t, place);
  if (digits === null || digits.value.isShort || joiner(t, digits.end) === null) return null;
  const { year } = digits.value;
  return year >= 1900 && year <= 2199 ? { value: present([years(year)]), end: digits.end } : null;
}

/** The era stands before the first year only: 民國118年至120年. */
function republicTail(t: Tokens, start: number, place: number): Found<SaidWhen> | null {
  const year = republicYear(t, start) === null ? null : republicNumber(t, place);
  return year === null || !t.is(year.end, "年") ? null : saidWhen(present([years(year.value)]), year.end + 1);
}

/** A comma between clauses; 、 stands between the parts of a list. */
const isComma = (t: Tokens, place: number) => t.is(place, ",") && t.between(place, place + 1) !== "、";

const MOST_LISTED = 6;
const comma = wordsOf(",");
/** 2027、2028或2029年: from the first to the last; what the last one has is meant for all. */
function listed(t: Tokens, start: number): Found<SaidWhen> | null {
  let first: Found<When> | null = null;
  let at = start;
  for (let count = 0; count < MOST_LISTED; count += 1) {
    const whole = one(t, at);
    const digits = whole === null ? yearDigits(t, at) : null;
    const bare =
      digits !== null && !digits.value.isShort && digits.value.year >= 1900 && digits.value.year <= 2199
        ? { value: present([years(digits.value.year)]), end: digits.end }
        : null;
    const item: Found<When> | null = whole === null ? bare : { value: whole.value.when, end: whole.end };
    if (item === null) return null;
    first ??= item;
    const join = isComma(t, item.end) ? null : (joiner(t, item.end) ?? comma(t, item.end));
    const next = join === null ? null : (one(t, join.end) ?? yearDigits(t, join.end));
    if (join === null || next === null) {
      if (count < 2 || whole === null) return null;
      const when = present(first.value.flatMap((from) => item.value.map((to) => fromTo(from, to))));
      return when.length === 0 ? null : saidWhen(when, item.end);
    }
    if (t.is(item.end, "到") || t.is(item.end, "至")) return null;
    at = join.end;
  }
  return null;
}

const tenDays = lexicon<Part>([
  ["上旬|初", "early"],
  ["中旬|中", "mid"],
  ["下旬|底", "late"],
]);
/** 十一月上旬到中旬: a part of the same month. */
function toPart(t: Tokens, first: Found<SaidWhen>, place: number): Found<SaidWhen> | null {
  const which = tenDays(t, place);
  const [period] = first.value.when;
  if (which === null || period?.part === undefined || period.from.slice(0, 7) !== period.to.slice(0, 7))
    return null;
  const month = months(yearOf(period.from), monthOf(period.from), 1);
  const last = month === null ? null : partsOf([month], [which.value])[0];
  return last === undefined || last === null || last.to < period.from
    ? null
    : saidWhen([{ from: period.from, to: last.to, assumed: period.assumed }], which.end);
}

/** 介於2025與2027之間: two years without 年. */
function betweenYears(t: Tokens, start: number): Found<SaidWhen> | null {
  const [first, second] = [yearDigits(t, start), yearDigits(t, start + 2)];
  if (first === null || second === null || first.value.isShort || second.value.isShort) return null;
  if (joiner(t, start + 1) === null || second.value.year <= first.value.year || first.value.year < 1900)
    return null;
  const behind = between(t, second.end);
  const period = years(first.value.year, second.value.year - first.value.year + 1);
  return behind === null ? null : saidWhen(present([period]), behind.end);
}

const MOST_SHORT = 30;
/** 2026至27年: the second year in two digits. */
function toShortYear(t: Tokens, start: number): Found<SaidWhen> | null {
  const first = yearDigits(t, start);
  if (first === null || first.value.isShort || first.value.year < 1900 || first.value.year > 2199)
    return null;
  const join = joiner(t, first.end);
  const second = join === null || isComma(t, first.end) ? null : yearDigits(t, join.end);
  if (second === null || !second.value.isShort || !t.is(second.end, "年")) return null;
  const last = first.value.year - (first.value.year % 100) + second.value.year;
  if (last <= first.value.year || last > first.value.year + MOST_SHORT) return null;
  return saidWhen(present([years(first.value.year, last - first.value.year + 1)]), second.end + 1);
}

function range(t: Tokens, place: number): Found<SaidWhen> | null {
  const start = opener(t, place)?.end ?? place;
  const short = toShortYear(t, start);
  if (short !== null) return short;
  const many = listed(t, start) ?? betweenYears(t, start);
  if (many !== null) return many;
  const whole = one(t, start);
  const bare = firstYear(t, start);
  const first =
    whole ?? (bare && { value: { when: bare.value, approximate: false, isStrong: true }, end: bare.end });
  const join = first === null || isComma(t, first.end) ? null : joiner(t, first.end);
  const more = first === null || join === null ? null : toPart(t, first, join.end);
  if (more !== null) return more;
  const second = join === null ? null : furthest([republicTail(t, start, join.end), one(t, join.end)]);
  if (first === null || second === null) return null;
  const when = present(first.value.when.flatMap((from) => second.value.when.map((to) => fromTo(from, to))));
  if (when.length === 0) return null;
  const end = between(t, second.end)?.end ?? second.end;
  const approximate = first.value.approximate || second.value.approximate;
  return { value: { when, approximate, isStrong: true }, end };
}

/** A stretch of the calendar as Chinese says it: 2027年底, 明年下半年, 2026年第三季, 2030到2035年. */
export const readWhen: WhenRule = remembered((t, place) => furthest([range(t, place), one(t, place)]));
