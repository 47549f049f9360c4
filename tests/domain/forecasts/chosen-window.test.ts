import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { choiceOf, isOverruled, settleWindow, type WindowChoice } from "#domain/forecasts/chosen-window.ts";
import { type HorizonReading, type Reading, readHorizon } from "#domain/horizon/read.ts";

const SAID = day("2025-09-10");
const read = (words: string | null) => (words === null ? null : readHorizon(words, "en", SAID));
const window = (from: string | null, by: string | null) => ({
  dueFrom: from === null ? null : day(from),
  dueBy: by === null ? null : day(by),
  graceBy: null,
});
const AS_SAID: WindowChoice = { dueFrom: null, dueBy: null, undated: false };
const NONE: WindowChoice = { ...AS_SAID, undated: true };
const days = (from: string | null, by: string | null): WindowChoice => ({
  ...window(from, by),
  undated: false,
});

const reading = (from: string, by: string): Reading => ({
  kind: "window",
  window: window(from, by),
  ...{ approximate: false, proposedGraceBy: null, negative: false, words: "w", start: 0, end: 1, steps: [] },
});
const named = (name: string): WindowChoice => ({ ...AS_SAID, reading: name });
const open = { ...reading("2027-01-01", "2027-12-31"), window: window("2027-01-01", null) };
const TWO_WAYS: HorizonReading = {
  ...{ kind: "ambiguous", words: "w", start: 0, end: 1 },
  readings: [reading("2026-01-01", "2026-12-31"), reading("2027-01-01", "2027-12-31")],
};
const PAST: HorizonReading = { kind: "past", words: "w", start: 0, end: 1 };

const settle = (choice: WindowChoice, of: HorizonReading | null, hasNote = false, graceBy = null) =>
  settleWindow(choice, { saidOn: SAID, reading: of, graceBy, areQuoted: true, hasNote });

describe("nothing chosen: the words decide", () => {
  test.each([
    ["within two years", "2025-09-10", "2027-09-10"],
    ["soon", null, null],
    [null, null, null],
  ])("%j gives %s to %s", (words, from, by) => {
    expect(settle(AS_SAID, read(words))).toEqual({ ok: true, value: window(from, by) });
  });

  test.each([
    ["words that carry no time", read("whenever pigs fly"), { field: "horizon", code: "horizon-unread" }],
    ["a time that is not read whole", read("by 31 June 2027"), { field: "horizon", code: "horizon-unread" }],
    ["a time gone by", PAST, { field: "horizon", code: "horizon-past" }],
    [
      "words with two readings",
      TWO_WAYS,
      {
        field: "reading",
        code: "horizon-ambiguous",
        accepted: ["2026-01-01/2026-12-31", "2027-01-01/2027-12-31"],
      },
    ],
  ])("%s ask for a choice", (_, of, error) => {
    expect(settle(AS_SAID, of)).toEqual({ ok: false, error });
  });
});

describe("a way to read the words is chosen by its name", () => {
  test.each([
    ["one of several", TWO_WAYS, "2027-01-01/2027-12-31", "2027-01-01", "2027-12-31"],
    ["one that never closes", { ...TWO_WAYS, readings: [open] }, "2027-01-01/..", "2027-01-01", null],
    ["the only one", read("within two years"), "2025-09-10/2027-09-10", "2025-09-10", "2027-09-10"],
  ])("%s, which overrules nothing", (_, of, name, from, by) => {
    expect(settle(named(name), of)).toEqual({ ok: true, value: window(from, by) });
  });

  test.each([
    ["one that is none of them", named("2028-01-01/2028-12-31"), TWO_WAYS, "horizon-ambiguous"],
    [
      "another than the words have",
      named("2028-01-01/2028-12-31"),
      read("within two years"),
      "no-such-reading",
    ],
    ["one where there are no words", named("2028-01-01/2028-12-31"), null, "no-such-reading"],
    ["one beside days", { ...days("2026-01-01", null), reading: "x" }, TWO_WAYS, "reading-with-days"],
    ["one beside none", { ...NONE, reading: "x" }, TWO_WAYS, "reading-with-days"],
  ])("and is refused as %s", (_, choice, of, code) => {
    expect(settle(choice, of, true)).toMatchObject({ ok: false, error: { field: "reading", code } });
  });
});

