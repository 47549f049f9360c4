import { describe, expect, it } from "vitest";
import { AGENTIC, post, serveSeededDatabase } from "./api.ts";
import { anEvidenceIdOf, aVerdict, aVerdictCiting } from "./bodies.ts";
import {
  badDays,
  badOptionalTexts,
  badTexts,
  badWords,
  bodiesWith,
  expectRefused,
  LEFT_OUT,
  unknownFields,
  type Values,
  withField,
} from "./hostile-values.ts";

serveSeededDatabase();

const VERDICTS = `/forecasts/${AGENTIC}/verdicts`;

const badLists: Values = {
  nothing: LEFT_OUT,
  null: null,
  "a text": "x",
  "a number": 5,
  "an object": { 0: "x", length: 1 },
};
const badIds: Values = {
  "an unknown one": ["none"],
  "an empty one": [""],
  "a number": [5],
  null: [null],
  "a list": [["x"]],
  "an object": [{}],
  "half a surrogate pair": ["\ud800"],
  "a NUL": ["\u0000"],
  "50 KB of text": ["x".repeat(50_000)],
  "501 of them": Array.from({ length: 501 }, () => "x"),
  "19,000 numbers": Array.from({ length: 19_000 }, () => 5),
  "a name of JavaScript's": ["__proto__"],
};

describe("POST verdicts refuses, stores nothing, and names the field", () => {
  it.each(
    bodiesWith(aVerdict, {
      outcome: badWords,
      happenedOn: {
        ...badDays,
        "the day before it was said": "2025-09-09",
        "a day past the end": "2026-12-11",
      },
      knownOn: { ...badDays, null: null, tomorrow: "2026-11-24" },
      rationale: badTexts(10_000),
      evidenceIds: badLists,
      withoutEvidenceReason: { ...badOptionalTexts(2000), nothing: LEFT_OUT, null: null, blanks: " \n " },
      alreadyJudgeable: { "a text": "true", "a number": 1, "a list": [true], "an object": {} },
      revision: { "a text": "0", "less than none": -1, "a fraction": 0.5, "too large": 1e308, "a list": [0] },
      by: badOptionalTexts(80),
    }),
  )("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post(VERDICTS, body));
  });

  it.each(bodiesWith(aVerdictCiting(), { evidenceIds: badIds }))("%s: %s", async (field, _, body) => {
    await expectRefused(field, () => post(VERDICTS, body));
  });

  it("evidenceIds: other forecasts'", async () => {
    const theirs = await anEvidenceIdOf("kernel-2x");
    await expectRefused("evidenceIds", () => post(VERDICTS, aVerdictCiting(theirs)));
  });

  it("withoutEvidenceReason beside evidence", async () => {
    const body = { ...aVerdictCiting(await anEvidenceIdOf()), withoutEvidenceReason: "both" };
    await expectRefused("withoutEvidenceReason", () => post(VERDICTS, body));
  });

  it.each<[string, object]>([
    ["replacesReason", { replaces: "some id" }],
    ["replacesReason", { replaces: "some id", replacesReason: "  " }],
    ["replacesReason", { replacesReason: "because" }],
    ["replacesReason", { replaces: " ", replacesReason: "because" }],
    ["replacesReason", { replaces: "some id", replacesReason: "x".repeat(2001) }],
    ["replacesReason", { replaces: "some id", replacesReason: ["because"] }],
    ["replaces", { replaces: "a\ud800", replacesReason: "because" }],
    ["replaces", { replaces: "a\u0000", replacesReason: "because" }],
    ["replaces", { replaces: "x".repeat(101), replacesReason: "because" }],
  ])("%s: %j", async (field, more) => {
    await expectRefused(field, () => post(VERDICTS, { ...aVerdict, ...more }));
  });

  it.each<[string, string, object]>([
    ["happenedOn", "true without its day", { outcome: "true", happenedOn: null }],
    ["happenedOn", "unclear with a day", { outcome: "unclear" }],
    ["happenedOn", "void with a day", { outcome: "void" }],
    [
      "happenedOn",
      "false with a day inside the grace",
      { outcome: "false", happenedOn: "2026-11-01", alreadyJudgeable: true },
    ],
    ["happenedOn", "known before it happened", { knownOn: "2026-07-31" }],
    ["knownOn", "known before it was said", { happenedOn: null, knownOn: "2025-09-09" }],
    ["alreadyJudgeable", "false inside the grace", { outcome: "false", happenedOn: null }],
  ])("%s: %s", async (field, _, more) => {
    await expectRefused(field, () => post(VERDICTS, { ...aVerdict, ...more }));
  });

  it.each(unknownFields)("the unknown field %j", async (field) => {
    await expectRefused(field, () => post(VERDICTS, withField(aVerdict, field)));
  });
});

it("blank fields that may be left out are the same as left out", async () => {
  const blank = { replaces: " ", replacesReason: " ", by: " ", alreadyJudgeable: null };
  expect((await post(VERDICTS, { ...aVerdict, ...blank })).status).toBe(201);
});
