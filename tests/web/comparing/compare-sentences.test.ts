import { expect, test } from "vitest";
import type { Fate, TextPiece } from "#domain/pages/text-difference.ts";
import { compareLists, comparingSteps } from "#web/comparing/compare-lists.ts";
import { compareSentences } from "#web/comparing/compare-sentences.ts";
import { MOST_STEPS } from "#web/comparing/compare-texts.ts";

const effortOf = (steps: number) => ({ steps, msLeft: () => 60_000 });

const has = (pieces: readonly TextPiece[] | undefined, ...fates: readonly Fate[]) =>
  pieces?.some(({ fate }) => fates.includes(fate)) ?? false;

/** Numbers that look random and are the same every time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A text of sentences of few different words: the more alike, the harder to tell apart. */
function written(seed: number, sentences: number, words: number, vocabulary: number, isChinese = false) {
  const roll = dice(seed);
  const word = () => (isChinese ? String.fromCharCode(0x4e00 + roll(vocabulary)) : `w${roll(vocabulary)}`);
  const sentence = () => Array.from({ length: words }, word).join(isChinese ? "" : " ");
  return Array.from({ length: sentences }, () => sentence() + (isChinese ? "。" : ".")).join(
    isChinese ? "" : " ",
  );
}

/** Sentences of 300 words that are the same in two texts, in another order: the longest to tell apart word by word. */
const inOrder = (turn: number) =>
  ["one", "two", "three"]
    .map((sentence) => Array.from({ length: 300 }, (_, at) => `${sentence}${(at * turn) % 300}`).join(" "))
    .join(". ");

const same = "Nothing happened here. ";

test.each<[string, string, string]>([
  ["a thousand sentences of two words each", written(1, 1000, 9, 2), written(2, 1000, 9, 2)],
  ["a thousand Chinese ones", written(3, 1000, 40, 30, true), written(4, 1000, 40, 30, true)],
  ["one sentence of 8,000 words", written(5, 1, 8000, 3), written(6, 1, 8000, 3)],
  ["one of 40,000 characters", written(7, 1, 40_000, 3, true), written(8, 1, 40_000, 3, true)],
  ["hundreds that were all changed", written(9, 300, 30, 900), written(9, 300, 30, 901)],
  ["the same words in another order", inOrder(7), inOrder(11)],
  ["signs only", `${"!? ".repeat(12_000)}a`, `${"?! ".repeat(12_000)}b`],
  ["one word of 40,000 letters", `${"a".repeat(40_000)} b.`, `${"a".repeat(40_001)} b.`],
])("%s take no more steps than they may", (_, before, after) => {
  // Each look is counted when it is made: one too many would leave less than nothing.
  const left = [MOST_STEPS, 300_000, 30_000, 3_000].map((steps) => {
    const effort = effortOf(steps);
    compareSentences([same + before], [same + after], effort);
    return effort.steps;
  });
  expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
});

test.each([2, 20, 200])(
  "comparing lists of %i different words takes no more steps than are reckoned",
  (n) => {
    const roll = dice(n);
    const list = () => Array.from({ length: 400 }, () => String(roll(n)));
    for (const edits of [10, 100, 800]) {
      let steps = 0;
      compareLists(
        list(),
        list(),
        (word) => word,
        { edits, ms: 60_000 },
        () => steps++,
      );
      expect(steps).toBeGreaterThan(0);
      expect(steps).toBeLessThanOrEqual(comparingSteps(400, 400, edits));
    }
  },
);

test("what takes more steps than are left is told by whole sentences", () => {
  const [before, after] = [[`${same}Sales rose by half in May.`], [`${same}Sales rose by a third in May.`]];
  const wholes = [
    { fate: "kept", text: same },
    { fate: "removed", text: "Sales rose by half in May." },
    { fate: "added", text: "Sales rose by a third in May." },
  ];
  const took = effortOf(MOST_STEPS);
  expect(compareSentences(before, after, took)).not.toEqual(wholes);
  expect(compareSentences(before, after, effortOf(MOST_STEPS - took.steps))).toEqual(wholes);
  expect(compareSentences(before, after, effortOf(0))).toEqual(wholes);
});

test("a sentence that would fall into too many pieces is told as a whole", () => {
  const words = (change: number) =>
    Array.from({ length: 300 }, (_, place) => (place % 7 === 0 ? `n${place + change}` : `constant${place}`));
  const [before, after] = [words(0).join(" "), words(1000).join(" ")];
  expect(has(compareSentences([same + before], [same + after], effortOf(MOST_STEPS)), "removed")).toBe(true);
  expect(compareSentences([same + before], [same + after], effortOf(MOST_STEPS))).toHaveLength(3);
});

test("what was kept and left out is the text before, what was kept and put in the one after", () => {
  const roll = dice(11);
  for (let round = 0; round < 200; round++) {
    const isChinese = round % 2 === 0;
    const text = () => written(roll(40), 1 + roll(5), 1 + roll(12), 4 + roll(20), isChinese);
    const [before, after] = [
      [text(), text()],
      [text(), text()],
    ];
    const pieces = compareSentences(before, after, effortOf(MOST_STEPS)) ?? [];
    if (pieces.length === 0) continue;
    const told = (other: Fate) =>
      pieces
        .filter(({ fate }) => fate === "kept" || fate === other)
        .map((piece) => piece.text)
        .join("");
    const blanks = /\s+/gu;
    expect(told("removed").replace(blanks, "")).toBe(before.join("").replace(blanks, ""));
    expect(told("added")).toBe(after.join("\n"));
  }
});
