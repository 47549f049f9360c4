import { daysAfter, weekdayOf } from "../../day.ts";
import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import {
  dayOf,
  monthOf,
  months,
  nextOf,
  oneDay,
  type Period,
  sliceOf,
  type When,
  weekOf,
  yearOf,
  years,
} from "../period.ts";
import { fromTo, nextNamed, partsOf, present, type SaidWhen, seasonIn, seasonOf } from "../when.ts";
import { count, yearDigits } from "./number.ts";
import {
  dayWord,
  half,
  hedge,
  hedgeAfter,
  part,
  relativeMonth,
  relativeQuarter,
  relativeWeek,
  season,
  weekdayWord,
} from "./words.ts";
import { bareYear, yearWords } from "./year.ts";

type Read = Rule<SaidWhen>;
const said = (when: When, end: number): Found<SaidWhen> | null =>
  when.length === 0 ? null : { value: { when, approximate: false, isStrong: true }, end };

const of = (t: Tokens, place: number) => (t.is(place, "的") || t.is(place, ",") ? place + 1 : place);

/** What a month, a quarter or a half is of: the years that were said, else the next that has not gone by. */
function inYears(t: Tokens, year: When | null, inYear: (year: number) => Period | null): When {
  return year === null
    ? present([nextOf(t.saidOn, inYear)])
    : present(year.map(({ from }) => inYear(yearOf(from))));
}

const nth = wordsOf("第");
const quarterUnit = wordsOf("季|季度|個季度|個季");
const monthUnit = wordsOf("月份|月");
const nthMonth = wordsOf("個月");
const nthWeek = wordsOf("週|個週|個星期|個禮拜|星期|周");

/** 第三季, 三季度, Q3, 上半年, H1. */
function slot(t: Tokens, place: number): Found<readonly [number, number]> | null {
  const halves = half(t, place);
  if (halves !== null) return { value: [halves.value, 2], end: halves.end };
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
    if (at > place || t.is(unit.end - 1, "度")) return { value: [which.value, 4], end: unit.end };
  }
  if (t.is(place, "首") && t.is(place + 1, "季")) return { value: [1, 4], end: place + 2 };
  if (t.is(place, "末") && t.is(place + 1, "季")) return { value: [4, 4], end: place + 2 };
  return null;
}

const weekOfMonth = (period: Period, which: number): Period => {
  const first = daysAfter(period.from, (8 - weekdayOf(period.from)) % 7);
  return { from: daysAfter(first, 7 * (which - 1)), to: daysAfter(first, 7 * which - 1) };
};

/** A month with its day, week or third, of a year that was said or the next to come. */
function monthIn(t: Tokens, year: When | null, place: number): Found<When> | null {
  const near = year === null ? relativeMonth(t, place) : null;
  const isNear =
    near !== null && (near.end > place + 1 || part(t, near.end - 1) !== null || part(t, place) !== null);
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
  if (day !== null && (t.is(day.end, "日") || t.is(day.end, "號")) && day.value >= 1 && day.value <= 31) {
    const inYear = (of: number) => {
      const whole = month(of);
      return whole && oneDay(dayOf(yearOf(whole.from), monthOf(whole.from), day.value));
    };
    return { value: isNear ? present([inYear(0)]) : inYears(t, year, inYear), end: day.end + 1 };
  }
  const whole = isNear ? present([month(0)]) : inYears(t, year, month);
  const which = nth(t, at) === null ? null : count(t, at + 1);
  const week = which === null ? null : nthWeek(t, which.end);
  if (which !== null && week !== null && which.value <= 5) {
    return { value: whole.map((one) => weekOfMonth(one, which.value)), end: week.end };
  }
  return { value: whole, end };
}

const isoWeek = (year: number, week: number): Period | null => {
  const fourth = dayOf(year, 1, 4);
  return fourth === null ? null : weekOf(fourth, week - 1);
};

