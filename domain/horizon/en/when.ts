import { type Found, furthest, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { type Period, through, type When } from "../period.ts";
import { fromTo, partsOf, present, type SaidWhen, saidWhen, type WhenRule } from "../when.ts";
import { plainCalendar } from "./calendar.ts";
import { definite, unitPeriod } from "./unit-period.ts";
import { hedge, hedgeAfter, middleOf, part, thisOrNext, unitOne } from "./words.ts";
import { yearNumber } from "./year.ts";

const rest = wordsOf(
  "later|later in|the rest of|rest of|the remainder of|remainder of|the balance of|all of|all",
);
const joinedByOf = wordsOf("of|in|of the|around|-|of around");

/** "Later this year", "the rest of the decade": from the day it was said. */
const later: WhenRule = (t, place) => {
  const words = rest(t, place);
  if (words === null) return null;
  const which = thisOrNext(t, words.end);
  const named = which?.value === 0 ? unitOne(t, which.end) : null;
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

/** "Midcentury", "mid-decade". */
const middle: WhenRule = (t, place) => {
  const unit = middleOf(t, place);
  const period = unit === null ? null : unitPeriod(t, unit.value, 0);
  return unit === null || period === null ? null : saidWhen(partsOf([period], ["mid"]), unit.end);
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
  const found = furthest([later(t, at), partOf(t, at), middle(t, at), endOf(t, at), plainCalendar(t, at)]);
  if (found === null) return null;
  const after = hedgeAfter(t, found.end);
  const approximate = found.value.approximate || hedged !== null || after !== null;
  return {
    value: { ...found.value, approximate },
    end: after?.end ?? found.end,
  };
});

const opening = lexicon<"between" | "from">([
  ["between|anywhere between|somewhere between|sometime between", "between"],
  ["from", "from"],
]);
const joiner = wordsOf(
  "to|-|until|till|til|through|thru|up to|to the|and|~|or|or maybe|or perhaps|, maybe|, or maybe|until the|to about",
);
const orNext = wordsOf("or next|or the next|or the following|or the one after|or the year after|and next");

const combine = (first: When, last: When): When =>
  present(first.flatMap((from) => last.map((to) => fromTo(from, to))));

/** The short second year of "2030-35", "2027/28". */
function shortYear(t: Tokens, place: number, first: When): Found<When> | null {
  const sign = t.at(place);
  const token = t.at(place + 1);
  const [period] = first;
  const joins =
    (sign.text === "-" || sign.text === "/") && sign.glued && token.glued && token.text.length === 2;
  if (!joins || period === undefined || Number.isNaN(token.value)) return null;
  const year = period.from.slice(0, 2) + token.text;
  const to = `${year}${period.to.slice(4)}`;
  const last = present([through(period, { ...period, from: period.from, to: to as Period["to"] })]);
  return to > period.to && last.length > 0 ? { value: last, end: place + 2 } : null;
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
  if (following !== null && thisOrNext(t, start)?.value === 0) {
    const unit = unitOne(t, first.end - 1);
    const next = unit === null ? null : unitPeriod(t, unit.value, 1);
    const end = following.end;
    if (next !== null) return { value: { ...first.value, when: combine(first.value.when, [next]) }, end };
  }
  const join = joiner(t, first.end);
  if (join === null) return null;
  if (t.is(first.end, "and") && opened?.value !== "between") return null;
  const second = one(t, join.end);
  if (second === null) return null;
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

/**
 * A stretch of the calendar as English says it: "late 2027", "Q3 next year", "between 2030 and 2035".
 */
export const readWhen: WhenRule = remembered((t, place) => furthest([range(t, place), one(t, place)]));
