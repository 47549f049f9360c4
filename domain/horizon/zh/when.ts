import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { type When, yearOf, years } from "../period.ts";
import { fromTo, partsOf, present, type SaidWhen, saidWhen } from "../when.ts";
import { anniversary } from "./anniversary.ts";
import { within } from "./in-year.ts";
import { dayNear, quarterNear, restOf, seasonNear, week, written } from "./near.ts";
import { yearDigits } from "./number.ts";
import { republicDate, republicNumber, republicYear } from "./republic.ts";
import { isAcrossWords } from "./word-before.ts";
import { hedge, hedgeAfter, part } from "./words.ts";
import { bareYear, yearWords } from "./year.ts";

type Read = Rule<SaidWhen>;

const WHOLE: Read = remembered((t, place) => {
  if (isAcrossWords(t, place)) return null;
  const year = yearWords(t, place);
  const bare = year === null ? bareYear(t, place) : null;
  const inner = within(t, year, place);
  const plain = furthest<When>([inner, year]);
  const found = furthest<SaidWhen>([
    plain && { value: { when: plain.value, approximate: false, isStrong: true }, end: plain.end },
    seasonNear(t, place),
    quarterNear(t, place),
    week(t, place),
    anniversary(t, place),
    dayNear(t, place),
    written(t, place),
    republicDate(t, place),
    bare && { value: { when: [bare.value], approximate: false, isStrong: true }, end: bare.end },
  ]);
  if (found === null) return null;
  const isMonthEnd = inner !== null && found.end === inner.end && t.is(found.end - 1, "月");
  const third = furthest([isMonthEnd ? part(t, found.end - 1) : null, part(t, found.end)]);
  const yearPart =
    year !== null && found.end === year.end && t.is(year.end - 1, "年") ? part(t, year.end - 1) : null;
  const best = furthest([third, yearPart]);
  if (best === null) return found;
  const when = partsOf(found.value.when, [best.value.part], best.value.moment);
  // The beginning of this year has gone by when nobody says which: it is next year's.
  const isOver = bare !== null && found.value.when[0] === bare.value && when.every(({ to }) => to < t.saidOn);
  const next = isOver ? present([years(yearOf(t.saidOn) + 1)]) : null;
  return saidWhen(next === null ? when : partsOf(next, [best.value.part], best.value.moment), best.end);
});

export const one: Read = remembered((t, place) => {
  const hedged = hedge(t, place);
  const at = hedged?.end ?? place;
  const found = furthest([restOf(t, at), WHOLE(t, at)]);
  if (found === null) return null;
  const after = hedgeAfter(t, found.end);
  return {
    value: { ...found.value, approximate: hedged !== null || after !== null },
    end: after?.end ?? found.end,
  };
});

const joiner = wordsOf("到|至|-|~|或|或者|、|和|與|或是|到了|甚至|至少到|,最晚|及|或者是|還是");

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

function range(t: Tokens, place: number): Found<SaidWhen> | null {
  const start = opener(t, place)?.end ?? place;
  const whole = one(t, start);
  const bare = firstYear(t, start);
  const first =
    whole ?? (bare && { value: { when: bare.value, approximate: false, isStrong: true }, end: bare.end });
  const join = first === null ? null : joiner(t, first.end);
  const second = join === null ? null : furthest([republicTail(t, start, join.end), one(t, join.end)]);
  if (first === null || second === null) return null;
  const when = present(first.value.when.flatMap((from) => second.value.when.map((to) => fromTo(from, to))));
  if (when.length === 0) return null;
  const end = between(t, second.end)?.end ?? second.end;
  const approximate = first.value.approximate || second.value.approximate;
  return { value: { when, approximate, isStrong: true }, end };
}

/** A stretch of the calendar as Chinese says it: 2027年底, 明年下半年, 2026年第三季, 2030到2035年. */
export const readWhen: Read = remembered((t, place) => furthest([range(t, place), one(t, place)]));