/** 第九個月, 第三十七個星期. */
function numberedIn(t: Tokens, year: When, place: number): Found<When> | null {
  const which = nth(t, place) === null ? null : count(t, place + 1);
  if (which === null) return null;
  const month = nthMonth(t, which.end);
  if (month !== null && which.value <= 12) {
    return { value: present(year.map(({ from }) => months(yearOf(from), which.value, 1))), end: month.end };
  }
  const week = nthWeek(t, which.end);
  if (week === null || which.value > 53) return null;
  return { value: present(year.map(({ from }) => isoWeek(yearOf(from), which.value))), end: week.end };
}

const firstOrLast = wordsOf("前|頭|後|最後|最後的|的前|的後|的頭|的最後");

/** 前兩個季度, 前十一個月, 後三月, of a year. */
function runIn(t: Tokens, year: When, place: number): Found<When> | null {
  const side = firstOrLast(t, place);
  const number = side === null ? null : count(t, side.end);
  if (side === null || number === null) return null;
  const quarters = quarterUnit(t, number.end);
  const unit = quarters ?? nthMonth(t, number.end) ?? monthUnit(t, number.end);
  if (unit === null) return null;
  const size = number.value * (quarters === null ? 1 : 3);
  if (size < 1 || size > 12) return null;
  const isFirst = t.is(side.end - 1, "前") || t.is(side.end - 1, "頭");
  const run = year.map(({ from }) => months(yearOf(from), isFirst ? 1 : 13 - size, size));
  return { value: present(run), end: unit.end };
}

/** What lies within a year, said or not. */
function within(t: Tokens, year: Found<When> | null, place: number): Found<When> | null {
  const start = year === null ? place : of(t, year.end);
  const value = year?.value ?? null;
  const piece = slot(t, start);
  const name = season(t, start);
  const found: (Found<When> | null)[] = [monthIn(t, value, start)];
  if (piece !== null) {
    const inYear = (number: number) => {
      const whole = years(number);
      return whole && sliceOf(whole, ...piece.value);
    };
    found.push({
      value:
        value === null ? inYears(t, null, inYear) : present(value.map((one) => sliceOf(one, ...piece.value))),
      end: piece.end,
    });
  }
  if (name !== null && (year !== null || name.end > start + 1)) {
    const seasons = value?.flatMap(({ from }) => seasonIn(yearOf(from), name.value));
    found.push({ value: seasons ?? inYears(t, null, (of) => seasonOf(of, name.value)), end: name.end });
  }
  if (value !== null) found.push(numberedIn(t, value, start), runIn(t, value, start));
  return furthest(found);
}

const nearSeason = wordsOf("今|明|這個|下個|今年的|明年的");
/** 明春, 今冬, 下個夏天. */
const seasonNear: Read = (t, place) => {
  const which = nearSeason(t, place);
  const name = which === null ? null : season(t, which.end);
  if (which === null || name === null) return null;
  const inYear = (year: number) => seasonOf(year, name.value);
  if (t.is(place, "今") || t.is(place, "這")) return said(present([nextOf(t.saidOn, inYear)]), name.end);
  if (t.is(place, "下")) return said(nextNamed(t.saidOn, inYear), name.end);
  return said(seasonIn(yearOf(t.saidOn) + 1, name.value), name.end);
};

const quarterNear: Read = (t, place) => {
  const near = relativeQuarter(t, place);
  if (near === null || (near.end === place + 1 && part(t, near.end) === null)) return null;
  const month = monthOf(t.saidOn);
  return said(present([months(yearOf(t.saidOn), month - ((month - 1) % 3) + 3 * near.value, 3)]), near.end);
};

const week: Read = (t, place) => {
  const near = relativeWeek(t, place);
  if (near === null) return null;
  const whole = weekOf(t.saidOn, near.value);
  const at = weekdayWord(t, near.end)?.end ?? near.end;
  const day = "一二三四五六日天".indexOf(t.at(at).text || "?");
  const isUnit = t.is(at + 1, "個") || t.is(at + 1, "年") || t.is(at + 1, "月");
  if (day < 0 || isUnit) return said([whole], near.end);
  return said(present([oneDay(daysAfter(whole.from, Math.min(day, 6)))]), at + 1);
};

