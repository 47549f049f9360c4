import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, daysAfter, daysBetween, earlier, isDay, later, yearsAfter } from "#domain/day.ts";

/** `Date#getTimezoneOffset` on 2011-12-29, 2026-01-15 and 2026-07-15, each at 12:00 UTC. */
const ZONES: Record<string, readonly number[]> = {
  UTC: [0, 0, 0],
  "America/New_York": [300, 300, 240],
  "Asia/Kathmandu": [-345, -345, -345],
  "Pacific/Kiritimati": [-840, -840, -840],
  "Pacific/Apia": [600, -780, -780],
};

// The oracle: a day is a whole number of days since 1970-01-01, by plain UTC arithmetic.
const MS = 86_400_000;
const FIRST = -719_162;
const LAST = 2_932_896;
const textOf = (n: number) => new Date(n * MS).toISOString().slice(0, 10);
const dayOf = (n: number) => day(textOf(n));
const anyDayNumber = fc.integer({ min: FIRST, max: LAST });
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const pad = (n: number, width = 2) => String(n).padStart(width, "0");

it("runs in the time zone that TZ names, one of the five the rules are held to", () => {
  const zone = String(process.env.TZ);
  const at = ["2011-12-29", "2026-01-15", "2026-07-15"].map((d) => new Date(`${d}T12:00:00Z`));
  expect(Object.keys(ZONES)).toContain(zone);
  expect(at.map((date) => date.getTimezoneOffset())).toEqual(ZONES[zone]);
});

describe("isDay", () => {
  it.each(["2026-11-23", "2011-12-30", "2028-02-29", "2000-02-29", "2027-12-31", "0001-01-01", "9999-12-31"])(
    "accepts %s",
    (text) => {
      expect(isDay(text)).toBe(true);
      expect(day(text)).toBe(text);
    },
  );

  it.each([
    ["a day February never has", "2026-02-30"],
    ["29 February of a common year", "2027-02-29"],
    ["29 February of 2100, no leap year", "2100-02-29"],
    ["the 31st of a month of 30 days", "2026-04-31"],
    ["day 0", "2026-01-00"],
    ["month 0", "2026-00-10"],
    ["month 13", "2026-13-01"],
    ["the year 0", "0000-01-01"],
    ["a year of five digits", "10000-01-01"],
    ["a signed year", "-0001-01-01"],
    ["a year and a month", "2026-11"],
    ["an unpadded day", "2026-9-1"],
    ["slashes", "2026/09/10"],
    ["an ordinal day", "2026-253"],
    ["a week day", "2026-W37-4"],
    ["an instant", "2026-09-10T00:00:00Z"],
    ["a space before it", " 2026-09-10"],
    ["a line break after it", "2026-09-10\n"],
    ["digits of another script", "２０２６-09-10"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it.each([null, undefined, 20260910, new Date(0), ["2026-09-10"], {}])("refuses %o, no text", (value) => {
    expect(isDay(value)).toBe(false);
  });

  it.each([1, 4, 100, 400, 1582, 1900, 2000, 2011, 2027, 2028, 2100, 9999])(
    "accepts the days of year %i that the calendar has, and no other",
    (year) => {
      const lengths = [0, 31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0];
      for (const [month, length] of lengths.entries()) {
        for (let date = 0; date <= 32; date++) {
          const text = `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
          expect(isDay(text), text).toBe(date >= 1 && date <= length);
        }
      }
    },
  );
});

describe("daysBetween and daysAfter", () => {
  it.each([
    ["2026-09-10", "2026-11-23", 74],
    ["2026-11-23", "2026-11-23", 0],
    ["2026-11-24", "2026-11-23", -1],
    ["2027-12-31", "2028-01-01", 1],
    ["2028-02-28", "2028-03-01", 2],
    ["2027-02-28", "2027-03-01", 1],
    ["2100-02-28", "2100-03-01", 1],
    ["2011-12-29", "2011-12-30", 1], // Pacific/Apia had no 30 December 2011
    ["2011-12-29", "2011-12-31", 2],
    ["2026-03-07", "2026-03-09", 2], // New York loses an hour
    ["2026-10-31", "2026-11-02", 2], // and gains it back
    ["0001-01-01", "9999-12-31", 3_652_058],
  ])("from %s to %s are %i days", (from, to, count) => {
    expect(daysBetween(day(from), day(to))).toBe(count);
    expect(daysAfter(day(from), count)).toBe(to);
    expect(daysAfter(day(to), -count)).toBe(from);
  });

  it("agree with plain UTC arithmetic on any two days", () => {
    fc.assert(
      fc.property(anyDayNumber, anyDayNumber, (a, b) => {
        expect(daysBetween(dayOf(a), dayOf(b))).toBe(b - a);
        expect(daysAfter(dayOf(a), b - a)).toBe(textOf(b));
      }),
    );
  });

  it("step over every day from 2011 to 2029 without a gap", () => {
    for (let n = Date.UTC(2011, 0, 1) / MS; n < Date.UTC(2030, 0, 1) / MS; n++) {
      if (daysAfter(dayOf(n), 1) !== textOf(n + 1)) expect.fail(`after ${textOf(n)}`);
    }
  });

  it.each([
    ["9999-12-31", 1],
    ["0001-01-01", -1],
    ["0001-01-01", -400],
    ["2026-01-01", Number.NaN],
  ])("refuse to leave the years 1 to 9999: %s and %i days", (from, count) => {
    expect(() => daysAfter(day(from), count)).toThrow(RangeError);
  });
});

describe("yearsAfter", () => {
  it.each([
    ["2025-09-10", 2, "2027-09-10"],
    ["2025-09-10", 0, "2025-09-10"],
    ["2028-02-29", 1, "2029-02-28"],
    ["2028-02-29", 4, "2032-02-29"],
    ["2028-02-29", -1, "2027-02-28"],
    ["2096-02-29", 4, "2100-02-28"],
    ["2027-02-28", 1, "2028-02-28"],
    ["2010-12-30", 1, "2011-12-30"],
    ["2026-12-31", 1, "2027-12-31"],
    ["0001-01-01", 9998, "9999-01-01"],
  ])("%s and %i years is %s", (from, count, to) => {
    expect(yearsAfter(day(from), count)).toBe(to);
  });

  it("keeps month and date on any day, and only 29 February gives way", () => {
    fc.assert(
      fc.property(anyDayNumber, fc.integer({ min: 1, max: 9999 }), (n, year) => {
        const monthAndDate = textOf(n).slice(4);
        const kept = monthAndDate === "-02-29" && !isLeap(year) ? "-02-28" : monthAndDate;
        expect(yearsAfter(dayOf(n), year - Number(textOf(n).slice(0, 4)))).toBe(pad(year, 4) + kept);
      }),
    );
  });

  it.each([
    ["9999-06-01", 1],
    ["0001-06-01", -1],
  ])("refuses to leave the years 1 to 9999: %s and %i years", (from, count) => {
    expect(() => yearsAfter(day(from), count)).toThrow(RangeError);
  });
});

it("of two days, one is the earlier and the other the later, whichever is named first", () => {
  fc.assert(
    fc.property(anyDayNumber, anyDayNumber, (a, b) => {
      expect(earlier(dayOf(a), dayOf(b))).toBe(textOf(Math.min(a, b)));
      expect(later(dayOf(a), dayOf(b))).toBe(textOf(Math.max(a, b)));
    }),
  );
});
