import { daysAfter, weekdayOf } from "../../day.ts";
import { furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import {
  daySpanOn,
  monthOf,
  months,
  nextOf,
  oneDay,
  sliceOf,
  type When,
  weekOf,
  yearOf,
  years,
} from "../period.ts";
import { spanOf } from "../span.ts";
import {
  nextNamed,
  partsOf,
  present,
  type SaidWhen,
  saidWhen,
  seasonIn,
  seasonOf,
  type WhenRule,
} from "../when.ts";
import { writtenDate } from "../written-date.ts";
import { fiveYearPlan } from "./five-year-plan.ts";
import { within } from "./in-year.ts";
import { latin } from "./latin.ts";
import { joinsNext } from "./next-words.ts";
import { count } from "./number.ts";
import { republicDate } from "./republic.ts";
import { isAcrossWords } from "./word-before.ts";
import {
  dayAhead,
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
  const isStrong = dayAhead(t, place) !== null;
  return { value: { when: [{ from: on, to: on }], approximate: false, isStrong }, end: found.end };
};

/** 2027-03-31, 2027/3/31, 2027.06. */
const written: WhenRule = (t, place) => {
  if (t.at(place).kind !== "number" || t.at(place + 1).text === ",") return null;
  const found = writtenDate(t, place, DAY_BEFORE.has(t.at(place - 1).text));
  return found === null ? null : { ...found, end: isDay(t, found.end) ? found.end + 1 : found.end };
};
const DAY_BEFORE = new Set([..."在於到至前後從自"]);
const isDay = (t: Tokens, place: number) => t.is(place, "日") || t.is(place, "號");

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

const laterIn = wordsOf("稍後|稍晚|的稍後|稍晚時候|稍後時間|較後時間");
const halfOf = lexicon([
  ["上半葉|前半葉|前半|前半段|上半|上半段|的前半|的前半段|的上半葉|前五年|的前五年", 1],
  ["下半葉|後半葉|後半|後半段|下半|下半段|的後半|的後半段|的下半葉|後五年|的後五年", 2],
]);
const DECADE = 120;
const isLong = (when: When) => when.every(({ from, to }) => (yearOf(to) - yearOf(from) + 1) * 12 >= DECADE);

/** 初, 年底 and the like, where the last character does not begin the next word: 明年度中央補助, 2024年中國經濟. */
const partAt = (t: Tokens, place: number) => {
  const found = part(t, place);
  return found !== null && found.end <= place + 2 && joinsNext(t, found.end - 1) ? null : found;
};

/** 下週五, 禮拜五前: the coming one, where a bound stands with it. */
const weekdayAlone: WhenRule = (t, place) => {
  const word = weekdayWord(t, place);
  const on = word === null ? -1 : "一二三四五六日天".indexOf(t.at(word.end).text || "?");
  if (word === null || on < 0 || UNIT.has(t.at(word.end + 1).text) || t.at(place - 1).kind === "number")
    return null;
  const wanted = Math.min(on, 6) + 1;
  const coming = daysAfter(t.saidOn, ((wanted - weekdayOf(t.saidOn) + 6) % 7) + 1);
  return saidWhen(present([oneDay(coming)]), word.end + 1, false);
};
const UNIT = new Set([..."個年月日週周天次成"]);

const LATE_IN_YEAR = 11;
/** 全年 late in a year may be the next one's. */
const isNextPerhaps = (t: Tokens, place: number) =>
  t.is(place, "年") && t.is(place - 1, "全") && monthOf(t.saidOn) >= LATE_IN_YEAR;

const WHOLE: WhenRule = remembered((t, place) => {
  if (isNextPerhaps(t, place)) return null;
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
    weekdayAlone(t, place),
    fiveYearPlan(t, place),
    anniversary(t, place),
    dayNear(t, place),
    written(t, place),
    latin(t, place),
    republicDate(t, place),
    bare && { value: { when: [bare.value], approximate: false, isStrong: true }, end: bare.end },
  ]);
  if (found === null) return null;
  const isMonthEnd = inner !== null && found.end === inner.end && t.is(found.end - 1, "月");
  const halved = halfOf(t, found.end);
  if (halved !== null && isLong(found.value.when)) {
    const halves = found.value.when.map((period) => sliceOf(period, halved.value, 2));
    return saidWhen(present(halves), halved.end);
  }
  // 今年稍後: from now to its end; of another year nothing follows from it.
  const later = laterIn(t, found.end);
  if (later !== null && found.value.when.some(({ from }) => from <= t.saidOn))
    return { ...found, end: later.end };
  const third = furthest([isMonthEnd ? part(t, found.end - 1) : null, partAt(t, found.end)]);
  const yearPart =
    year !== null && found.end === year.end && t.is(year.end - 1, "年") ? partAt(t, year.end - 1) : null;
  const best = furthest([third, yearPart]);
  // A day has no thirds: what stands behind 明年此時 is not read with it.
  const isDay = found.value.when.every(({ from, to }) => from === to);
  if (best === null || isDay) return found;
  const parts = [best.value.part, best.value.last ?? best.value.part];
  const when = partsOf(found.value.when, parts, best.value.moment);
  // The beginning of this year has gone by when nobody says which: it is next year's.
  const isOver = bare !== null && found.value.when[0] === bare.value && when.every(({ to }) => to < t.saidOn);
  const next = isOver ? present([years(yearOf(t.saidOn) + 1)]) : null;
  return saidWhen(next === null ? when : partsOf(next, parts, best.value.moment), best.end);
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
