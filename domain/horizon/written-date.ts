import type { Found, Tokens } from "./cursor.ts";
import { dayOf, months, nextOf, oneDay } from "./period.ts";
import { present, type SaidWhen, saidWhen } from "./when.ts";

const MOST_PIECES = 5;
/** Digits with dots, slashes and hyphens between them, as they were written; null for a price or a share. */
function writtenDigits(t: Tokens, place: number): Found<string> | null {
  const before = t.at(place - 1);
  const isOfAnother = t.at(place).glued && (before.kind === "word" || "$€£¥#/-".includes(before.text || " "));
  if (t.at(place).kind !== "number" || isOfAnother) return null;
  let end = place + 1;
  while (end < place + MOST_PIECES && "-/".includes(t.at(end).text || " ") && t.at(end).glued) {
    if (t.at(end + 1).kind !== "number" || !t.at(end + 1).glued) break;
    end += 2;
  }
  const text = t.between(place, end).replaceAll(/[‐-―−]/g, "-");
  return { value: text, end };
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_AND_MONTH = /^(?:(\d{4})[-/.](\d{2})|(\d{1,2})[/.](\d{4}))$/;
const MONTH_AND_DAY = /^(\d{1,2})\/(\d{1,2})$/;
const THIS_CENTURY = 2000;

/** Both ways to read a day and a month, where both are there. */
const eitherWay = (year: number, a: number, b: number) =>
  present([oneDay(dayOf(year, a, b)), a === b ? null : oneDay(dayOf(year, b, a))]);

/**
 * "2027-03-31", "2027-06"; "3/31/2027", "12/31/26", "31.12.2026", and both ways where the day could be the month;
 * "12/31" without a year where no other reading is left.
 *
 * @param isShown a word before it says that it is a day, where it could be a version or a part of something
 */
export function writtenDate(t: Tokens, place: number, isShown: boolean): Found<SaidWhen> | null {
  const written = writtenDigits(t, place);
  if (written === null) return null;
  const { value: text, end } = written;
  const first = YEAR_FIRST.exec(text);
  if (first !== null)
    return saidWhen(present([oneDay(dayOf(Number(first[1]), Number(first[3]), Number(first[4])))]), end);
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [, a, sign, b, year = ""] = last;
    const isShort = year.length === 2;
    if (isShort && (sign === "-" || (sign === "." && !isShown))) return null;
    return saidWhen(eitherWay(Number(year) + (isShort ? THIS_CENTURY : 0), Number(a), Number(b)), end);
  }
  const month = YEAR_AND_MONTH.exec(text);
  if (month !== null) {
    const [year, of] = [Number(month[1] ?? month[4]), Number(month[2] ?? month[3])];
    return of >= 1 && of <= 12 ? saidWhen(present([months(year, of, 1)]), end) : null;
  }
  const [, of, date] = (isShown ? MONTH_AND_DAY.exec(text) : null) ?? [];
  if (of === undefined || date === undefined || Number(date) <= 12) return null;
  const inYear = (year: number) => oneDay(dayOf(year, Number(of), Number(date)));
  return saidWhen(present([nextOf(t.saidOn, inYear)]), end);
}
