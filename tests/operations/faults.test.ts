import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { LARGEST_TEXT_BYTES } from "#domain/sources/transcript.ts";
import { recordChosenForecasts } from "#operations/chosen-forecasts.ts";
import { correctEvidence, logEvidence } from "#operations/evidence.ts";
import { parseWith } from "#operations/fields.ts";
import { changeForecast, listForecasts, recordForecast, recordForecasts } from "#operations/forecasts.ts";
import { listHistory } from "#operations/history.ts";
import { recordSource } from "#operations/sources.ts";
import { giveVerdict } from "#operations/verdicts.ts";

/** What is wrong with what was sent, each as `field: code`, in the order in which it is told. */
function faultsOf(input: z.ZodType, sent: unknown): readonly string[] {
  const parsed = parseWith(input, sent);
  return parsed.ok ? [] : parsed.error.map(({ field, code }) => `${field}: ${code}`);
}

const aVerdict = {
  outcome: "partly",
  happenedOn: "2026-08-01",
  knownOn: "2026-11-01",
  rationale: "Some of it.",
  evidenceIds: [],
  withoutEvidenceReason: "none decides it",
};

describe("the fields of a verdict are held against one another, also where one is at fault by itself", () => {
  it.each<[string, object, readonly string[]]>([
    ["nothing is wrong", {}, []],
    [
      "no evidence, no reason",
      { withoutEvidenceReason: " " },
      ["withoutEvidenceReason: needs-evidence-or-reason"],
    ],
    ["evidence and a reason", { evidenceIds: ["a"] }, ["withoutEvidenceReason: reason-beside-evidence"]],
    [
      "evidence that is none, and a reason",
      { evidenceIds: [5] },
      ["evidenceIds: not-text", "withoutEvidenceReason: reason-beside-evidence"],
    ],
    [
      "too much of it, and a reason",
      { evidenceIds: Array.from({ length: 501 }, () => 5) },
      ["evidenceIds: too-long", "withoutEvidenceReason: reason-beside-evidence"],
    ],
    [
      "no list, so that nobody knows whether there is any",
      { evidenceIds: "a", withoutEvidenceReason: null },
      ["evidenceIds: not-a-list"],
    ],
    [
      "a reason that is at fault is told once",
      { evidenceIds: ["a"], withoutEvidenceReason: "x".repeat(2001) },
      ["withoutEvidenceReason: too-long"],
    ],
    ["another verdict, without a reason", { replaces: "a" }, ["replacesReason: required"]],
    ["a reason, without another verdict", { replacesReason: "so" }, ["replacesReason: needs-replaces"]],
    [
      "blanks in the place of one",
      { replaces: " ", replacesReason: "so", knownOn: "never" },
      ["knownOn: not-a-day", "replacesReason: needs-replaces"],
    ],
    [
      "all at once, in the order of the fields, what is unknown next, and rules last",
      { outcome: "", happenedOn: "", knownOn: "", zz: 1, withoutEvidenceReason: null, replaces: "a" },
      [
        ...["outcome: required", "happenedOn: not-a-day", "knownOn: required", "zz: unknown-field"],
        ...["withoutEvidenceReason: needs-evidence-or-reason", "replacesReason: required"],
      ],
    ],
  ])("%s", (_, more, faults) => {
    expect(faultsOf(giveVerdict.input, { ...aVerdict, ...more })).toEqual(faults);
  });

  it("and a body that is none has no more faults than that", () => {
    for (const sent of [null, 5, "x"]) expect(faultsOf(giveVerdict.input, sent)).toEqual(["body: not-text"]);
  });
});

const aForecast = {
  claim: { en: "Robots fold laundry" },
  quote: "Robots will fold it.",
  lang: "en",
  source: "a-talk",
  speaker: "ada",
  saidOn: "2026-11-01",
};
const newSource = { title: "A talk", publisher: "Example", publishedOn: null };

describe("a source and a speaker are each on record or new", () => {
  it.each<[object, readonly string[]]>([
    [{}, []],
    [{ source: null, newSource }, []],
    [{ newSource }, ["source: both-given"]],
    [{ source: " ", speaker: null }, ["source: required", "speaker: required"]],
    [
      { source: {}, newSpeaker: {} },
      ["source: not-text", "newSpeaker.name: required", "speaker: both-given"],
    ],
    [{ source: null, newSource: [] }, ["newSource: not-text"]],
  ])("%j", (more, faults) => {
    expect(faultsOf(recordForecast.input, { ...aForecast, ...more })).toEqual(faults);
  });
});

