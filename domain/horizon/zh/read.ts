import type { Candidate } from "../candidate.ts";
import { type Found, furthest, type Rule, type Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { type When, years } from "../period.ts";
import { present } from "../when.ts";
import { readAmount } from "./amount.ts";
import { calendar } from "./bounded.ts";
import { counted, found } from "./counted.ts";
import { isCutOff } from "./cut-off.ts";
import { isOfEvent } from "./event.ts";
import { countedFromThen } from "./from-then.ts";
import { count } from "./number.ts";
import { isPerhapsRepublic, republicYear } from "./republic.ts";
import { readWhen } from "./when.ts";
import { vague } from "./words.ts";

type Read = Rule<Candidate>;

const without: Read = (t, place) => {
  const words = vague(t, place);
  if (words === null) return null;
  return { value: { expression: { kind: "vague" }, deniedBehind: true }, end: words.end };
};

/** The time that Chinese words say at a place. */
export const readChinese: Read = (t, place) => {
  const found = furthest([
    countedFromThen(t, place),
    counted(t, place),
    calendar(t, place),
    without(t, place),
  ]);
  if (found === null || isCutOff(t, place)) return null;
  const isUnread =
    found.value.expression.kind === "calendar" &&
    // 不到2030年 is sooner.
    (isOfEvent(t, found.end) || (t.is(place, "到") && t.is(place - 1, "不")));
  return isUnread ? { value: { ...found.value, isRefused: true }, end: found.end } : found;
};

const inCalendar = (
  t: Tokens,
  place: number,
  end: number,
  when: When,
  approximate: boolean,
): Found<Candidate> => ({
  value: {
    expression: {
      kind: "calendar",
      how: "in",
      bound: "",
      when,
      whenWords: t.between(place, end),
      approximate,
    },
  },
  end,
});

const needs = wordsOf("要|需要|還要|得");

/** A phrase that is nothing but a time, as a form's field is filled: 兩三年, 2030, 幾年. */
export const readBareChinese: Read = (t, place) => {
  const amount = readAmount(t, needs(t, place)?.end ?? place);
  const when = readWhen(t, place);
  const year = count(t, place);
  const republic = republicYear(t, place);
  const isYear = year !== null && year.value >= 1900 && year.value <= 2199 && t.at(year.end).kind === "end";
  return furthest([
    amount === null || isPerhapsRepublic(t, place) ? null : found(amount.value, "within", amount.end),
    when && inCalendar(t, place, when.end, when.value.when, when.value.approximate),
    republic && inCalendar(t, place, republic.end, present([years(republic.value)]), false),
    isYear ? inCalendar(t, place, year.end, present([years(year.value)]), false) : null,
  ]);
};
