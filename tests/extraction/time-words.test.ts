import { expect, it } from "vitest";
import { day } from "../../domain/day.ts";
import { mayNameTime } from "../../domain/extraction/time-words.ts";
import { findHorizons, type TextLanguage } from "../../domain/horizon.ts";
import { passagesOf } from "../../domain/transcript.ts";
import { labelledTexts } from "../../scripts/measure/labelled-texts.ts";
import { ENGLISH } from "../../scripts/measure/phrases-en.ts";
import { CHINESE } from "../../scripts/measure/phrases-zh.ts";

const SAID = day("2025-09-10");
const asSentence = (text: string, language: TextLanguage) => ({ text, language, start: 0, end: text.length });
const phrases = [
  ...ENGLISH.map(([text]) => asSentence(text, "en")),
  ...CHINESE.map(([text]) => asSentence(text, "zh")),
];

it("no phrase in which a horizon is found is passed over", () => {
  const found = phrases.filter(({ text, language }) => findHorizons(text, language, SAID).length > 0);
  expect(found.length).toBeGreaterThan(200);
  expect(found.filter((phrase) => !mayNameTime(phrase)).map(({ text }) => text)).toEqual([]);
});

it("no sentence of a labelled text in which one is found is passed over, and many others are", () => {
  let all = 0;
  let passedOver = 0;
  for (const { kept, saidOn } of labelledTexts()) {
    for (const sentence of [...passagesOf(kept.text)].flatMap((passage) => passage?.sentences ?? [])) {
      all++;
      if (mayNameTime(sentence)) continue;
      passedOver++;
      expect(findHorizons(sentence.text, sentence.language, saidOn), sentence.text).toEqual([]);
    }
  }
  expect(passedOver).toBeGreaterThan(all / 3);
});
