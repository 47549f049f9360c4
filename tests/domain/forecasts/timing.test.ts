import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, daysAfter, daysBetween } from "#domain/day.ts";
import {
  isWithinGrace,
  type JudgedForecast,
  type TimingBand,
  type TimingKind,
  timingBands,
  timingOf,
} from "#domain/forecasts/timing.ts";
import { OUTCOMES, type Outcome } from "#domain/vocabulary.ts";
import { checkWindow } from "#domain/window.ts";

const orNull = (text: string | null) => (text === null ? null : day(text));
const forecast = (
  saidOn: string,
  dueFrom: string | null,
  dueBy: string | null,
  graceBy: string | null = null,
  negative = false,
): JudgedForecast => ({
  saidOn: day(saidOn),
  dueFrom: orNull(dueFrom),
  dueBy: orNull(dueBy),
  graceBy: orNull(graceBy),
  negative,
});

const plain = forecast("2025-09-10", "2026-09-10", "2027-09-10");
const graced = forecast("2025-09-10", "2026-09-10", "2027-12-31", "2028-02-29");
const leapDay = forecast("2027-02-28", "2028-02-29", "2028-02-29");
const skipped = forecast("2011-12-28", "2011-12-30", "2011-12-30", "2011-12-31");
const never = forecast("2025-09-10", "2032-01-01", null);
const undated = forecast("2025-09-10", null, null);
const notWithin = forecast("2025-09-10", "2025-09-10", "2030-09-10", null, true);
const toTheLastDay = forecast("2025-09-10", "2026-09-10", "9999-12-31");
const graceToTheLastDay = forecast("2025-09-10", "2026-09-10", "9999-12-30", "9999-12-31");

describe("timingOf", () => {
  it.each<[string, JudgedForecast, Outcome, string | null, TimingKind, number]>([
    ["on the day it was said", plain, "true", "2025-09-10", "early", 365],
    ["the day before the window", plain, "true", "2026-09-09", "early", 1],
    ["on its first day", plain, "true", "2026-09-10", "on-time", 0],
    ["on its last day", plain, "true", "2027-09-10", "on-time", 0],
    ["on its last day, in part", plain, "partly", "2027-09-10", "on-time", 0],
    ["the day after it", plain, "false", "2027-09-11", "late", 1],
    ["seven months after it", plain, "false", "2028-04-10", "late", 213],
    ["on the year end that closes it", graced, "true", "2027-12-31", "on-time", 0],
    ["on the first day of grace", graced, "true", "2028-01-01", "late", 1],
    ["on the last day of grace", graced, "true", "2028-02-29", "late", 60],
    ["on the last day of grace, in part", graced, "partly", "2028-02-29", "late", 60],
    ["after the grace, counted from the window still", graced, "false", "2028-03-01", "late", 61],
    ["the day before a leap day", leapDay, "true", "2028-02-28", "early", 1],
    ["on the leap day", leapDay, "true", "2028-02-29", "on-time", 0],
    ["the day after the leap day", leapDay, "false", "2028-03-01", "late", 1],
    ["the day before the one Apia skipped", skipped, "true", "2011-12-29", "early", 1],
    ["on the day Apia skipped", skipped, "true", "2011-12-30", "on-time", 0],
    ["the day after the one Apia skipped", skipped, "true", "2011-12-31", "late", 1],
    ["before a window that never closes", never, "true", "2031-12-31", "early", 1],
    ["in a window that never closes", never, "true", "9999-12-31", "on-time", 0],
    ["without a window", undated, "true", "2026-01-01", "none", 0],
    ["not, so far", plain, "false", null, "not-yet", 0],
    ["not, so far, without a window", undated, "false", null, "not-yet", 0],
    ["in part, on no one day", plain, "partly", null, "none", 0],
    ["unclear", plain, "unclear", null, "none", 0],
    ["unclear, whatever the day", plain, "unclear", "2027-09-11", "none", 0],
    ["void, whatever the day", plain, "void", "2026-09-09", "none", 0],
    ["not any more: the claim fell away", plain, "void", null, "none", 0],
  ])("%s", (_, of, outcome, on, kind, days) => {
    expect(timingOf(of, outcome, orNull(on))).toEqual({ kind, days });
  });

  it.each(OUTCOMES)("a negative claim has none, when it is %s", (outcome) => {
    for (const on of [null, day("2025-09-10"), day("2030-09-10"), day("2030-09-11")]) {
      expect(timingOf(notWithin, outcome, on)).toEqual({ kind: "none", days: 0 });
    }
  });
});

