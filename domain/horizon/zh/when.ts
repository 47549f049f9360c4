import { daysAfter, weekdayOf } from "../../day.ts";
import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import { shortenedEnd } from "../en/numbered.ts";
import { quarterOrHalf } from "../en/quarter.ts";
import { fiscalYear } from "../en/year.ts";
import { lexicon, wordsBeside, wordsOf } from "../lexicon.ts";
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
import type { Part } from "../step.ts";
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
import { writtenDate } from "../written-date.ts";
import { within } from "./in-year.ts";
import { joinsNext } from "./next-words.ts";
import { count, yearDigits } from "./number.ts";
import { republicDate, republicNumber, republicYear } from "./republic.ts";
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

const PLANS: { readonly [number: string]: number } = {
  十三: 2016,
  十四: 2021,
  十五: 2026,
  十六: 2031,
  十七: 2036,
};
const planWords = wordsBeside(
  "期間|時期|末|末期|期末|初|中期|內|之內|期內|結束|收官|規劃期間|計劃期間|計畫期間|這五年|前|中|當中|期|開局",
);
/** 十五五期間: the five years that a plan of the People's Republic is for, set by law. 十五五規劃 is the plan. */
const fiveYearPlan: WhenRule = (t, place) => {
  if (!t.is(place, "十")) return null;
  const from = PLANS[t.at(place).text + t.at(place + 1).text];
  if (from === undefined || !t.is(place + 2, "五")) return null;
  const isQuoted = t.at(place - 1).kind === "sign" && t.at(place + 3).kind === "sign";
  const end = isQuoted ? place + 4 : place + 3;
  const last = planEnd(t, end);
  if (last !== null) return saidWhen(present([years(from + 4)]), last.end);
  if (planWords(t, end) === null && t.at(end).kind !== "end" && !TO.has(t.at(place - 1).text)) return null;
  const within = planPeriod(t, end)?.end ?? end;
  return saidWhen(present([years(from, 5)]), within);
};
const planEnd = wordsBeside("末|末期|期末|結束|收官|結束時|收官之年|末年");
const planPeriod = wordsBeside("期間|時期|期內|這五年|規劃期間|計劃期間|計畫期間|期");
const TO = new Set([..."到至在於"]);

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

const endingWith = wordsOf("(截至|(止於|(結束於|(至|(截止");
/** FY2027（截至2027年3月）: when it ends is said. */
function fiscalEnd(t: Tokens, { value, end }: Found<When>): Found<SaidWhen> | null {
  const opened = endingWith(t, end);
  const year = opened === null ? null : yearWords(t, opened.end);
  const last = year === null ? null : within(t, year, opened?.end ?? end)?.value[0];
  const meant = last === undefined || last === null ? undefined : value.find(({ to }) => to === last.to);
  return meant === undefined || year === null
    ? null
    : saidWhen([meant], within(t, year, end)?.end ?? year.end);
}

/** 4Q26, 2H25, FY26, EOY27: as English has them. */
const latin: WhenRule = (t, place) => {
  const [first, second] = [t.at(place), t.at(place + 1)];
  const isLatin =
    first.kind === "word" || (first.kind === "number" && second.kind === "word" && second.glued);
  if (!isLatin || (first.glued && t.at(place - 1).kind === "word")) return null;
  const fiscal = fiscalYear(t, place);
  const ending = fiscal === null ? null : fiscalEnd(t, fiscal);
  if (ending !== null) return ending;
  return furthest([
    fiscal && saidWhen(fiscal.value, fiscal.end),
    quarterOrHalf(t, place),
    first.kind === "word" ? shortenedEnd(t, place) : null,
  ]);
};

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
