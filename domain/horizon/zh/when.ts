import { daysAfter } from "../../day.ts";
import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import {
  dayOf,
  daySpanOn,
  monthOf,
  months,
  nextOf,
  oneDay,
  type When,
  weekOf,
  yearOf,
  years,
} from "../period.ts";
import { spanOf } from "../span.ts";
import {
  fromTo,
  nextNamed,
  partsOf,
  present,
  type SaidWhen,
  saidWhen,
  seasonIn,
  seasonOf,
  type WhenRule,
} from "../when.ts";
import { within } from "./in-year.ts";
import { count, yearDigits } from "./number.ts";
import { republicDate, republicNumber, republicYear } from "./republic.ts";
import { isAcrossWords } from "./word-before.ts";
import {
  dayWord,
  hedge,
  hedgeAfter,
  part,
  relativeMonth,
  relativeQuarter,
  relativeWeek,
  relativeYear,
  season,
  weekdayWord,
} from "./words.ts";
import { bareYear, yearWords } from "./year.ts";

const nearSeason = wordsOf("今|明|這個|下個|今年的|明年的");

/** 明春, 今冬, 下個夏天. */
const seasonNear: WhenRule = (t, place) => {
  const which = nearSeason(t, place);
  const name = which === null ? null : season(t, which.end);
  if (which === null || name === null) return null;
  const inYear = (year: number) => seasonOf(year, name.value);
  if (t.is(place, "今") || t.is(place, "這")) return saidWhen(present([nextOf(t.saidOn, inYear)]), name.end);
  if (t.is(place, "下")) return saidWhen(nextNamed(t.saidOn, inYear), name.end);
  return saidWhen(seasonIn(yearOf(t.saidOn) + 1, name.value), name.end);
};

const quarterNear: WhenRule = (t, place) => {
  const near = relativeQuarter(t, place);
  if (near === null || (near.end === place + 1 && part(t, near.end) === null)) return null;
  const month = monthOf(t.saidOn);
  return saidWhen(
    present([months(yearOf(t.saidOn), month - ((month - 1) % 3) + 3 * near.value, 3)]),
    near.end,
  );
};

const week: WhenRule = (t, place) => {
  const near = relativeWeek(t, place);
  if (near === null) return null;
  const whole = weekOf(t.saidOn, near.value);
  const at = weekdayWord(t, near.end)?.end ?? near.end;
  const day = "一二三四五六日天".indexOf(t.at(at).text || "?");
  const isUnit = t.is(at + 1, "個") || t.is(at + 1, "年") || t.is(at + 1, "月");
  if (day < 0 || isUnit) return saidWhen([whole], near.end);
  return saidWhen(present([oneDay(daysAfter(whole.from, Math.min(day, 6)))]), at + 1);
};

const dayNear: WhenRule = (t, place) => {
  const found = dayWord(t, place);
  if (found === null) return null;
  const on = daysAfter(t.saidOn, found.value);
  return { value: { when: [{ from: on, to: on }], approximate: false, isStrong: false }, end: found.end };
};

/** 2027-03-31, 2027/3/31. */
const written: WhenRule = (t, place) => {
  if (t.at(place).kind !== "number" || t.at(place + 1).text === ",") return null;
  const [a, sign, b, again, c] = [0, 1, 2, 3, 4].map((step) => t.at(place + step));
  if (a === undefined || b === undefined || c === undefined || a.text.length !== 4) return null;
  if (sign === undefined || sign.text !== again?.text || !"-/.".includes(sign.text || " ")) return null;
  return b.glued && c.glued ? saidWhen(present([oneDay(dayOf(a.value, b.value, c.value))]), place + 5) : null;
};

const inNoTime = wordsOf("內|之內|以內");

/** 年內, 月內: what is left of it. */
const restOf: WhenRule = (t, place) => {
  const isYear = t.is(place, "年");
  const rest = isYear || t.is(place, "月") || t.is(place, "季") ? inNoTime(t, place + 1) : null;
  if (
    rest === null ||
    t.at(place - 1).kind === "number" ||
    count(t, place - 1) !== null ||
    t.is(place - 1, "個")
  )
    return null;
  const month = monthOf(t.saidOn);
  const year = yearOf(t.saidOn);
  const period = isYear
    ? years(year)
    : months(year, t.is(place, "月") ? month : month - ((month - 1) % 3), t.is(place, "月") ? 1 : 3);
  return saidWhen(present([period]), rest.end);
};

const sameTime = wordsOf(
  "此時|此刻|這個時候|這時候|這時|這個時間|這個時節|今日|今天|這一天|同一天|同一時間|此時此刻",
);

/** 明年此時, 後年的這個時候, 下個月今天: that one day. */
const anniversary: Rule<SaidWhen> = (t, place) => {
  const year = relativeYear(t, place);
  const month = year === null ? relativeMonth(t, place) : null;
  const named = year ?? month;
  if (named === null) return null;
  const same = sameTime(t, t.is(named.end, "的") ? named.end + 1 : named.end);
  const [first, last] = year?.value ?? [month?.value, month?.value];
  if (same === null || first === undefined || first === 0 || first !== last) return null;
  const ahead = spanOf(first, year === null ? "month" : "year");
  return saidWhen(daySpanOn(t.saidOn, ahead), same.end);
};

const WHOLE: WhenRule = remembered((t, place) => {
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

export const one: WhenRule = remembered((t, place) => {
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
export const readWhen: WhenRule = remembered((t, place) => furthest([range(t, place), one(t, place)]));
