import { expect, it } from "vitest";
import { voicesOf } from "#app/_request/texts/voices.ts";
import { day } from "#domain/day.ts";
import { extract } from "#domain/sources/extraction.ts";

const SAID = day("2026-03-10");
const voices = (text: string, known: Parameters<typeof voicesOf>[1] = []) =>
  voicesOf(extract(text, SAID).candidates, known).map(({ label, speaker, name }) => [
    label,
    speaker,
    name.en,
    name["zh-Hant"],
  ]);

it("asks who says what the text names nobody for, and offers no name for them", () => {
  expect(voices("It opens by 2030.")).toEqual([
    [null, "", null, null],
    [null, "", null, null],
  ]);
});

it("offers whom the text names, as on record where they are", () => {
  const text = "Ann Lee: It opens by 2030.\n\nBen Cho: No, it will open by 2035.";
  const ann = { slug: "ann-lee", name: { en: "ann lee", "zh-Hant": null } };
  expect(voices(text, [ann]).slice(0, 2).toSorted()).toEqual([
    ["Ann Lee", "ann-lee", "Ann Lee", null],
    ["Ben Cho", "", "Ben Cho", null],
  ]);
});
