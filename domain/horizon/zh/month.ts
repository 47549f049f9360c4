import { daysAfter, weekdayOf } from "../../day.ts";
import type { Found, Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import {
  dayOf,
  monthOf,
  months,
  nextOf,
  oneDay,
  type Period,
  through,
  type When,
  yearOf,
} from "../period.ts";
import { present } from "../when.ts";
import { count, quantity } from "./number.ts";
import { half, part, relativeMonth } from "./words.ts";

export const nth = wordsOf("第");

export const quarterUnit = wordsOf("季|季度|個季度|個季");

/** 第三季, 三季度, Q3, 上半年, H1. */
export function slot(t: Tokens, place: number): Found<readonly [number, number]> | null {
  const halves = half(t, place);
  if (halves !== null) return { value: [halves.value, 2], end: halves.end };
  const isBehindSign = (t.is(place, "-") || t.is(place, "/")) && /^[qh]$/.test(t.at(place + 1).text);
  if (isBehindSign) return slot(t, place + 1);
  const letter = t.at(place).text;
  const number = t.at(place + 1);
  if (
    (letter === "q" || letter === "h") &&
    number.glued &&
    number.value >= 1 &&
    number.value <= (letter === "q" ? 4 : 2)
  ) {
    return { value: [number.value, letter === "q" ? 4 : 2], end: place + 2 };
  }
  const at = nth(t, place)?.end ?? place;
  const which = count(t, at);
  const unit = which === null ? null : quarterUnit(t, which.end);
  if (which !== null && unit !== null && which.value >= 1 && which.value <= 4) {
    // "三季" may be three of them; 第三季 and 三季度 are the third.
    const isOrdinal =
      at > place || t.is(place - 1, "年") || (t.is(unit.end - 1, "度") && !t.is(which.end, "個"));
    if (isOrdinal) return { value: [which.value, 4], end: unit.end };
  }
  if (t.is(place, "首") && t.is(place + 1, "季")) return { value: [1, 4], end: place + 2 };
  if (t.is(place, "末") && t.is(place + 1, "季")) return { value: [4, 4], end: place + 2 };
  return null;
}

const of = (t: Tokens, place: number) => (t.is(place, "的") || t.is(place, ",") ? place + 1 : place);

/** What a month, a quarter or a half is of: the years that were said, else the next that has not gone by. */
export function inYears(t: Tokens, year: When | null, inYear: (year: number) => Period | null): When {
  return year === null
    ? present([nextOf(t.saidOn, inYear)])
    : present(year.map(({ from }) => inYear(yearOf(from))));
}

export const monthUnit = wordsOf("月份|月");

export const nthMonth = wordsOf("個月");

export const nthWeek = wordsOf("週|個週|個星期|個禮拜|星期|周");

const weekOfMonth = (period: Period, which: number): Period => {
  const first = daysAfter(period.from, (8 - weekdayOf(period.from)) % 7);
  return { from: daysAfter(first, 7 * (which - 1)), to: daysAfter(first, 7 * which - 1) };
};

const untilWord = wordsOf("到|至|-|~");

/** The first and the last of 3至5月, 七、八月, 七八月. */
function monthRun(t: Tokens, place: number): Found<readonly [number, number]> | null {
  const pair = quantity(t, place);
  if (pair === null || pair.value.isVague) return null;
  const { least, most } = pair.value;
  const isMonth = (end: number) => t.is(end, "月");
  if (least < most && most <= 12 && isMonth(pair.end)) return { value: [least, most], end: pair.end + 1 };
  const join = untilWord(t, pair.end) ?? (t.is(pair.end, ",") ? { end: pair.end + 1 } : null);
  const last = join === null || least !== most ? null : count(t, join.end);
  if (last === null || !isMonth(last.end) || !(least >= 1 && last.value <= 12)) return null;
  const isRun = t.is(pair.end, ",") ? last.value === least + 1 : last.value > least;
  return isRun ? { value: [least, last.value], end: last.end + 1 } : null;
}

/** The last day of 3月10日至20日, 3月10-20日. */
function lastDay(t: Tokens, place: number): Found<number> | null {
  const start = t.is(place, "日") || t.is(place, "號") ? place + 1 : place;
  const join = untilWord(t, start);
  const last = join === null ? null : count(t, join.end);
  const isDay = last !== null && (t.is(last.end, "日") || t.is(last.end, "號"));
  return isDay ? { value: last.value, end: last.end + 1 } : null;
}

const besideDay = wordsOf("前|之前|以前|起|晚上|早上|上午|下午|開始");
/** 明年一月二十三: the day without its 日. */
const isDayAlone = (t: Tokens, end: number) =>
  ["sign", "end"].includes(t.at(end).kind) || besideDay(t, end) !== null;

/** A month with its day, week or third, of a year that was said or the next to come. */
export function monthIn(t: Tokens, year: When | null, place: number): Found<When> | null {
  const near = year === null ? relativeMonth(t, place) : null;
  const isNear =
    near !== null && (near.end > place + 1 || part(t, near.end - 1) !== null || part(t, place) !== null);
  const run = isNear ? null : monthRun(t, place);
  if (run !== null) {
    const [first, last] = run.value;
    return { value: inYears(t, year, (of) => months(of, first, last - first + 1)), end: run.end };
  }
  const number = isNear ? null : count(t, place);
  const unit = number === null ? null : monthUnit(t, number.end);
  if (!isNear && (number === null || unit === null || number.value < 1 || number.value > 12)) return null;
  const end = (isNear ? near?.end : unit?.end) ?? place;
  const month = (of: number) =>
    isNear
      ? months(yearOf(t.saidOn), monthOf(t.saidOn) + (near?.value ?? 0), 1)
      : months(of, number?.value ?? 0, 1);
  const at = of(t, end);
  const day = count(t, at);
  const until = day === null ? null : lastDay(t, day.end);
  if (day !== null && until !== null && until.value > day.value) {
    const inYear = (of: number) => {
      const whole = month(of);
      const [first, last] = [day.value, until.value].map((date) =>
        oneDay(whole && dayOf(yearOf(whole.from), monthOf(whole.from), date)),
      );
      return first && last ? through(first, last) : null;
    };
    return { value: isNear ? present([inYear(0)]) : inYears(t, year, inYear), end: until.end };
  }
  if (day !== null && (t.is(day.end, "日") || t.is(day.end, "號")) && day.value >= 1 && day.value <= 31) {
    const inYear = (of: number) => {
      const whole = month(of);
      return whole && oneDay(dayOf(yearOf(whole.from), monthOf(whole.from), day.value));
    };
    return { value: isNear ? present([inYear(0)]) : inYears(t, year, inYear), end: day.end + 1 };
  }
  if (day !== null && day.value >= 1 && day.value <= 31 && year !== null && isDayAlone(t, day.end)) {
    return {
      value: present(
        year.map(({ from }) =>
          oneDay(dayOf(yearOf(from), monthOf(month(yearOf(from))?.from ?? from), day.value)),
        ),
      ),
      end: day.end,
    };
  }
  const whole = isNear ? present([month(0)]) : inYears(t, year, month);
  const which = nth(t, at) === null ? null : count(t, at + 1);
  const week = which === null ? null : nthWeek(t, which.end);
  if (which !== null && week !== null && which.value <= 5) {
    return { value: whole.map((one) => weekOfMonth(one, which.value)), end: week.end };
  }
  return { value: whole, end };
}
