import { describe, expect, test } from "vitest";
import { readTypedWords } from "#app/_request/forms/typed-words.ts";
import { chosenShape, parseChosen } from "#app/_request/parse/chosen-form.ts";
import { parseForecastForm } from "#app/_request/parse/forecast-form.ts";
import { candidateKey } from "#app/_ui/sources/field-names.ts";
import { day } from "#domain/day.ts";
import { extract } from "#domain/sources/extraction.ts";
import { en } from "#messages/en.ts";

const FORM = {
  ...{ quote: "In about a year it works.", lang: "en", source: "s", speaker: "p", saidOn: "2026-11-01" },
  ...{ horizon: "in about a year", "claim.en": "It works." },
};

describe("the grace that follows from hedged words", () => {
  const graceOf = (changes: object) => {
    const parsed = parseForecastForm({ ...FORM, ...changes });
    return parsed.ok ? parsed.value.draft.graceBy : parsed.error;
  };

  test.each([
    ["given with a tick", { giveGrace: true }, "2028-01-31"],
    ["not given without it", { giveGrace: false }, null],
    ["another one where a day is typed", { giveGrace: true, graceBy: "2027-12-01" }, "2027-12-01"],
    ["none where nothing is hedged", { giveGrace: true, horizon: "in a year" }, null],
  ])("is %s", (_, changes, grace) => {
    expect(graceOf(changes)).toBe(grace);
  });
});

test("a new source may have its link left empty", () => {
  const newSource = { "newSource.title": "T", "newSource.publisher": "P", "newSource.url": "" };
  const parsed = parseForecastForm({ ...FORM, source: "", ...newSource, "newSource.publishedOn": null });
  expect(parsed.ok && parsed.value.draft.source).toMatchObject({ title: "T", url: null });
});

describe("whether a claim is of what will not happen", () => {
  const negativeOf = (negative: unknown) => {
    const parsed = parseForecastForm({ ...FORM, negative });
    return parsed.ok ? parsed.value.draft.negative : parsed.error;
  };

  test.each([
    ["", null],
    [undefined, null],
    ["yes", true],
    ["no", false],
  ])("chosen as %j is %j", (said, negative) => {
    expect(negativeOf(said)).toBe(negative);
  });

  test("chosen as anything else is refused", () => {
    expect(negativeOf("perhaps")).toEqual([{ field: "negative", code: "not-yes-or-no" }]);
  });
});

describe("the way to read words that was chosen", () => {
  const readingOf = (changes: object) => {
    const parsed = parseForecastForm({ ...FORM, quote: "It works next winter.", ...changes });
    return parsed.ok ? parsed.value.draft.reading : parsed.error;
  };
  const reading = "2027-12-01/2028-02-29";

  test.each([
    ["goes with words that have several", { horizon: "next winter", reading }, reading],
    ["may be none of them", { horizon: "next winter" }, null],
    ["falls away with words that have one", { horizon: "within a year", reading }, null],
  ])("%s", (_, changes, name) => {
    expect(readingOf(changes)).toBe(name);
  });

  test("is asked with how each follows from the words", () => {
    const typed = { horizon: "next winter", lang: "en", saidOn: "2026-11-01", negative: "", quote: "" };
    const { readings } = readTypedWords(typed, en, "en");
    expect(readings.map(({ value }) => value)).toContain(reading);
    for (const { text, means } of readings) {
      expect(text).toMatch(/1 Dec/);
      expect(means).toMatch(/^'next winter': .+\.$/);
    }
    expect(readTypedWords({ ...typed, horizon: "within a year" }, en, "en").readings).toEqual([]);
  });
});

describe("what is told of typed words", () => {
  const typed = { horizon: "within a year", lang: "en", saidOn: "2026-11-01", negative: "" };
  const tell = (changes: object) =>
    readTypedWords({ ...typed, quote: "It works within a year.", ...changes }, en, "en").lines;

  test("says that they are not in the quote, once there is one", () => {
    expect(tell({})).not.toContain(en.editing.needNote);
    expect(tell({ quote: "" })).not.toContain(en.editing.needNote);
    expect(tell({ quote: "It works some day." })).toContain(en.editing.needNote);
  });

  test.each([
    ["not within a year", "", en.editing.takenNegative],
    ["not within a year", "yes", en.editing.takenNegative],
    ["not within a year", "no", en.editing.turnedRound.no],
    ["within a year", "yes", en.editing.turnedRound.yes],
  ])("says which way the claim is taken: %j chosen as %j", (horizon, negative, line) => {
    expect(tell({ horizon, quote: `It works ${horizon}.`, negative })).toContain(line);
  });

  test.each(["", "no"])("says nothing of the way where they do not deny: chosen as %j", (negative) => {
    expect(tell({ negative })).toEqual([
      `${en.editing.windowIs}: 1 Nov 2026 to 1 Nov 2027`,
      expect.stringMatching(/^'within a year' from 1 Nov 2026: /),
    ]);
  });
});

