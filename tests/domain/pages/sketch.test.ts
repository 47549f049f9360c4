import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReprint, likeness, sketchOf } from "#domain/pages/sketch.ts";
import { processorMs } from "../../support/processor-time.ts";

const words = (seed: number, count: number, vocabulary: number) => {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % vocabulary;
  });
};

/** A text of words that come again as they do in a language, some of them with marks and capitals. */
const article = (seed: number, count = 600) =>
  words(seed, count, 900)
    .map((word, place) => `${place % 12 === 0 ? "W" : "w"}ord${word}${place % 12 === 11 ? ".\n" : ""}`)
    .join(" ");

const HAN = [
  ..."的是不了人在有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里後小",
];
const chinese = (seed: number, count = 900) =>
  words(seed, count, HAN.length)
    .map((word, place) => `${HAN[word]}${place % 17 === 16 ? "，" : ""}`)
    .join("");

const FOOT =
  "Sign up for our newsletter. All rights reserved. Read more of our stories on the home page today.";

/** Two accounts of one event, each in its own words, with the same names and numbers. */
const FIRST = `The chip maker Vectra said on Monday that its new accelerator, the V9, handles inference at twice the speed
of last year's part while drawing the same 700 watts. Chief executive Lena Orth told reporters in Taipei that customers
had begun testing in March and that volume shipments would start before the summer. Analysts at Brook Capital called the
figures credible but warned that supply of packaging would decide how many units reach buyers this year. Vectra shares
rose four per cent in early trading, their largest gain since the spring, before giving back half of it by the close.`;
const SECOND = `Twice the throughput for the same power: that is what Vectra promises of the V9, an accelerator for
inference that it showed in Taipei on Monday. The part draws 700 watts, no more than its predecessor did. Testing at
customers has been under way since March, Lena Orth, who runs the company, said at the event, and deliveries in volume
are due before summer begins. How many there will be is another matter. Packaging is short, and Brook Capital, whose
analysts believe the numbers, expects that to be the limit. Investors liked what they heard and sent the stock up 4 %
when markets opened, although only about two points of that were left in the evening.`;

describe("a reprint", () => {
  it.each([
    ["in English", article(1), "A quite different headline for the very same story"],
    ["in Chinese", chinese(2), "同一篇報導換了一個標題"],
  ])("%s is found under another headline, with another foot, case and layout", (_in, text, headline) => {
    const reprint = `${headline}\n\n${text.replaceAll(".\n", ". ").toUpperCase()}\n${FOOT}`;
    expect(likeness(sketchOf(text), sketchOf(reprint))).toBeGreaterThan(0.85);
    expect(isReprint(sketchOf(text), sketchOf(reprint))).toBe(true);
  });

  it("is found where a sentence in ten was left out", () => {
    const sentences = article(3).split(".\n");
    const shorter = sentences.filter((_, place) => place % 25 !== 7).join(".\n");
    expect(isReprint(sketchOf(sentences.join(".\n")), sketchOf(shorter))).toBe(true);
  });

  it("is not another article, on the same event or another", () => {
    expect(likeness(sketchOf(FIRST), sketchOf(SECOND))).toBeLessThan(0.2);
    expect(isReprint(sketchOf(FIRST), sketchOf(SECOND))).toBe(false);
    expect(likeness(sketchOf(article(4)), sketchOf(article(5)))).toBeLessThan(0.1);
    expect(likeness(sketchOf(chinese(6)), sketchOf(chinese(7)))).toBeLessThan(0.1);
  });

  it("is not what quotes half of another, nor what leaves half of it out", () => {
    const text = article(8, 800);
    const half = text.slice(0, text.length / 2);
    expect(isReprint(sketchOf(text), sketchOf(half))).toBe(false);
    expect(isReprint(sketchOf(text), sketchOf(half + article(9, 400)))).toBe(false);
  });

  it("is what is at least 0.8 alike, and nothing below", () => {
    for (const shift of [0, 40, 80, 100, 120, 150, 300]) {
      const [a, b] = [0, shift].map((from) =>
        sketchOf(Array.from({ length: 1_000 }, (_, place) => `word${from + place}`).join(" ")),
      );
      expect(isReprint(a ?? [], b ?? [])).toBe(likeness(a ?? [], b ?? []) >= 0.8);
    }
  });

  it("is not found in what is too short to be told apart", () => {
    const cookies =
      "This page uses cookies. Accept all cookies to go on reading, or choose which of them you allow.";
    expect(sketchOf(cookies)).toEqual([]);
    expect(sketchOf("")).toEqual([]);
    expect(isReprint(sketchOf(cookies), sketchOf(cookies))).toBe(false);
    expect(sketchOf("word ".repeat(10_000))).toEqual([]);
  });
});

describe("a sketch", () => {
  it("is as long at most as it is to be kept, in order, and the same each time", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 3_000 }),
        (seed, count) => {
          const sketch = sketchOf(article(seed, count));
          expect(sketch.length).toBeLessThanOrEqual(128);
          expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b));
          expect(sketchOf(article(seed, count))).toEqual(sketch);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("estimates what two texts share", () => {
    for (const share of [0.2, 0.5, 0.9]) {
      const [common, a, b] = [article(11, 2_000), article(12, 2_000), article(13, 2_000)];
      const cut = (text: string, part: number) => text.slice(0, Math.round(text.length * part));
      // Of each text `share` is common, so of both together share / (2 - share).
      const [one, other] = [a, b].map((own) => sketchOf(cut(common, share) + cut(own, 1 - share)));
      expect(Math.abs(likeness(one ?? [], other ?? []) - share / (2 - share))).toBeLessThan(0.15);
    }
  });

  it("likens both ways alike, and itself wholly", () => {
    const [a, b] = [sketchOf(article(21)), sketchOf(`${article(21, 300)} ${article(22, 300)}`)];
    expect(likeness(a, b)).toBe(likeness(b, a));
    expect(likeness(a, a)).toBe(1);
  });

  it("takes no longer for a text without end or without blanks", async () => {
    const ms = await processorMs(() => {
      for (const text of [
        article(31, 200_000),
        "字".repeat(1_000_000),
        "a".repeat(1_000_000),
        "\ufdfa ".repeat(500_000),
      ]) {
        sketchOf(text);
      }
    });
    expect(ms).toBeLessThan(20_000);
  });
});
