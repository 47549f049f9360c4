import { daysBetween } from "../../day.ts";
import { type Found, furthest, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsBeside, wordsOf } from "../lexicon.ts";
import { type Period, through, type When, yearOf, years } from "../period.ts";
import type { Unit } from "../span.ts";
import { fromTo, partsOf, present, type SaidWhen, saidWhen, type WhenRule } from "../when.ts";
import { plainCalendar } from "./calendar.ts";
import { definite, unitPeriod } from "./unit-period.ts";
import { hedge, hedgeAfter, middleOf, part, thisOrNext, unitOne } from "./words.ts";
import { yearNumber } from "./year.ts";

const rest = wordsOf(
  "later|later in|the whole of|whole of|the entirety of|the entire|the rest of|rest of|the remainder of|remainder of|the balance of|all of|all",
);
const joinedByOf = wordsOf("of|in|of the|around|-|of around");

/** "Later this year", "the rest of the decade": from the day it was said. */
const later: WhenRule = (t, place) => {
  const words = rest(t, place);
  if (words === null) return null;
  const which = thisOrNext(t, words.end);
  const named = which?.value === 0 ? unitOne(t, which.end) : null;
  const year = named === null ? yearNumber(t, words.end) : null;
  if (year !== null) return saidWhen(present([years(year.value)]), year.end);
  const found = named ?? definite(t, words.end);
  if (found === null) return null;
  const when = named === null ? definite(t, words.end)?.value.when : present([unitPeriod(t, named.value, 0)]);
  return { value: { when: when ?? [], approximate: false, isStrong: true }, end: found.end };
};

/** "Early 2027", "the end of the decade", "mid-2028". */
const partOf: WhenRule = (t, place) => {
  const which = part(t, t.is(place, "the") ? place + 1 : place);
  if (which === null) return null;
  const at = joinedByOf(t, which.end)?.end ?? which.end;
  const { parts, moment } = which.value;
  if (middleOf(t, place) !== null) return null;
  // "Early in the 20s", "end of the year": the year after "the end of" may go without its own number.
  const whole = furthest([plainCalendar(t, at), definite(t, at)]);
  if (whole === null) return null;
  const isWord =
    t.is(place, "end") && which.end === place + 1 && yearNumber(t, at) === null && at === which.end;
  if (isWord) return null;
  return {
    value: {
      when: partsOf(whole.value.when, parts, moment),
      approximate: whole.value.approximate,
      isStrong: true,
    },
    end: whole.end,
  };
};

const turnOf = lexicon<Unit>(
  (["decade", "century", "year"] as const).flatMap((unit) => [
    [`the turn of the ${unit}|the turn of this ${unit}|turn of the ${unit}`, unit] as const,
  ]),
);

/** "The turn of the decade": the end of this one. */
const turn: WhenRule = (t, place) => {
  const unit = turnOf(t, place);
  const period = unit === null ? null : unitPeriod(t, unit.value, 0);
  return unit === null || period === null ? null : saidWhen(partsOf([period], ["late"], "end"), unit.end);
};

/** "Midcentury", "mid-decade". */
const middle: WhenRule = (t, place) => {
  const unit = middleOf(t, place);
  const period = unit === null ? null : unitPeriod(t, unit.value, 0);
  if (unit === null || period === null) return null;
  const here = partsOf([period], ["mid"]);
  // The middle of this year has gone by when nobody says which: it is next year's.
  const isOver = unit.value === "year" && here.every(({ to }) => to < t.saidOn);
  const next = isOver ? unitPeriod(t, unit.value, 1) : null;
  return saidWhen(next === null ? here : partsOf([next], ["mid"]), unit.end);
};

const itsEnd = wordsOf("end|close");

/** "Next year's end". */
const endOf: WhenRule = (t, place) => {
  const which = thisOrNext(t, place);
  const unit = which === null ? null : unitOne(t, which.end);
  if (which === null || unit === null || !t.at(unit.end - 1).text.endsWith("'s")) return null;
  const end = itsEnd(t, unit.end);
  const period = end === null ? null : unitPeriod(t, unit.value, which.value);
  return end === null || period === null ? null : saidWhen(partsOf([period], ["late"], "end"), end.end);
};

