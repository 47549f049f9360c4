import { describe, expect, it } from "vitest";
import { type Day, day } from "#domain/day.ts";
import {
  axisLines,
  periodOf,
  positionOf,
  type Stretch,
  shownIn,
  sideOf,
  steppedFrom,
  stretchOf,
  type Zoom,
} from "#domain/lists/axis.ts";

const stretch = (from: string, to: string): Stretch => ({ from: day(from), to: day(to) });
const orNull = (text: string | null): Day | null => (text === null ? null : day(text));
const LEAP_YEAR = stretch("2028-01-01", "2028-12-31");

describe("stretchOf", () => {
  it.each<[Zoom, string, string, string]>([
    ["quarter", "2026-11-23", "2026-05-01", "2027-10-31"],
    ["year", "2026-11-23", "2025-07-01", "2029-06-30"],
    ["year", "2026-12-31", "2025-07-01", "2029-06-30"],
    ["year", "2027-01-01", "2025-10-01", "2029-09-30"],
    ["decade", "2026-11-23", "2021-01-01", "2035-12-31"],
    ["quarter", "2027-03-31", "2026-09-01", "2028-02-29"],
    ["year", "0001-01-01", "0001-01-01", "0004-12-31"],
    ["decade", "9999-12-31", "9985-01-01", "9999-12-31"],
  ])("lays %s around %s: %s to %s", (zoom, at, from, to) => {
    expect(stretchOf(zoom, day(at))).toEqual(stretch(from, to));
  });

  it.each<Zoom>(["quarter", "year", "decade"])("has the day at about a third of %s", (zoom) => {
    for (const at of ["2026-01-01", "2026-11-23", "2028-02-29", "2028-12-31"].map(day)) {
      const position = positionOf(stretchOf(zoom, at), at);
      expect(position).toBeGreaterThan(0.3);
      expect(position).toBeLessThan(0.4);
    }
  });
});

describe("steppedFrom", () => {
  it.each<[Zoom, string, 1 | -1, string | null]>([
    ["quarter", "2026-11-23", 1, "2027-08-01"],
    ["year", "2026-11-23", 1, "2028-10-01"],
    ["year", "2026-11-23", -1, "2024-10-01"],
    ["decade", "2026-11-23", -1, "2019-01-01"],
    ["year", "0001-02-01", -1, null],
    ["decade", "9999-01-01", 1, null],
    // The stretch stands at the end of the calendar already: there is nothing later to see.
    ["decade", "9991-01-01", 1, null],
  ])("goes half a %s stretch from %s by %i to %s", (zoom, at, direction, to) => {
    expect(steppedFrom(zoom, day(at), direction)).toBe(to);
  });
});

describe("positionOf", () => {
  it.each<[string, 0 | 1, number]>([
    ["2028-01-01", 0, 0],
    ["2028-02-29", 0, 59 / 366],
    ["2028-02-29", 1, 60 / 366],
    ["2028-12-31", 1, 1],
    ["2027-12-31", 0, -1 / 366],
    ["2029-01-01", 1, 367 / 366],
  ])("puts %s, edge %i, at %f of a leap year", (on, edge, position) => {
    expect(positionOf(LEAP_YEAR, day(on), edge)).toBeCloseTo(position, 10);
  });
});

describe("shownIn", () => {
  it.each<[string, string | null, [number, number, boolean, boolean] | null]>([
    ["2028-01-01", "2028-12-31", [0, 1, false, false]],
    ["2027-12-31", "2029-01-01", [0, 1, true, true]],
    ["2028-02-29", "2028-02-29", [59 / 366, 60 / 366, false, false]],
    ["2028-12-31", null, [365 / 366, 1, false, true]],
    ["2020-01-01", "2028-01-01", [0, 1 / 366, true, false]],
    ["2020-01-01", "2027-12-31", null],
    ["2029-01-01", null, null],
  ])("shows %s to %s", (first, last, expected) => {
    const shown = shownIn(LEAP_YEAR, day(first), orNull(last));
    if (expected === null) return expect(shown).toBeNull();
    const [start, end, cutBefore, cutAfter] = expected;
    expect(shown).toEqual({
      start: expect.closeTo(start, 10),
      end: expect.closeTo(end, 10),
      cutBefore,
      cutAfter,
    });
  });
});

describe("sideOf", () => {
  it.each<[string | null, string | null, string | null, string | null]>([
    ["2027-01-01", "2027-12-31", null, "before"],
    ["2027-01-01", "2027-12-31", "2028-01-01", "inside"],
    ["2027-01-01", "2028-01-01", null, "inside"],
    ["2020-01-01", null, null, "inside"],
    ["2028-12-31", "2030-01-01", null, "inside"],
    ["2029-01-01", null, null, "after"],
    [null, null, null, null],
  ])("finds %s to %s, grace to %s: %s", (dueFrom, dueBy, graceBy, side) => {
    const window = { dueFrom: orNull(dueFrom), dueBy: orNull(dueBy), graceBy: orNull(graceBy) };
    expect(sideOf(LEAP_YEAR, window)).toBe(side);
  });
});

describe("axisLines", () => {
  it.each<[Zoom, string[]]>([
    ["quarter", ["2026-07-01", "2026-10-01", "2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"]],
    ["year", ["2026-01-01", "2027-01-01", "2028-01-01", "2029-01-01"]],
    ["decade", ["2030-01-01"]],
  ])("has the heavy lines of %s at %j", (zoom, heavy) => {
    const lines = axisLines(zoom, stretchOf(zoom, day("2026-11-23")));
    expect(lines[0]?.position).toBe(0);
    expect(lines.filter(({ major }) => major).map(({ on }) => on)).toEqual(heavy);
    expect(lines.map(({ position }) => position)).toEqual(
      lines.map(({ position }) => position).toSorted((a, b) => a - b),
    );
  });
});

describe("periodOf", () => {
  it.each<[Zoom, string, string]>([
    ["quarter", "2026-11-23", "2026-10-01"],
    ["year", "2028-02-29", "2028-01-01"],
    ["decade", "2029-12-31", "2020-01-01"],
    ["decade", "2030-01-01", "2030-01-01"],
    ["decade", "0005-06-07", "0001-01-01"],
  ])("is, for %s and %s, %s", (zoom, on, start) => {
    expect(periodOf(zoom, day(on))).toBe(start);
  });
});