it.each<[JudgedForecast, string, boolean]>([
  [graced, "2027-12-31", false],
  [graced, "2028-01-01", true],
  [graced, "2028-02-29", true],
  [graced, "2028-03-01", false],
  [plain, "2027-09-11", false],
  [never, "2032-01-02", false],
  [undated, "2026-01-01", false],
])("a day is within our grace only past the window: $dueBy, $graceBy, %s", (of, on, within) => {
  expect(isWithinGrace(of, day(on))).toBe(within);
});

const band = (kind: TimingBand["kind"], from: string, to: string | null) => ({ kind, from, to });

it.each<[string, JudgedForecast, readonly ReturnType<typeof band>[]]>([
  [
    "a window",
    plain,
    [
      band("early", "2025-09-10", "2026-09-09"),
      band("on-time", "2026-09-10", "2027-09-10"),
      band("too-late", "2027-09-11", null),
    ],
  ],
  [
    "a window with grace",
    graced,
    [
      band("early", "2025-09-10", "2026-09-09"),
      band("on-time", "2026-09-10", "2027-12-31"),
      band("late-within-grace", "2028-01-01", "2028-02-29"),
      band("too-late", "2028-03-01", null),
    ],
  ],
  [
    "a window open from the day it was said",
    forecast("2028-02-29", "2028-02-29", "2028-02-29"),
    [band("on-time", "2028-02-29", "2028-02-29"), band("too-late", "2028-03-01", null)],
  ],
  [
    "no earlier than",
    never,
    [band("early", "2025-09-10", "2031-12-31"), band("on-time", "2032-01-01", null)],
  ],
  [
    "a window to the last day there is, which nothing can be too late for",
    toTheLastDay,
    [band("early", "2025-09-10", "2026-09-09"), band("on-time", "2026-09-10", "9999-12-31")],
  ],
  [
    "grace to the last day there is",
    graceToTheLastDay,
    [
      band("early", "2025-09-10", "2026-09-09"),
      band("on-time", "2026-09-10", "9999-12-30"),
      band("late-within-grace", "9999-12-31", "9999-12-31"),
    ],
  ],
  ["no window", undated, []],
  ["a negative claim", notWithin, []],
])("the bands of %s", (_, of, bands) => {
  expect(timingBands(of)).toEqual(bands);
});

it("every day from the one it was said lies in one band, and the band agrees with the timing", () => {
  const on = (n: number) => daysAfter(day("2027-12-27"), n);
  const some = fc.option(fc.integer({ min: 0, max: 8 }).map(on), { nil: null });
  const dated = fc
    .record({
      saidOn: fc.constant(on(0)),
      dueFrom: some,
      dueBy: some,
      graceBy: some,
      negative: fc.constant(false),
    })
    .filter((of) => of.dueFrom !== null && checkWindow(of.saidOn, of).ok);
  const kinds = { early: "early", "on-time": "on-time", "late-within-grace": "late", "too-late": "late" };
  const covers = ({ from, to }: TimingBand, today: Day) => from <= today && (to === null || today <= to);
  fc.assert(
    fc.property(dated, fc.integer({ min: 0, max: 12 }).map(on), (of, today) => {
      const covering = timingBands(of).filter((one) => covers(one, today));
      expect(covering).toHaveLength(1);
      const kind = covering[0]?.kind ?? "too-late";
      const timing = timingOf(of, kind === "too-late" ? "false" : "true", today);
      expect(timing.kind).toBe(kinds[kind]);
      expect(isWithinGrace(of, today)).toBe(kind === "late-within-grace");
      const border = timing.kind === "early" ? of.dueFrom : timing.kind === "late" ? of.dueBy : today;
      expect(timing.days).toBe(Math.abs(daysBetween(border ?? today, today)));
    }),
    { numRuns: 1000 },
  );
});
