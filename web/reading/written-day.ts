import { type Day, isDay } from "#domain/day.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
/** Nothing that tells a day is longer, and no pattern is to meet a long text. */
const LONGEST = 200;

/** Each with the places of year, month and date among its groups. */
const SHAPES: readonly { readonly shape: RegExp; readonly order: readonly [number, number, number] }[] = [
  { shape: /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { shape: /(?<!\d)(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)/, order: [1, 3, 4] },
  { shape: /(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]/, order: [1, 2, 3] },
  { shape: /^\s*(?:D:)?((?:19|20)\d{2})(\d{2})(\d{2})(?=$|\D|\d{6}(?!\d))/, order: [1, 2, 3] },
  {
    shape: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})(?!\\d)`, "i"),
    order: [3, 2, 1],
  },
  {
    shape: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, "i"),
    order: [3, 1, 2],
  },
];

const monthNumber = (word: string) => {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return at < 0 ? word : String(at + 1);
};

/** Years of the Republic of China, which pages from Taiwan are dated in: 民國115年 is 2026. */
const REPUBLIC = /民國\s*(\d{2,3})\s*年/g;
const REPUBLIC_BEFORE = 1911;

/**
 * The first day that a short text writes out, as written: an instant is the day it says in its own offset. Year,
 * month and date in full, or nothing; "03/04/2026" is no day, since nobody knows which.
 *
 * @example writtenDay("2026-03-05T23:30:00-08:00") // "2026-03-05"
 * @example writtenDay("發布日期：2026年3月5日") // "2026-03-05"
 * @example writtenDay("2026-02-30") // null
 * Source: ISO 8601-1:2019, RFC 5322 section 3.3 for the English form; PDF 32000-1, 7.9.4 for "D:20260305".
 */
export function writtenDay(raw: string | null | undefined): Day | null {
  const text = (raw ?? "")
    .slice(0, LONGEST)
    .replace(REPUBLIC, (_found, year: string) => `${Number(year) + REPUBLIC_BEFORE}年`);
  for (const { shape, order } of SHAPES) {
    const found = shape.exec(text);
    if (found === null) continue;
    const [year = "", month = "", date = ""] = order.map((place) => found[place] ?? "");
    const iso = `${year}-${monthNumber(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
    if (isDay(iso)) return iso;
  }
  return null;
}
