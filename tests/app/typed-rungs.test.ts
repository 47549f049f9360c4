import { describe, expect, test } from "vitest";
import { tellOfRungs } from "#app/_request/forms/typed-rungs.ts";
import { FORECAST_FORM, parseForecastForm } from "#app/_request/parse/forecast-form.ts";
import { readForm } from "#app/_request/parse/form.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { en } from "#messages/en.ts";

const TYPED = {
  ...{ quote: "Robots won't fold laundry by 2030. By 2040, they do.", lang: "en", saidOn: "2026-11-01" },
  ...{ source: "s", speaker: "p", horizon: "by 2030", "claim.en": "Robots won't fold laundry by 2030." },
  ladder: "by 2035",
};
const SHOWN = {
  ...{
    "rung0.words": "by 2035",
    "rung0.claim.en": "No robot folds laundry by 2035.",
    "rung0.claim.zh-Hant": "",
  },
  ...{ "rung0.criteria.trueIf.en": "", "rung0.horizonNote.en": "Asked about 2035." },
};

function formOf(typed: { readonly [name: string]: string }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return form;
}
const tell = (typed: { readonly [name: string]: string }) => tellOfRungs(formOf(typed), en, "en");
const NOTES = LANGUAGES.map((lang) => `horizonNote.${lang}`);

describe("the same claim at other dates, shown to be looked through", () => {
  test("is filled in by what the first says", () => {
    const { rungs, values } = tell(TYPED);
    expect(rungs).toMatchObject([{ key: "rung0", words: "by 2035", names: ["claim.en"], notes: NOTES }]);
    expect(values).toMatchObject({
      "rung0.words": "by 2035",
      "rung0.claim.en": "Robots won't fold laundry by 2035.",
      "rung0.horizonNote.en": "",
    });
  });

  test.each([
    ["a day that is none", { saidOn: "2026-11-31" }],
    ["a day that is not there", { saidOn: "" }],
    ["no words for the time of the first", { horizon: " " }],
    ["a language that is none", { lang: "fr" }],
  ])("keeps what was written, and what was emptied, through %s", (_, fault) => {
    const { rungs, values } = tell({ ...TYPED, ...SHOWN, ...fault });
    expect(rungs).toMatchObject([
      { names: ["claim.en", "claim.zh-Hant", "criteria.trueIf.en"], notes: ["horizonNote.en"] },
    ]);
    expect(values).toEqual(SHOWN);
  });

  test("shows nothing of a line where nothing is known of it yet", () => {
    expect(tell({ ...TYPED, saidOn: "" })).toEqual({ rungs: [], values: {} });
  });

  test("goes with its words when a line before it goes", () => {
    const moved = Object.fromEntries(
      Object.entries(SHOWN).map(([name, typed]) => [name.replace("rung0", "rung1"), typed]),
    );
    expect(tell({ ...TYPED, ...moved }).values).toMatchObject({
      "rung0.claim.en": "No robot folds laundry by 2035.",
      "rung0.horizonNote.en": "Asked about 2035.",
    });
  });

  test.each([
    ["as the first denies", "", "By 2040", NOTES, en.editing.turnedRound.yes],
    ["as it was chosen", "yes", "By 2040", NOTES, en.editing.turnedRound.yes],
    ["the other way, which its words say too", "no", "By 2040", [], undefined],
  ])(
    "is taken %s, and asks for a note where its words say the opposite",
    (_, negative, ladder, notes, line) => {
      const [rung] = tell({ ...TYPED, negative, ladder }).rungs;
      expect([rung?.notes, rung?.lines[1]]).toEqual([notes, line]);
    },
  );
});

test("the form takes as many other dates as the API, each with what was written for it, and no more", () => {
  const parse = (count: number) => {
    const last = `rung${count - 1}`;
    const lines = Array.from({ length: count }, (_, place) => `by ${2031 + place}`);
    const written = { [`${last}.words`]: lines.at(-1) ?? "", [`${last}.claim.en`]: "The last." };
    const read = readForm(
      formOf({ ...TYPED, ladder: lines.join("\n"), ...(count > 20 ? {} : written) }),
      FORECAST_FORM,
    );
    return read.ok ? parseForecastForm(read.value) : read;
  };
  const all = parse(20);
  expect(all.ok && all.value.ladder.at(-1)?.claim).toEqual({ en: "The last." });
  expect(parse(21)).toMatchObject({ error: [{ field: "ladder", code: "too-long" }] });
});
