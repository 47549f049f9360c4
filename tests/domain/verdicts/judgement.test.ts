import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, daysAfter } from "#domain/day.ts";
import type { JudgedForecast } from "#domain/forecasts/timing.ts";
import { type Judgement, judgementFaults, needsJudgeableTick } from "#domain/verdicts/judgement.ts";
import { OUTCOMES, type Outcome } from "#domain/vocabulary.ts";
import { checkWindow } from "#domain/window.ts";

const plain: JudgedForecast = {
  saidOn: day("2025-09-10"),
  dueFrom: day("2026-09-10"),
  dueBy: day("2027-12-31"),
  graceBy: null,
  negative: false,
};
const graced = { ...plain, graceBy: day("2028-02-29") };
const never = { ...plain, dueBy: null };
const undated = { ...never, dueFrom: null };
const negative = { ...plain, negative: true };
const negativeUndated = { ...undated, negative: true };

const TODAY = day("2030-01-01");
const judged = (outcome: Outcome, happenedOn: string | null, known = "2030-01-01"): Judgement => ({
  outcome,
  happenedOn: happenedOn === null ? null : day(happenedOn),
  knownOn: day(known),
  alreadyJudgeable: true,
});

describe("judgementFaults, with the day it happened", () => {
  it.each<[string, JudgedForecast, Outcome, string | null]>([
    ["true on the day it was said", plain, "true", "2025-09-10"],
    ["true on the last day", plain, "true", "2027-12-31"],
    ["true on the last day of grace", graced, "true", "2028-02-29"],
    ["true long after a window that never closes opened", never, "true", "2030-01-01"],
    ["true on any day, without a window", undated, "true", "2030-01-01"],
    ["partly, on a day inside the window", plain, "partly", "2026-09-10"],
    ["partly, on no one day", plain, "partly", null],
    ["false, and not so far", plain, "false", null],
    ["false, and the day after the window", plain, "false", "2028-01-01"],
    ["false, and the day after the grace", graced, "false", "2028-03-01"],
    ["false, without a window", undated, "false", null],
    ["unclear", plain, "unclear", null],
    ["void", plain, "void", null],
    ["a negative claim true: nothing happened", negative, "true", null],
    ["a negative claim false on the first day", negative, "false", "2026-09-10"],
    ["a negative claim false on the last day", negative, "false", "2027-12-31"],
    ["a negative claim without a window false on any day", negativeUndated, "false", "2025-09-10"],
    ["a negative claim partly true", negative, "partly", null],
    ["a negative claim unclear", negative, "unclear", null],
    ["a negative claim void", negative, "void", null],
  ])("accepts %s", (_, of, outcome, on) => {
    expect(judgementFaults(of, judged(outcome, on), TODAY)).toEqual([]);
  });

  it.each<[string, JudgedForecast, Outcome, string | null, string, string?]>([
    ["true without a day", plain, "true", null, "happened-required"],
    ["true before it was said", plain, "true", "2025-09-09", "happened-before-said", "2025-09-10"],
    ["true the day after the window", plain, "true", "2028-01-01", "happened-after-end", "2027-12-31"],
    ["true the day after the grace", graced, "true", "2028-03-01", "happened-after-end", "2028-02-29"],
    ["partly the day after the window", plain, "partly", "2028-01-01", "happened-after-end", "2027-12-31"],
    ["partly before it was said", plain, "partly", "2025-09-09", "happened-before-said", "2025-09-10"],
    ["false on the last day", plain, "false", "2027-12-31", "happened-not-after-end", "2027-12-31"],
    ["false inside the grace", graced, "false", "2028-02-29", "happened-not-after-end", "2028-02-29"],
    ["false on a day, where nothing is too late", never, "false", "2029-01-01", "happened-not-allowed"],
    ["false on a day, without a window", undated, "false", "2029-01-01", "happened-not-allowed"],
    ["unclear on a day", plain, "unclear", "2027-01-01", "happened-not-allowed"],
    ["void on a day", plain, "void", "2027-01-01", "happened-not-allowed"],
    ["a negative claim true on a day", negative, "true", "2027-01-01", "happened-not-allowed"],
    ["a negative claim partly on a day", negative, "partly", "2027-01-01", "happened-not-allowed"],
    ["a negative claim false without a day", negative, "false", null, "happened-required"],
    ["an undated one false without a day", negativeUndated, "false", null, "happened-required"],
  ])("refuses %s", (_, of, outcome, on, code, turnsOn) => {
    const faults = judgementFaults(of, judged(outcome, on), TODAY);
    expect(faults).toEqual([{ field: "happenedOn", code, day: turnsOn }]);
  });

  it.each(["2026-09-09", "2028-01-01"])("refuses a negative claim false on %s, beside the window", (on) => {
    const faults = judgementFaults(negative, judged("false", on), TODAY);
    expect(faults).toMatchObject([{ field: "happenedOn", code: "happened-outside-window" }]);
  });
});

