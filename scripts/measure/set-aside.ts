import type { Row } from "./suite.ts";

const WEEKDAY =
  /\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:days?|nesdays?|rsdays?|urdays?)?\b|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]/i;
const DIARY = /week-?end|work(?:ing )?week|(?:rest|all)(?: of)?(?: the| my)? week|交易日/i;
const MONTHLESS =
  /\b(?:from|between)\b[^a-z]*(?:the )?\d{1,2}(?:st|nd|rd|th)?\D{1,9}\d{1,2}(?:st|nd|rd|th)?(?: this month)?$/i;
const UNSAID = /^第.+[年]$/;
const OPERATOR = /^[<>=]/;

/**
 * Why a phrase is no forecast horizon, or null where it is one. By what it says and not by how it is read:
 *
 * - it had gone by on the day it was said;
 * - it names a day of the week, a weekend or working days, or the rest of a week: an entry in a diary;
 * - it gives days of a month without the month;
 * - it is the so-manyth year of something that is not said;
 * - it is a comparison of a query, no words.
 */
export function whySetAside({ phrase, saidOn, to }: Row): string | null {
  if (to !== null && to < saidOn) return "gone by on the day it was said";
  if (WEEKDAY.test(phrase)) return "a day of the week, as in a diary";
  if (DIARY.test(phrase)) return "a weekend, working days or the rest of a week, as in a diary";
  if (MONTHLESS.test(phrase)) return "days of a month without the month";
  if (UNSAID.test(phrase)) return "the so-manyth year of something unsaid";
  if (OPERATOR.test(phrase)) return "a comparison in a query";
  return null;
}
