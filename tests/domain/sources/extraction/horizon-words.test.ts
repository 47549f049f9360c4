import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { readHorizon } from "#domain/horizon/read.ts";
import { extract, horizonWordsOf } from "#domain/sources/extraction.ts";
import { keepText } from "#domain/sources/transcript.ts";

const SAID = day("2026-03-10");

test.each([
  ["We will land in two years.", "in two years"],
  ["到2030年底前，坪林會有一半的茶園改種耐熱的品種。", "到2030年底前"],
  ["I think they will come down again, perhaps soon.", "soon"],
  ["They will help, of course.", null],
  ["And honestly, the second line won't open until 2032, whatever they say.", "won't open until 2032"],
  [
    "I know that line, and it isn't going to carry power for another ten to fifteen years.",
    "isn't going to carry power for another ten to fifteen years",
  ],
  ["I know them well and they are not going to make 2028.", "not going to make 2028"],
  ["大家都知道，未來五到十年這裡不會有第二座，除非換人做。", "未來五到十年這裡不會"],
])("%s", (text, words) => {
  const [candidate] = extract(text, SAID).candidates;
  expect(candidate && horizonWordsOf(candidate, SAID)).toBe(words);
});

test("the words give the window that the sentence gives, in every text there is", () => {
  const texts = globSync("tests/{extraction,e2e}/texts/*.{txt,md,srt,vtt}").filter(
    (file) => !file.includes("README"),
  );
  expect(texts.length).toBeGreaterThan(5);
  for (const file of texts) {
    const { text } = keepText(readFileSync(file, "utf8"), file);
    for (const candidate of extract(text, SAID).candidates) {
      const { horizon, sentence } = candidate;
      if (horizon?.reading.kind !== "window") continue;
      const read = readHorizon(horizonWordsOf(candidate, SAID) ?? "", sentence.language, SAID);
      expect(read, sentence.text).toMatchObject({ kind: "window", window: horizon.reading.window });
    }
  }
});