const one: WhenRule = remembered((t, place) => {
  const hedged = hedge(t, place);
  const at = hedged?.end ?? place;
  const found = furthest([
    turn(t, at),
    later(t, at),
    partOf(t, at),
    middle(t, at),
    endOf(t, at),
    plainCalendar(t, at),
  ]);
  if (found === null) return null;
  const after = hedgeAfter(t, found.end);
  const approximate = found.value.approximate || hedged !== null || after !== null;
  return {
    value: { ...found.value, approximate },
    end: after?.end ?? found.end,
  };
});

const opening = lexicon<"between" | "from">([
  ["between|anywhere between|somewhere between|sometime between|any time between", "between"],
  ["from|anywhere from", "from"],
]);
const joiner = wordsOf(
  "to|-|until|till|til|through|thru|up to|to the|and|~|or|or maybe|or perhaps|, maybe|, or maybe|until the|to about|/|or possibly|, possibly|, or|or even|, or even|to sometime in|and into|or into|or in|or early in|or sometime in|or the|into|, perhaps|, or perhaps|through to|if not|, if not",
);
const orNext = wordsOf("or next|or the next|or the following|or the one after|or the year after|and next");
const comma = wordsOf(",");
const lastComma = wordsOf(", or|or|, and|and|, maybe|, or maybe|or maybe|, or even|or even");

const combine = (first: When, last: When): When =>
  present(first.flatMap((from) => last.map((to) => fromTo(from, to))));

/** The second year of "2030-35", "2027/28", "2026/2027". */
function shortYear(t: Tokens, place: number, first: When): Found<When> | null {
  const sign = t.at(place);
  const token = t.at(place + 1);
  const [period] = first;
  const { length } = token.text;
  const joins = (sign.text === "-" || sign.text === "/") && sign.glued && token.glued;
  if (!joins || (length !== 2 && length !== 4) || period === undefined || Number.isNaN(token.value))
    return null;
  const year = length === 4 ? token.text : period.from.slice(0, 2) + token.text;
  const to = `${year}${period.to.slice(4)}`;
  const last = present([through(period, { ...period, from: period.from, to: to as Period["to"] })]);
  return to > period.to && last.length > 0 ? { value: last, end: place + 2 } : null;
}

const lengthOf = ({ from, to }: Period) => daysBetween(from, to);
const MONTH = 31;
/** Whether two are of one kind: months, quarters, years. */
const isAlike = (a: Period | undefined, b: Period | undefined) =>
  a !== undefined && b !== undefined && Math.abs(lengthOf(a) - lengthOf(b)) <= Math.min(3, MONTH);

const MOST_LISTED = 6;

/** "2027, 2028 or 2029", "March, April or May 2027": from the first to the last of them. */
function listed(t: Tokens, first: Found<SaidWhen>): Found<SaidWhen> | null {
  let last = first;
  for (let count = 1; count < MOST_LISTED; count += 1) {
    const final = lastComma(t, last.end);
    const join = final ?? comma(t, last.end);
    const next = join === null ? null : one(t, join.end);
    if (next === null || !isAlike(first.value.when[0], next.value.when[0])) return null;
    if (final !== null) {
      const when = count < 2 ? [] : combine(first.value.when, next.value.when);
      const isStrong = first.value.isStrong || next.value.isStrong;
      return when.length === 0 ? null : { value: { ...first.value, when, isStrong }, end: next.end };
    }
    last = next;
  }
  return null;
}

const followingYear = wordsBeside(
  "or the year after|or the year after that|or the following year|or the next year|or a year later|or the year thereafter|, or the year after|or the one after|or the one after that|or the year after next",
);
const early = wordsOf("or|to|into|and|, or|through|-");
const nextOne = wordsBeside(
  "next|the next year|the following year|next year|the year after|the following|of the following year|in the following year|of next year|in the next",
);