describe("judgementFaults, with the day it could be known", () => {
  it.each<[string, string | null, string, string, ...string[]]>([
    ["known on the day it happened", "2026-09-10", "2026-09-10", "2026-09-10"],
    ["known the day before", "2026-09-10", "2026-09-09", "2026-09-10", "happened-after-known 2026-09-09"],
    ["known tomorrow", "2026-09-10", "2026-09-12", "2026-09-11", "known-in-future 2026-09-11"],
    ["happened tomorrow", "2026-09-12", "2026-09-12", "2026-09-11", "known-in-future 2026-09-11"],
    ["known on the day it was said", null, "2025-09-10", "2026-09-11"],
    ["known before it was said", null, "2025-09-09", "2026-09-11", "known-before-said 2025-09-10"],
    [
      "a fault beside each field",
      "2025-09-09",
      "2025-09-09",
      "2026-09-11",
      "happened-before-said 2025-09-10",
      "known-before-said 2025-09-10",
    ],
  ])("%s", (_, on, known, today, ...expected) => {
    const faults = judgementFaults(plain, judged("partly", on, known), day(today));
    expect(faults.map((fault) => `${fault.code} ${fault.day}`)).toEqual(expected);
    const fields = expected.map((text) => (text.startsWith("known") ? "knownOn" : "happenedOn"));
    expect(faults.map((fault) => fault.field)).toEqual(fields);
  });
});

describe("the tick that this can already be judged", () => {
  it.each<[string, JudgedForecast, Outcome, string, string | null]>([
    ["any outcome before the window opens", plain, "void", "2026-09-09", "2026-09-10"],
    ["not once it is open, where something happened", plain, "true", "2026-09-10", null],
    ["not partly once it is open", plain, "partly", "2026-09-10", null],
    ["false on the first day", plain, "false", "2026-09-10", "2027-12-31"],
    ["false on the last day", plain, "false", "2027-12-31", "2027-12-31"],
    ["not false the day after", plain, "false", "2028-01-01", null],
    ["false on the last day of grace", graced, "false", "2028-02-29", "2028-02-29"],
    ["not false after the grace", graced, "false", "2028-03-01", null],
    ["a negative claim true on the last day", negative, "true", "2027-12-31", "2027-12-31"],
    ["not a negative claim true the day after", negative, "true", "2028-01-01", null],
    ["not a negative claim false inside the window", negative, "false", "2026-09-10", null],
    ["not without a window", undated, "false", "2026-09-10", null],
    ["not a negative claim without a window", negativeUndated, "true", "2026-09-10", null],
  ])("is asked for: %s", (_, of, outcome, today, turnsOn) => {
    expect(needsJudgeableTick(of, outcome, day(today))).toBe(turnsOn !== null);
    const unticked = { ...judged(outcome, null, today), alreadyJudgeable: false };
    const faults = judgementFaults(of, unticked, day(today)).filter((f) => f.field === "alreadyJudgeable");
    const fault = { field: "alreadyJudgeable", code: "not-yet-judgeable", day: turnsOn };
    expect(faults).toEqual(turnsOn === null ? [] : [fault]);
  });

  it("is asked for at any time for false in a window that never closes, which names no day", () => {
    const unticked = { ...judged("false", null, "9999-12-31"), alreadyJudgeable: false };
    const faults = judgementFaults(never, unticked, day("9999-12-31"));
    expect(faults).toEqual([{ field: "alreadyJudgeable", code: "not-yet-judgeable", day: undefined }]);
  });
});

// The oracle: the glossary's paragraph on `happenedOn`, `knownOn` and today, as plain ifs.
function mayHappen(of: JudgedForecast, outcome: Outcome, on: Day | null): boolean {
  const end = of.graceBy ?? of.dueBy;
  const inTime = on !== null && on >= of.saidOn && (end === null || on <= end);
  if (of.negative && outcome !== "false") return on === null;
  if (of.negative) return inTime && (of.dueFrom === null || on >= of.dueFrom) && !(of.dueBy && on > of.dueBy);
  if (outcome === "true") return inTime;
  if (outcome === "partly") return on === null || inTime;
  if (outcome === "false") return on === null || (end !== null && on > end);
  return on === null;
}

function fits(of: JudgedForecast, { outcome, happenedOn, knownOn, alreadyJudgeable }: Judgement, today: Day) {
  if (!mayHappen(of, outcome, happenedOn)) return false;
  if (knownOn < of.saidOn || knownOn > today) return false;
  if (happenedOn !== null && happenedOn > knownOn) return false;
  if (alreadyJudgeable || of.dueFrom === null) return true;
  if (today < of.dueFrom) return false;
  const restsOnNothing = outcome === (of.negative ? "true" : "false");
  const end = of.graceBy ?? of.dueBy;
  return !restsOnNothing || (end !== null && today > end);
}

it("finds no fault exactly when the glossary allows it, and at most one beside a field", () => {
  const on = (n: number) => daysAfter(day("2027-12-27"), n);
  const some = fc.integer({ min: 0, max: 8 }).map(on);
  const orNone = fc.option(some, { nil: null });
  const forecasts = fc
    .record({ saidOn: some, dueFrom: orNone, dueBy: orNone, graceBy: orNone, negative: fc.boolean() })
    .filter((of) => checkWindow(of.saidOn, of).ok);
  const judgements = fc.record({
    outcome: fc.constantFrom(...OUTCOMES),
    happenedOn: orNone,
    knownOn: some,
    alreadyJudgeable: fc.boolean(),
  });
  fc.assert(
    fc.property(forecasts, judgements, fc.integer({ min: 4, max: 10 }).map(on), (of, judgement, today) => {
      const fields = judgementFaults(of, judgement, today).map((fault) => fault.field);
      expect(fields.length === 0).toBe(fits(of, judgement, today));
      expect(new Set(fields).size).toBe(fields.length);
    }),
    { numRuns: 5000 },
  );
});
