import { describe, expect, it } from "vitest";
import { day } from "#domain/day.ts";
import { decideReview } from "#domain/forecasts/timing.ts";
import type { DueWindow } from "#domain/window.ts";

const undated: DueWindow = { dueFrom: null, dueBy: null, graceBy: null };
const never: DueWindow = { ...undated, dueFrom: day("2032-01-01") };
const closes: DueWindow = { ...never, dueBy: day("2032-12-31") };
const graced: DueWindow = { ...closes, graceBy: day("2033-03-31") };

describe("decideReview", () => {
  it.each<[string, DueWindow, string, string]>([
    ["an undated forecast, from tomorrow on", undated, "2026-11-24", "2026-11-23"],
    ["an undated forecast, on a leap day", undated, "2028-02-29", "2028-02-28"],
    ["an undated forecast, on the first of a year", undated, "2028-01-01", "2027-12-31"],
    ["an undated forecast, on the day that Apia skipped", undated, "2011-12-30", "2011-12-29"],
    ["one that opens and never closes", never, "2033-01-01", "2032-06-01"],
    ["one on the last day there is", never, "9999-12-31", "9999-12-30"],
  ])("accepts %s, and gives the day back", (_, window, reviewOn, today) => {
    expect(decideReview(window, day(reviewOn), day(today))).toEqual({ ok: true, value: reviewOn });
  });

  it.each<[string, DueWindow, string, string, string, string]>([
    ["today", undated, "2026-11-23", "2026-11-23", "review-not-ahead", "2026-11-23"],
    ["yesterday", undated, "2026-11-22", "2026-11-23", "review-not-ahead", "2026-11-23"],
    [
      "a forecast that has a last day",
      closes,
      "2027-01-01",
      "2026-11-23",
      "review-has-due-date",
      "2032-12-31",
    ],
    ["one past its last day", closes, "2034-01-01", "2033-01-01", "review-has-due-date", "2032-12-31"],
    [
      "one with grace, naming the speaker's day",
      graced,
      "2034-01-01",
      "2033-01-01",
      "review-has-due-date",
      "2032-12-31",
    ],
    [
      "a last day before a day not ahead",
      closes,
      "2026-11-22",
      "2026-11-23",
      "review-has-due-date",
      "2032-12-31",
    ],
  ])("refuses %s", (_, window, reviewOn, today, code, turnsOn) => {
    const error = { field: "reviewOn", code, day: turnsOn };
    expect(decideReview(window, day(reviewOn), day(today))).toEqual({ ok: false, error });
  });
});