const NEEDS_NOTE = { ok: false, error: { field: "horizonNote", code: "overruling-needs-note" } };

test("words that are not in the quote take a note", () => {
  const basis = { saidOn: SAID, reading: read("within two years"), graceBy: null, areQuoted: false };
  expect(settleWindow(AS_SAID, { ...basis, hasNote: false })).toEqual({
    ok: false,
    error: { field: "horizonNote", code: "wording-needs-note" },
  });
  expect(settleWindow(AS_SAID, { ...basis, hasNote: true }).ok).toBe(true);
});

describe("another window than the words say takes a note", () => {
  test.each<[string, WindowChoice, HorizonReading | null]>([
    ["other days", days("2026-01-01", "2027-09-10"), read("within two years")],
    ["none, where the words give one", NONE, read("within two years")],
    ["one, where the words give none", days("2026-01-01", null), read("soon")],
    ["one, without any words", days("2026-01-01", "2026-12-31"), null],
    ["one, where the time had gone by", days("2026-01-01", "2026-12-31"), PAST],
    ["a third one, where the words have two", days("2028-01-01", "2028-12-31"), TWO_WAYS],
  ])("%s", (_, choice, of) => {
    expect(settle(choice, of)).toEqual(NEEDS_NOTE);
    expect(settle(choice, of, true).ok).toBe(true);
  });

  test.each<[string, WindowChoice, HorizonReading | null]>([
    ["the same days", days("2025-09-10", "2027-09-10"), read("within two years")],
    ["one of two readings", days("2027-01-01", "2027-12-31"), TWO_WAYS],
    ["none, for vague words", NONE, read("soon")],
    ["none, for words that carry no time", NONE, read("whenever pigs fly")],
  ])("%s is not another", (_, choice, of) => {
    expect(settle(choice, of).ok).toBe(true);
  });

  test("a last day alone opens on the day it was said, as “by” does", () => {
    expect(settle(days(null, "2027-12-31"), read("by the end of 2027"))).toMatchObject({
      ok: true,
      value: { dueFrom: SAID, dueBy: "2027-12-31" },
    });
  });
});

test.each([
  [{ ...days("2026-01-01", null), undated: true }, null, "undated-with-days"],
  [{ ...days(null, "2027-01-01"), undated: true }, null, "undated-with-days"],
  [days("2025-09-09", "2027-01-01"), null, "opens-before-said"],
  [days("2026-01-02", "2026-01-01"), null, "closes-before-opening"],
  [days("2026-01-01", "2027-01-01"), day("2027-01-01"), "grace-not-after-end"],
  [NONE, day("2027-01-01"), "grace-without-end"],
])("a window that does not hold together is refused: %j with grace %s", (choice, graceBy, code) => {
  const settled = settleWindow(choice, {
    saidOn: SAID,
    reading: null,
    graceBy,
    areQuoted: true,
    hasNote: true,
  });
  expect(settled).toMatchObject({ ok: false, error: { code } });
});

test.each<[string, HorizonReading | null, ReturnType<typeof window>, WindowChoice]>([
  ["what the words say", read("within two years"), window("2025-09-10", "2027-09-10"), AS_SAID],
  ["no window for vague words", read("soon"), window(null, null), AS_SAID],
  ["no words and no window", null, window(null, null), AS_SAID],
  ["other days", read("within two years"), window("2026-01-01", null), days("2026-01-01", null)],
  ["no window against the words", read("within two years"), window(null, null), NONE],
  ["one of two readings", TWO_WAYS, window("2027-01-01", "2027-12-31"), named("2027-01-01/2027-12-31")],
])("%s is seen as it was chosen, and settles to itself", (_, of, stored, choice) => {
  const seen = choiceOf(of, stored);
  const { dueFrom, dueBy, undated, reading } = choice;
  expect(seen).toEqual({ dueFrom, dueBy, undated, reading });
  expect(settle(seen, of, true)).toEqual({ ok: true, value: stored });
  expect(isOverruled(of, stored)).toBe(!settle(seen, of).ok);
});
