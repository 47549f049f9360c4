import { daysAfter } from "../../day.ts";
import type { Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { dayOf, monthOf, months, nextOf, oneDay, weekOf, yearOf, years } from "../period.ts";
import { nextNamed, present, type SaidWhen, saidWhen, seasonIn, seasonOf } from "../when.ts";
import { count } from "./number.ts";
import { dayWord, part, relativeQuarter, relativeWeek, season, weekdayWord } from "./words.ts";

type Read = Rule<SaidWhen>;

const nearSeason = wordsOf("今|明|這個|下個|今年的|明年的");

/** 明春, 今冬, 下個夏天. */
export const seasonNear: Read = (t, place) => {
  const which = nearSeason(t, place);
  const name = which === null ? null : season(t, which.end);
  if (which === null || name === null) return null;
  const inYear = (year: number) => seasonOf(year, name.value);
  if (t.is(place, "今") || t.is(place, "這")) return saidWhen(present([nextOf(t.saidOn, inYear)]), name.end);
  if (t.is(place, "下")) return saidWhen(nextNamed(t.saidOn, inYear), name.end);
  return saidWhen(seasonIn(yearOf(t.saidOn) + 1, name.value), name.end);
};

export const quarterNear: Read = (t, place) => {
  const near = relativeQuarter(t, place);
  if (near === null || (near.end === place + 1 && part(t, near.end) === null)) return null;
  const month = monthOf(t.saidOn);
  return saidWhen(
    present([months(yearOf(t.saidOn), month - ((month - 1) % 3) + 3 * near.value, 3)]),
    near.end,
  );
};

export const week: Read = (t, place) => {
  const near = relativeWeek(t, place);
  if (near === null) return null;
  const whole = weekOf(t.saidOn, near.value);
  const at = weekdayWord(t, near.end)?.end ?? near.end;
  const day = "一二三四五六日天".indexOf(t.at(at).text || "?");
  const isUnit = t.is(at + 1, "個") || t.is(at + 1, "年") || t.is(at + 1, "月");
  if (day < 0 || isUnit) return saidWhen([whole], near.end);
  return saidWhen(present([oneDay(daysAfter(whole.from, Math.min(day, 6)))]), at + 1);
};

export const dayNear: Read = (t, place) => {
  const found = dayWord(t, place);
  if (found === null) return null;
  const on = daysAfter(t.saidOn, found.value);
  return { value: { when: [{ from: on, to: on }], approximate: false, isStrong: false }, end: found.end };
};

/** 2027-03-31, 2027/3/31. */
export const written: Read = (t, place) => {
  if (t.at(place).kind !== "number" || t.at(place + 1).text === ",") return null;
  const [a, sign, b, again, c] = [0, 1, 2, 3, 4].map((step) => t.at(place + step));
  if (a === undefined || b === undefined || c === undefined || a.text.length !== 4) return null;
  if (sign === undefined || sign.text !== again?.text || !"-/.".includes(sign.text || " ")) return null;
  return b.glued && c.glued ? saidWhen(present([oneDay(dayOf(a.value, b.value, c.value))]), place + 5) : null;
};

const inNoTime = wordsOf("內|之內|以內");

/** 年內, 月內: what is left of it. */
export const restOf: Read = (t, place) => {
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