describe("the sentences that are chosen from a text", () => {
  const { candidates: shown } = extract("We will land in two years.", day("2026-01-15"));
  const key = candidateKey(shown[0] ?? { sentence: { start: 0, end: 0, text: "", language: "en" } });
  const context = { saidOn: day("2026-01-15"), shown };
  const form = {
    ...{ [`${key}.take`]: true, [`${key}.claim.en`]: "They land.", [`${key}.horizon`]: "in two years" },
    ...{ [`${key}.speaker`]: "0", "who0.speaker": "ada" },
  };
  const chosen = (changes: object) => {
    const parsed = parseChosen({ ...form, ...changes }, context);
    return parsed.ok ? parsed.value : parsed.error;
  };

  test("may be saved with the wish to go on to the next ones", () => {
    expect(chosen({})).toMatchObject({ goesOn: false, chosen: { drafts: [{ horizon: "in two years" }] } });
    expect(chosen({ onward: "yes" })).toMatchObject({ goesOn: true });
    expect(chosenShape(shown, 1)).toHaveProperty("onward");
  });

  test("take the way to read their words that was chosen", () => {
    const reading = "2027-11-01/2027-11-30";
    const november = { [`${key}.horizon`]: "next November", [`${key}.reading`]: reading };
    expect(chosen(november)).toMatchObject({ chosen: { drafts: [{ reading }] } });
    expect(chosenShape(shown, 1)).toHaveProperty([`${key}.reading`]);
  });

  test("take the grace that follows from their words with a tick", () => {
    const about = { [`${key}.horizon`]: "in about two years", [`${key}.giveGrace`]: true };
    expect(chosen(about)).toMatchObject({ chosen: { drafts: [{ graceBy: "2028-07-16" }] } });
  });

  describe("from a text with two of them", () => {
    const two = extract("We will land in two years. We will be back in three years.", day("2026-01-15"));
    const [first = "", second = ""] = two.candidates.map(candidateKey);
    const both = {
      ...{ [`${first}.take`]: true, [`${first}.claim.en`]: "They land.", [`${first}.speaker`]: "0" },
      ...{ [`${second}.take`]: true, [`${second}.claim.en`]: "They return.", [`${second}.speaker`]: "1" },
      ...{ [`${first}.horizon`]: "in two years", [`${second}.horizon`]: "in three years" },
    };
    const parsed = (changes: object) => {
      const read = parseChosen({ ...both, ...changes }, { saidOn: day("2026-01-15"), shown: two.candidates });
      return read.ok ? read.value.chosen : read.error;
    };

    test("those who are new and are called the same are one speaker", () => {
      const ada = parsed({ "who0.name.en": "Ada", "who1.name.en": "Ada" });
      expect(ada).toMatchObject({ drafts: [{ speaker: 0 }, { speaker: 0 }] });
      const others = parsed({ "who0.name.en": "Ada", "who1.name.en": "Bo" });
      expect(others).toMatchObject({ drafts: [{ speaker: 0 }, { speaker: 1 }] });
    });

    const known = { "who0.speaker": "ada", "who1.speaker": "bo" };

    test("one that restates the other has its claim", () => {
      const restating = { ...known, [`${second}.same`]: first, [`${second}.claim.en`]: "" };
      expect(parsed(restating)).toMatchObject({
        drafts: [
          { claim: { en: "They land." } },
          { claim: { en: "They land." }, relations: [{ kind: "restates", to: 0 }] },
        ],
      });
      const onRecord = { ...known, [`${second}.same`]: "on-record:lands" };
      expect(parsed(onRecord)).toMatchObject({ drafts: [{}, { relations: [{ to: "lands" }] }] });
    });

    test("what is wrong is told by the names of the form's fields, each once and all at once", () => {
      expect(
        parsed({ "who0.speaker": "ada", [`${first}.claim.en`]: "", [`${second}.dueBy`]: "never" }),
      ).toEqual([
        { field: `${first}.claim`, code: "required" },
        { field: `${second}.dueBy`, code: "not-a-day" },
        { field: "who1.speaker", code: "required" },
      ]);
      expect(
        parsed({
          ...known,
          [`${first}.claim.en`]: "",
          [`${second}.same`]: first,
          [`${second}.dueBy`]: "never",
        }),
      ).toEqual([
        { field: `${first}.claim`, code: "required" },
        { field: `${second}.dueBy`, code: "not-a-day" },
      ]);
      const round = { ...known, [`${first}.same`]: second, [`${second}.same`]: "s99" };
      expect(parsed(round)).toEqual([
        { field: `${first}.same`, code: "same-as-another" },
        { field: `${second}.same`, code: "same-not-chosen" },
      ]);
    });
  });
});
