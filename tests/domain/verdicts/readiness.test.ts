import { describe, expect, it } from "vitest";
import {
  READINESS_CODES,
  type ReadinessCode,
  type ReadinessEntry,
  type ReadinessFacts,
  readinessOf,
  unmetCodes,
} from "#domain/verdicts/readiness.ts";
import { OUTCOMES } from "#domain/vocabulary.ts";
import { entryWith, on } from "../evidence/entries.ts";

const TODAY = on("2026-11-23");
const DATED: ReadinessFacts = {
  saidOn: on("2025-09-10"),
  dueFrom: on("2025-09-10"),
  dueBy: on("2026-09-10"),
  stated: ["trueIf", "falseIf", "cannotBeJudgedIf"],
};
const against = (more: Partial<ReadinessEntry> = {}) => entryWith({ stance: "contradicts", ...more });
const point = (code: ReadinessCode, entries: readonly ReadinessEntry[], facts = DATED) =>
  readinessOf(facts, entries, TODAY).find((one) => one.code === code);

it("the points come in one order, of the criteria those that are written out", () => {
  const codes = (stated: ReadinessFacts["stated"]) =>
    readinessOf({ ...DATED, stated }, [], TODAY).map(({ code }) => code);
  expect(codes(["falseIf", "partlyIf", "trueIf", "cannotBeJudgedIf"])).toEqual(READINESS_CODES);
  expect(codes([])).toEqual(["two-publishers", "dated-from-end", "strong-answered"]);
});

describe("two independent publishers", () => {
  it.each<[string, readonly ReadinessEntry[], boolean]>([
    ["two that point one way", [entryWith(), entryWith()], true],
    ["two against", [against(), against()], true],
    ["one", [entryWith()], false],
    ["one for and one against", [entryWith(), against()], false],
    ["one twice", [entryWith({ publisher: "Wired" }), entryWith({ publisher: "wired" })], false],
    ["a maker alone", [entryWith({ kind: "maker" })], false],
    ["two makers", [entryWith({ kind: "maker" }), entryWith({ kind: "maker" })], false],
    ["a maker and somebody else", [entryWith({ kind: "maker" }), entryWith({ kind: "primary" })], true],
    ["context", [entryWith(), entryWith({ stance: "context" })], false],
    ["none", [], false],
  ])("%s: met is %s", (_what, entries, isMet) => {
    expect(point("two-publishers", entries)?.isMet).toBe(isMet);
  });
});

describe("something dated from the end", () => {
  const dated = (text: string | null) => [entryWith({ publishedOn: text === null ? null : on(text) })];

  it.each<[string, Partial<ReadinessFacts>, string | null, boolean]>([
    ["on the last day", {}, "2026-09-10", true],
    ["after it", {}, "2026-10-01", true],
    ["the day before", {}, "2026-09-09", false],
    ["without a date", {}, null, false],
    ["within a window that has no last day", { dueBy: null }, "2025-09-10", true],
    ["after it was said, without a window", { dueFrom: null, dueBy: null }, "2025-09-10", true],
    ["before it was said, without a window", { dueFrom: null, dueBy: null }, "2025-09-09", false],
  ])("%s", (_when, facts, published, isMet) => {
    expect(point("dated-from-end", dated(published), { ...DATED, ...facts })?.isMet).toBe(isMet);
  });

  it("is not context, and says which day that is and whether it is still to come", () => {
    expect(
      point("dated-from-end", [entryWith({ stance: "context", publishedOn: on("2026-10-01") })]),
    ).toEqual({
      code: "dated-from-end",
      isMet: false,
      from: "2026-09-10",
      is: "window-end",
      isAhead: false,
    });
    expect(point("dated-from-end", [], { ...DATED, dueBy: on("2027-01-01") })).toMatchObject({
      isAhead: true,
    });
  });
});

it("a criterion is met by an entry that was logged as speaking to it, whichever way", () => {
  const entries = [
    against({ criterion: "trueIf" }),
    entryWith({ criterion: "cannotBeJudgedIf" }),
    entryWith(),
  ];
  expect(point("true-if", entries)).toMatchObject({ isMet: true, entries: 1 });
  expect(point("false-if", entries)).toMatchObject({ isMet: false, entries: 0 });
});

describe("something strong on the other side", () => {
  const strong = (on_: string, more: Partial<ReadinessEntry> = {}) =>
    entryWith({ strength: "strong", publishedOn: on(on_), ...more });
  const lone = strong("2026-05-01", { id: "lone", stance: "contradicts" });

  it.each<[string, readonly ReadinessEntry[], readonly string[]]>([
    ["nothing", [], []],
    ["nothing strong", [entryWith(), entryWith(), against()], []],
    ["what the rest comes down on", [strong("2026-05-01"), against()], []],
    ["without an answer", [entryWith(), entryWith(), entryWith(), lone], ["lone"]],
    ["answered later", [entryWith(), strong("2026-06-01"), lone], []],
    ["answered on the same day", [entryWith(), strong("2026-05-01"), lone], []],
    ["with something strong only before it", [entryWith(), strong("2026-04-01"), lone], ["lone"]],
    ["on both, which weigh the same", [strong("2026-04-01"), lone], ["lone"]],
  ])("%s", (_what, entries, unanswered) => {
    expect(point("strong-answered", entries)).toEqual({
      code: "strong-answered",
      isMet: unanswered.length === 0,
      unanswered,
    });
  });
});

describe("what a verdict is given against", () => {
  const readiness = readinessOf(
    { ...DATED, stated: ["trueIf", "partlyIf", "falseIf"] },
    [entryWith({ criterion: "trueIf" })],
    TODAY,
  );

  it.each([
    [null, ["two-publishers", "dated-from-end", "partly-if", "false-if"]],
    ["true", ["two-publishers", "dated-from-end"]],
    ["partly", ["two-publishers", "dated-from-end", "partly-if"]],
    ["false", ["two-publishers", "dated-from-end", "false-if"]],
    ["unclear", ["two-publishers", "dated-from-end"]],
    ["void", ["two-publishers", "dated-from-end"]],
  ] as const)("as %s: %j", (outcome, codes) => {
    expect(unmetCodes(readiness, outcome)).toEqual(codes);
  });

  it("is nothing where all is met", () => {
    const all = readinessOf(
      DATED,
      [
        entryWith({ criterion: "trueIf", publishedOn: on("2026-10-01") }),
        entryWith({ criterion: "falseIf", publishedOn: on("2026-10-01") }),
      ],
      TODAY,
    );
    for (const outcome of OUTCOMES) expect(unmetCodes(all, outcome)).toEqual([]);
  });
});
