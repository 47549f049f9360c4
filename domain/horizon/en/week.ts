import { type Day, daysAfter, weekdayOf } from "../../day.ts";
import type { Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { dayOf, nextOf, oneDay, weekOf, yearOf } from "../period.ts";
import { present, type SaidWhen, saidWhen } from "../when.ts";
import { monthDate, writtenDate } from "./date.ts";
import { digits } from "./number.ts";
import { thisOrNext, weekday } from "./words.ts";
import { yearBehind } from "./year.ts";

type Read = Rule<SaidWhen>;
const comingWeekday = (saidOn: Day, of: number): Day =>
  daysAfter(saidOn, ((of - weekdayOf(saidOn) + 6) % 7) + 1);

/**
 * "Friday": the coming one. "Next Friday": the coming one or the one of next week, where those are two.
 */
export const weekdayName: Read = (t, place) => {
  const which = thisOrNext(t, place);
  const named = weekday(t, which?.end ?? place);
  if (named === null) return null;
  const coming = comingWeekday(t.saidOn, named.value);
  const ofNextWeek = daysAfter(weekOf(t.saidOn, 1).from, named.value - 1);
  const isNext = which !== null && t.is(which.end - 1, "next");
  const both = isNext && ofNextWeek !== coming ? [coming, ofNextWeek] : [coming];
  return {
    value: { when: present(both.map(oneDay)), approximate: false, isStrong: which !== null },
    end: named.end,
  };
};

const isoWeek = (year: number, week: number, count = 1) => {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null) return null;
  const first = weekOf(fourth, week - 1);
  return { from: first.from, to: daysAfter(first.from, 7 * count - 1) };
};

const weekWord = wordsOf("week|the week|week number|wk");

const weekStarting = wordsOf(
  "the week of|the week beginning|the week starting|the week beginning on|the week starting on|week of|week beginning|week starting",
);

/** "Week 31 of 2027", by ISO 8601; "the week of 4 February". */
export const weekNumber: Read = (t, place) => {
  const starting = weekStarting(t, place);
  const date = starting === null ? null : (monthDate(t, starting.end) ?? writtenDate(t, starting.end));
  if (date !== null)
    return saidWhen(
      date.value.when.map(({ from }) => weekOf(from, 0)),
      date.end,
    );
  const word = weekWord(t, place);
  const number = word === null ? null : digits(t, word.end);
  if (number === null || !(number.value >= 1 && number.value <= 53)) return null;
  const year = yearBehind(t, number.end);
  const inYear = (of: number) => isoWeek(of, number.value);
  const when =
    year === null ? [nextOf(t.saidOn, inYear)] : year.value.map(({ from }) => inYear(yearOf(from)));
  return saidWhen(present(when), year?.end ?? number.end);
};
