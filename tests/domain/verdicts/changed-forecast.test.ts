import { expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { wouldChangeVerdict } from "#domain/verdicts/judgement.ts";
import { isRecordedLate } from "#domain/window.ts";

const BEFORE = {
  saidOn: day("2025-09-10"),
  ...{ dueFrom: day("2025-09-10"), dueBy: day("2026-09-10"), graceBy: null, negative: false },
};
const TODAY = day("2026-11-23");
const HAPPENED = {
  ...{ outcome: "true" as const, happenedOn: day("2026-08-01"), knownOn: day("2026-08-02") },
  alreadyJudgeable: false,
};
const FALSE = { ...HAPPENED, outcome: "false" as const, happenedOn: null, knownOn: TODAY };
const VOID = { ...FALSE, outcome: "void" as const };

test.each([
  ["the same days", {}, HAPPENED, false],
  ["a later end, for what was in time anyway", { dueBy: day("2026-10-10") }, HAPPENED, false],
  ["an end before the day it happened", { dueBy: day("2026-07-31") }, HAPPENED, true],
  [
    "an end before it, with a grace: on time would be late",
    { dueBy: day("2026-07-31"), graceBy: day("2026-09-01") },
    HAPPENED,
    true,
  ],
  ["an opening after it: on time would be early", { dueFrom: day("2026-08-02") }, HAPPENED, true],
  ["the other way round", { negative: true }, HAPPENED, true],
  ["said after it was known", { saidOn: day("2026-08-03"), dueFrom: day("2026-08-03") }, HAPPENED, true],
  ["an end still ahead, where nothing had happened", { dueBy: day("2027-09-10") }, FALSE, true],
  ["an earlier end, where nothing had happened", { dueBy: day("2026-06-01") }, FALSE, false],
  ["any end, where the claim fell away", { dueBy: day("2026-06-01") }, VOID, false],
])("a verdict against a change of days: %s", (_, change, verdict, refused) => {
  expect(wouldChangeVerdict(BEFORE, { ...BEFORE, ...change }, verdict, TODAY)).toBe(refused);
});

test.each([
  ["2026-09-11", "2026-09-10", true],
  ["2026-09-10", "2026-09-10", false],
  ["2026-09-09", "2026-09-10", false],
])("recorded on %s, opening on %s: late %s", (on, opens, late) => {
  expect(isRecordedLate(day(on), day(opens))).toBe(late);
  expect(isRecordedLate(day(on), null)).toBe(false);
});
