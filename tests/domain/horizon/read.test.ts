import { describe, expect, it } from "vitest";
import { day } from "#domain/day.ts";
import { findHorizons, readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { ENGLISH } from "#scripts/measure/phrases-en.ts";
import { FIELD_ENGLISH } from "#scripts/measure/phrases-field-en.ts";
import { FIELD_CHINESE } from "#scripts/measure/phrases-field-zh.ts";
import { CHINESE } from "#scripts/measure/phrases-zh.ts";
import { type Phrase, SAID_ON, writtenReading } from "#scripts/measure/written-reading.ts";

const dated = (phrases: readonly Phrase[]) =>
  phrases.map(([phrase, read, saidOn = SAID_ON]) => [phrase, read, saidOn] as const);

describe("an English phrase is read", () => {
  it.each(dated(ENGLISH))("%s: %s", (phrase, read, saidOn) => {
    expect(writtenReading(readHorizon(phrase, "en", day(saidOn)))).toBe(read);
  });
});

describe("a Chinese phrase is read, in Traditional or Simplified characters", () => {
  it.each(dated(CHINESE))("%s: %s", (phrase, read, saidOn) => {
    expect(writtenReading(readHorizon(phrase, "zh", day(saidOn)))).toBe(read);
  });
});

describe("a phrase of a kind that was read wrong elsewhere is read right or refused, and so are its neighbours", () => {
  it.each([
    ...dated(FIELD_ENGLISH).map((row) => ["en", ...row] as const),
    ...dated(FIELD_CHINESE).map((row) => ["zh", ...row] as const),
  ])("%s, %s: %s", (language, phrase, read, saidOn) => {
    expect(writtenReading(readHorizon(phrase, language, day(saidOn)))).toBe(read);
  });
});

const found = (text: string, language: "en" | "zh") =>
  findHorizons(text, language, day(SAID_ON)).map((one) => [one.words, writtenReading(one)]);

describe("every horizon of a text is found, in order of place", () => {
  it("in English", () => {
    const text =
      "We spent two years on version 2.5. It ships in Q3 2026, I think; within five years, everyone has it. " +
      "By 2020 nobody had. Over the last decade it cost $2030. In 2 to 3 years it won't.";
    expect(found(text, "en")).toEqual([
      ["in Q3 2026", "2026-07-01..2026-09-30"],
      ["within five years", "2025-09-10..2030-09-10"],
      ["By 2020", "past"],
      ["last decade", "past"],
      ["In 2 to 3 years", "2027-09-10..2028-09-10"],
    ]);
  });

  it("in Chinese", () => {
    const text =
      "公司成立兩年，去年營收成長三成。未來三年內將投入五十億，預計2027年底前量產。再過一兩年就會普及，很快。";
    expect(found(text, "zh")).toEqual([
      ["去年", "past"],
      ["未來三年內", "2025-09-10..2028-09-10"],
      ["預計2027年底前", "2025-09-10..2027-12-31"],
      ["再過一兩年", "2026-09-10..2027-09-10"],
      ["很快", "vague"],
    ]);
  });

  it("none across a blank line", () => {
    expect(found("within\n\nfive years from him", "en")).toEqual([]);
    expect(found("within\nfive years", "en")).toHaveLength(1);
  });

  it("each with its words in their place, whatever the characters before", () => {
    const text = "😀 ＡＩ：\u3000未来２－３年内…";
    const [one] = findHorizons(text, "zh", day(SAID_ON));
    expect(one).toMatchObject({ words: "未来２－３年内", start: 7, end: 14 });
    expect(text.slice(one?.start, one?.end)).toBe(one?.words);
  });
});

describe("how a window follows from the words", () => {
  it("is told number by number", () => {
    const reading = readHorizon("in 2-3 years", "en", day(SAID_ON));
    expect(reading).toMatchObject({
      words: "in 2-3 years",
      window: { dueFrom: "2027-09-10", dueBy: "2028-09-10", graceBy: null },
      steps: [
        { rule: "count", span: { months: 24, days: 0 }, from: "2025-09-10", to: "2027-09-10", edge: "opens" },
        {
          rule: "count",
          span: { months: 36, days: 0 },
          from: "2025-09-10",
          to: "2028-09-10",
          edge: "closes",
        },
      ],
    });
  });

  it.each([
    ["by end of 2027", "en", ["by", "opens-said"]],
    ["before mid-2028", "en", ["part", "before", "opens-said"]],
    ["no earlier than 2032", "en", ["calendar", "no-earlier"]],
    ["after 2030", "en", ["calendar", "after"]],
    ["this year", "en", ["calendar", "under-way"]],
    ["in March", "en", ["next-to-come"]],
    ["not within about five years", "en", ["count", "opens-said", "approximate", "negative"]],
    ["一年內", "zh", ["count", "opens-said"]],
  ] as const)("%s", (phrase, language, rules) => {
    const reading = readHorizon(phrase, language, day(SAID_ON));
    expect(reading.kind === "window" && reading.steps.map(({ rule }) => rule)).toEqual(rules);
  });
});

it("any Chinese of ours is read by the rules for Chinese", () => {
  expect([textLanguage("en"), textLanguage("zh-Hant")]).toEqual(["en", "zh"]);
});
