import { UTCDate } from "@date-fns/utc";
// Each by its own name: the package as a whole takes a thread or a script a second to load.
import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { addYears } from "date-fns/addYears";

declare const dayBrand: unique symbol;

/**
 * A calendar day as ISO text, `YYYY-MM-DD`, year 0001 to 9999. It has no time and no zone; two days compare
 * as text. Only this file turns a day into a `Date`, always in UTC, so the machine's zone cannot move it.
 */
export type Day = string & { readonly [dayBrand]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MS = 24 * 60 * 60 * 1000;
const inUtc = (text: string) => new UTCDate(Date.parse(`${text}T00:00:00Z`));

/**
 * Whether a text is a day that exists. An impossible day is refused, never rolled over.
 *
 * @example isDay("2028-02-29") // true
 * @example isDay("2026-02-30") // false
 * @example isDay("0000-01-01") // false: the years run from 1 to 9999
 * Source: the calendar of ISO 8601-1:2019, section 5.2.2.
 */
export function isDay(text: unknown): text is Day {
  if (typeof text !== "string" || !SHAPE.test(text) || text.startsWith("0000")) return false;
  // By the numbers and not by a date: a text of many pages asks for thousands.
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return date >= 1 && date <= length;
}

/**
 * A day from text that is known to be one: a literal in the seed or a test.
 *
 * @throws RangeError when it is no day
 * @example day("2025-09-10")
 */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new RangeError(`${JSON.stringify(text)} is not a calendar day; write YYYY-MM-DD`);
}

/** The last day there is: the years run to 9999. */
export const LAST_DAY = day("9999-12-31");

/**
 * Calendar days from one day to another: positive when `to` is later.
 *
 * @example daysBetween(day("2026-09-10"), day("2026-11-23")) // 74
 */
export function daysBetween(from: Day, to: Day): number {
  // In UTC every day has the same length, so that this is exact; and it is asked for a dozen times a row.
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/**
 * The day `count` days later (earlier when negative).
 *
 * @throws RangeError when that leaves the years 1 to 9999
 * @example daysAfter(day("2027-12-31"), 1) // "2028-01-01"
 */
export function daysAfter(from: Day, count: number): Day {
  return day(addDays(inUtc(from), count).toISOString().slice(0, 10));
}

/**
 * The same day `count` years later; 29 February becomes 28 February where the year has none.
 *
 * @throws RangeError when that leaves the years 1 to 9999
 * @example yearsAfter(day("2028-02-29"), 1) // "2029-02-28"
 */
export function yearsAfter(from: Day, count: number): Day {
  return day(addYears(inUtc(from), count).toISOString().slice(0, 10));
}

/**
 * The same day `count` months later; the month's last day where it has none of that number.
 *
 * @throws RangeError when that leaves the years 1 to 9999
 * @example monthsAfter(day("2027-11-30"), 3) // "2028-02-29"
 */
export function monthsAfter(from: Day, count: number): Day {
  return day(addMonths(inUtc(from), count).toISOString().slice(0, 10));
}

/**
 * Which day of the week a day is, 1 for Monday to 7 for Sunday.
 *
 * @example weekdayOf(day("2026-11-23")) // 1
 * Source: ISO 8601-1:2019, section 5.2.3.
 */
export function weekdayOf(on: Day): number {
  return inUtc(on).getUTCDay() || 7;
}

/** The earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Made once for each zone: making one takes many times what telling a day by it takes. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made !== undefined) return made;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * The calendar day of an instant in a time zone.
 *
 * @example dayIn("Asia/Taipei", new Date("2026-11-22T16:00:00Z")) // "2026-11-23"
 */
export function dayIn(timeZone: string, now: Date): Day {
  const parts = formatIn(timeZone).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return day(`${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`);
}