describe("of several forecasts each says what is wrong with it", () => {
  it.each<[string, object, readonly string[]]>([
    ["two", { forecasts: [aForecast, aForecast] }, []],
    ["none", { forecasts: [] }, ["forecasts: required"]],
    [
      "101, which are not looked at",
      { forecasts: Array.from({ length: 101 }, () => ({})) },
      ["forecasts: too-long"],
    ],
    ["one that is none, before the others are looked at", { forecasts: [5, {}] }, ["forecasts: not-text"]],
    [
      "what is said once of all, or of one alone",
      { forecasts: [aForecast, { ...aForecast, by: "Ada", ladder: [], quote: 5, zz: 1 }] },
      [
        ...["forecasts.1.by: unknown-field", "forecasts.1.ladder: unknown-field"],
        ...["forecasts.1.quote: not-text", "forecasts.1.zz: unknown-field"],
      ],
    ],
    [
      "an entry of a list in one, and a field of a field",
      { forecasts: [{ ...aForecast, tags: ["a", 5], criteria: { trueIf: { de: "x" } } }] },
      ["forecasts.0.criteria.trueIf.de: unknown-field", "forecasts.0.tags: not-text"],
    ],
  ])("%s", (_, sent, faults) => {
    expect(faultsOf(recordForecasts.input, sent)).toEqual(faults);
  });
});

describe("what follows from all fields together is not told where one of them is unknown", () => {
  it.each<[string, z.ZodType, object, readonly string[]]>([
    ["an edit of nothing", changeForecast.input, { revision: 0 }, ["body: nothing-to-change"]],
    ["with an unknown field", changeForecast.input, { revision: 0, zz: 1 }, ["zz: unknown-field"]],
    ["a correction of nothing", correctEvidence.input, { revision: 0 }, ["body: nothing-to-change"]],
    ["with an unknown field", correctEvidence.input, { revision: 0, zz: 1 }, ["zz: unknown-field"]],
    ["a cursor that is none", listForecasts.input, { cursor: "x" }, ["cursor: bad-cursor"]],
    ["with an unknown parameter", listForecasts.input, { cursor: "x", zz: "1" }, ["zz: unknown-field"]],
    ["a cursor of the history", listHistory.input, { cursor: "x" }, ["cursor: bad-cursor"]],
    ["with an unknown parameter", listHistory.input, { cursor: "x", zz: "1" }, ["zz: unknown-field"]],
    [
      "a new source in no language",
      changeForecast.input,
      { revision: 0, newSource },
      ["newSource.lang: required"],
    ],
  ])("%s", (_, input, sent, faults) => {
    expect(faultsOf(input, sent)).toEqual(faults);
  });
});

describe("a text needs a day", () => {
  const aSource = { title: "A talk", publisher: "Example", publishedOn: null, lang: "en" };
  it.each<[object, readonly string[]]>([
    [{}, []],
    [{ text: "We will." }, ["saidOn: day-needed"]],
    [{ text: "We will.", publishedOn: "2026-01-01" }, []],
    [{ text: "We will.", publishedOn: "" }, ["publishedOn: not-a-day", "saidOn: day-needed"]],
    [{ text: "We will.", publishedOn: "some day" }, ["publishedOn: not-a-day"]],
    [{ text: "We will.", saidOn: "some day" }, ["saidOn: not-a-day"]],
    [{ saidOn: "2026-01-01" }, ["text: required"]],
  ])("%j", (more, faults) => {
    expect(faultsOf(recordSource.input, { ...aSource, ...more })).toEqual(faults);
  });
});

describe("a page is logged by its link or by its id", () => {
  const said = { stance: "supports", strength: "weak", summary: "It shows that." };
  const page = { title: "A page", publisher: "Example", publishedOn: null };
  it.each<[object, readonly string[]]>([
    [{ ...said, ...page, url: "https://example.org/" }, []],
    [{ ...said, page: "an-id" }, []],
    [{ ...said, ...page, page: null, url: "https://example.org/" }, []],
    [{ ...said, page: "an-id", url: "https://example.org/" }, ["page: both-given"]],
    [{ page: "an-id" }, ["stance: required", "strength: required", "summary: required"]],
    [said, ["url: required", "title: required", "publisher: required", "publishedOn: required"]],
  ])("%j", (sent, faults) => {
    expect(faultsOf(logEvidence.input, sent)).toEqual(faults);
  });
});

describe("a forecast chosen from a text restates one among those chosen, which restates none of them", () => {
  const sentence = {
    ...{ claim: { en: "It lands." }, quote: "It will land in May.", lang: "en", speaker: "ada" },
    ...{ saidOn: "2026-01-15", horizon: "in May", place: { start: 0, end: 20 } },
  };
  it.each<[string, readonly (number | string | null)[], readonly string[]]>([
    ["none", [null, null], []],
    ["the one before, and one on record", [null, 0, "lands"], []],
    ["itself", [0], ["forecasts.0.restates: same-not-chosen"]],
    ["one that is not there", [null, -1, 3], [1, 2].map((at) => `forecasts.${at}.restates: same-not-chosen`)],
    ["one that restates another", [null, 0, 1], ["forecasts.2.restates: same-as-another"]],
  ])("%s", (_, restates, told) => {
    const forecasts = restates.map((one) => ({ ...sentence, restates: one }));
    expect(faultsOf(recordChosenForecasts.input, { forecasts })).toEqual(told);
  });

  it("wherever it stands in the largest text that is read", () => {
    const place = { start: LARGEST_TEXT_BYTES - 20, end: LARGEST_TEXT_BYTES };
    expect(faultsOf(recordChosenForecasts.input, { forecasts: [{ ...sentence, place }] })).toEqual([]);
  });
});
