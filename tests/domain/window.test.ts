import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, daysAfter } from "#domain/day.ts";
import { checkWindow, type DueWindow, endOf } from "#domain/window.ts";

type Days = readonly [from: string | null, by: string | null, grace: string | null];

const orNull = (text: string | null) => (text === null ? null : day(text));
const window = ([from, by, grace]: Days): DueWindow => ({
  dueFrom: orNull(from),
  dueBy: orNull(by),
  graceBy: orNull(grace),
});
const fault = (field: string, code: string) => ({ ok: false, error: { field, code } });

describe("checkWindow", () => {
  it.each<[string, string, Days]>([
    ["a window ahead of the day it was said", "2025-09-10", ["2026-09-10", "2027-09-10", null]],
    ["a window that opens on the day it was said", "2025-09-10", ["2025-09-10", "2026-09-10", null]],
    ["a window of one day", "2025-09-10", ["2026-09-10", "2026-09-10", null]],
    ["a window of the very day it was said", "2025-09-10", ["2025-09-10", "2025-09-10", null]],
    ["a leap day", "2028-02-29", ["2028-02-29", "2028-02-29", "2028-03-01"]],
    ["a year end, with grace from the next day on", "2027-12-31", ["2027-12-31", "2027-12-31", "2028-01-01"]],
    ["a day that Apia skipped", "2011-12-29", ["2011-12-30", "2011-12-30", "2011-12-31"]],
    ["the first and the last day there are", "0001-01-01", ["0001-01-01", "9999-12-31", null]],
    ["no earlier than: it opens and never closes", "2025-09-10", ["2032-01-01", null, null]],
    ["no time at all", "2025-09-10", [null, null, null]],
  ])("accepts %s, and gives the window back", (_, saidOn, days) => {
    expect(checkWindow(day(saidOn), window(days))).toEqual({ ok: true, value: window(days) });
  });

  it.each<[string, Days, string, string]>([
    ["that opens the day before it was said", ["2025-09-09", "2026-09-10", null], "dueFrom", "before-said"],
    ["that opens too early and never closes", ["2025-09-09", null, null], "dueFrom", "before-said"],
    ["that closes but does not open", [null, "2026-09-10", null], "dueFrom", "missing"],
    ["that closes the day before it opens", ["2026-09-10", "2026-09-09", null], "dueBy", "before-due-from"],
    ["with grace but no last day", ["2026-09-10", null, "2027-09-10"], "graceBy", "without-due-by"],
    ["with nothing but grace", [null, null, "2027-09-10"], "graceBy", "without-due-by"],
    [
      "with grace of no day at all",
      ["2026-09-10", "2027-09-10", "2027-09-10"],
      "graceBy",
      "not-after-due-by",
    ],
    [
      "with grace inside the window",
      ["2026-09-10", "2027-09-10", "2027-09-09"],
      "graceBy",
      "not-after-due-by",
    ],
  ])("refuses a window %s", (_, days, field, code) => {
    expect(checkWindow(day("2025-09-10"), window(days))).toEqual(fault(field, code));
  });

  it("accepts exactly saidOn <= dueFrom <= dueBy < graceBy, each day optional only where the ones after it are unset", () => {
    const near = fc.integer({ min: 0, max: 5 });
    const nearOrNull = fc.option(near, { nil: null });
    const on = (n: number) => daysAfter(day("2027-12-29"), n);
    fc.assert(
      fc.property(near, nearOrNull, nearOrNull, nearOrNull, (said, from, by, grace) => {
        const set = [from, by, grace].filter((n): n is number => n !== null);
        const noGap = (from !== null || by === null) && (by !== null || grace === null);
        const inOrder = [said, ...set].every((n, i, all) => i === 0 || n >= (all[i - 1] ?? 0));
        const legal = noGap && inOrder && (grace === null || grace !== by);
        const asDay = (n: number | null): Day | null => (n === null ? null : on(n));
        const days = { dueFrom: asDay(from), dueBy: asDay(by), graceBy: asDay(grace) };
        expect(checkWindow(on(said), days).ok).toBe(legal);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("endOf", () => {
  it.each<[string, Days, string | null]>([
    ["the last day of the window", ["2026-09-10", "2027-09-10", null], "2027-09-10"],
    [
      "the last day of the grace where there is one",
      ["2026-09-10", "2027-09-10", "2027-12-10"],
      "2027-12-10",
    ],
    ["none for a window that never closes", ["2032-01-01", null, null], null],
    ["none without a window", [null, null, null], null],
  ])("is %s", (_, days, end) => {
    expect(endOf(window(days))).toBe(end);
  });
});