const dayNear: Read = (t, place) => {
  const found = dayWord(t, place);
  if (found === null) return null;
  const on = daysAfter(t.saidOn, found.value);
  return { value: { when: [{ from: on, to: on }], approximate: false, isStrong: false }, end: found.end };
};

/** 2027-03-31, 2027/3/31. */
const written: Read = (t, place) => {
  const [a, sign, b, again, c] = [0, 1, 2, 3, 4].map((step) => t.at(place + step));
  if (a === undefined || b === undefined || c === undefined || a.text.length !== 4) return null;
  if (sign === undefined || sign.text !== again?.text || !"-/.".includes(sign.text || " ")) return null;
  return b.glued && c.glued ? said(present([oneDay(dayOf(a.value, b.value, c.value))]), place + 5) : null;
};

const inNoTime = wordsOf("內|之內|以內");

/** 年內, 月內: what is left of it. */
const restOf: Read = (t, place) => {
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
  return said(present([period]), rest.end);
};

const WHOLE: Read = remembered((t, place) => {
  const year = yearWords(t, place);
  const bare = year === null ? bareYear(t, place) : null;
  const inner = within(t, year, place);
  const plain = furthest<When>([inner, year]);
  const found = furthest<SaidWhen>([
    plain && { value: { when: plain.value, approximate: false, isStrong: true }, end: plain.end },
    seasonNear(t, place),
    quarterNear(t, place),
    week(t, place),
    dayNear(t, place),
    written(t, place),
    bare && { value: { when: [bare.value], approximate: false, isStrong: true }, end: bare.end },
  ]);
  if (found === null) return null;
  const isMonthEnd = inner !== null && found.end === inner.end && t.is(found.end - 1, "月");
  const third = part(t, isMonthEnd && part(t, found.end - 1) !== null ? found.end - 1 : found.end);
  const years2 =
    year !== null && found.end === year.end && t.is(year.end - 1, "年") ? part(t, year.end - 1) : null;
  const best = furthest([third, years2]);
  if (best === null) return found;
  const when = partsOf(found.value.when, [best.value.part], best.value.moment);
  // The beginning of this year has gone by when nobody says which: it is next year's.
  const isOver = bare !== null && found.value.when[0] === bare.value && when.every(({ to }) => to < t.saidOn);
  const next = isOver ? present([years(yearOf(t.saidOn) + 1)]) : null;
  return said(next === null ? when : partsOf(next, [best.value.part], best.value.moment), best.end);
});

const one: Read = remembered((t, place) => {
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
  const digits = yearDigits(t, place);
  if (digits === null || digits.value.isShort || joiner(t, digits.end) === null) return null;
  const { year } = digits.value;
  return year >= 1900 && year <= 2199 ? { value: present([years(year)]), end: digits.end } : null;
}

function range(t: Tokens, place: number): Found<SaidWhen> | null {
  const start = opener(t, place)?.end ?? place;
  const whole = one(t, start);
  const bare = firstYear(t, start);
  const first =
    whole ?? (bare && { value: { when: bare.value, approximate: false, isStrong: true }, end: bare.end });
  const join = first === null ? null : joiner(t, first.end);
  const second = join === null ? null : one(t, join.end);
  if (first === null || second === null) return null;
  const when = present(first.value.when.flatMap((from) => second.value.when.map((to) => fromTo(from, to))));
  if (when.length === 0) return null;
  const end = between(t, second.end)?.end ?? second.end;
  const approximate = first.value.approximate || second.value.approximate;
  return { value: { when, approximate, isStrong: true }, end };
}

/** A stretch of the calendar as Chinese says it: 2027年底, 明年下半年, 2026年第三季, 2030到2035年. */
export const readWhen: Read = remembered((t, place) => furthest([range(t, place), one(t, place)]));