/** "2027 or the year after", "late this year or early next": the second counts from the first. */
function andTheNext(t: Tokens, first: Found<SaidWhen>): Found<SaidWhen> | null {
  const [period] = first.value.when;
  if (period === undefined || yearOf(period.to) > LAST_YEAR) return null;
  const whole = followingYear(t, first.end);
  const join = whole === null ? early(t, first.end) : null;
  if ((whole === null && join === null) || lengthOf(period) > LONGEST_YEAR) return null;
  const following = years(yearOf(period.to) + 1);
  if (whole !== null && following !== null) {
    const when = combine(first.value.when, [following]);
    return { value: { ...first.value, when, isEither: true }, end: whole.end };
  }
  const which = join === null ? null : part(t, join.end);
  const next = which === null ? null : nextOne(t, which.end);
  if (which === null || next === null || following === null) return null;
  if (t.is(next.end - 1, "next") && unitOne(t, next.end) !== null) return null;
  const { parts, moment } = which.value;
  const when = combine(first.value.when, partsOf([following], parts, moment));
  return when.length === 0 ? null : { value: { ...first.value, when, isStrong: true }, end: next.end };
}
const LONGEST_YEAR = 366;
const LAST_YEAR = 9000;

const moving = wordsBeside(
  "moved|moves|move|moving|pushed|pushes|push|pushing|delayed|delays|delay|postponed|slipped|slips|slip|slipping|shifted|shifts|shift|changed|changes|change|rescheduled|brought forward|pulled forward|pulled in|deferred|revised|extended|put back|set back|put off|pushed back|pushed out|bumped|goes|went|go",
);
const MOST_TO_VERB = 6;
/** "Slipped from 2025 to 2027": the second counts. */
function isMoved(t: Tokens, place: number): boolean {
  for (let back = 1; back <= MOST_TO_VERB; back += 1) {
    if (t.at(place - back).kind === "sign") return false;
    if (moving(t, place - back) !== null) return true;
  }
  return false;
}

/** Two times with "to", "or" or "and" between them: from the first day of one to the last day of the other. */
function range(t: Tokens, place: number): Found<SaidWhen> | null {
  const opened = opening(t, place);
  const start = opened?.end ?? place;
  const first = one(t, start);
  if (first === null) return null;
  if (opened !== null && first.value.isRange)
    return { value: { ...first.value, isStrong: true }, end: first.end };
  const short = yearNumber(t, start)?.end === first.end ? shortYear(t, first.end, first.value.when) : null;
  if (short !== null)
    return { value: { ...first.value, when: short.value, isStrong: opened !== null }, end: short.end };
  const following = orNext(t, first.end);
  const ahead = thisOrNext(t, start)?.value;
  if (following !== null && ahead !== undefined) {
    const unit = unitOne(t, first.end - 1);
    const next = unit === null ? null : unitPeriod(t, unit.value, ahead + 1);
    const end = following.end;
    if (next !== null && unitOne(t, end) === null)
      return { value: { ...first.value, when: combine(first.value.when, [next]) }, end };
  }
  const more = opened === null ? (listed(t, first) ?? andTheNext(t, first)) : null;
  if (more !== null) return more;
  const join = joiner(t, first.end);
  if (join === null) return null;
  const second = one(t, join.end);
  if (second === null) return null;
  if (t.is(first.end, "and") && opened?.value !== "between" && !isNext(first.value.when, second.value.when))
    return null;
  if (opened?.value === "from" && t.is(first.end, "to") && isMoved(t, place)) {
    return { value: { ...second.value, isStrong: true }, end: second.end };
  }
  if (t.is(first.end, "/") && !isAlike(first.value.when[0], second.value.when[0])) return null;
  const when = combine(first.value.when, second.value.when);
  if (when.length === 0) return null;
  return {
    value: {
      when,
      approximate: first.value.approximate || second.value.approximate,
      isStrong: opened !== null || first.value.isStrong || second.value.isStrong,
    },
    end: second.end,
  };
}

/** "2027 and 2028" is both of them; "2027 and 2035" are two times. */
const isNext = ([first]: When, [second]: When): boolean =>
  first !== undefined &&
  second !== undefined &&
  isAlike(first, second) &&
  daysBetween(first.to, second.from) === 1;

/**
 * A stretch of the calendar as English says it: "late 2027", "Q3 next year", "between 2030 and 2035".
 */
export const readWhen: WhenRule = remembered((t, place) => furthest([range(t, place), one(t, place)]));
