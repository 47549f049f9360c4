import { describe, expect, it } from "vitest";
import { countPhrases, countTexts } from "#scripts/measure/from-others.ts";

// What others wrote and labelled, and what was then looked at and mended: it guards, and predicts nothing.

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("of the phrases that others wrote", () => {
  const counts = [...countPhrases("from-others").values()];
  const wrong = sum(counts.map((one) => one.wrong));
  const all = sum(counts.map(({ right, wrong: other, unread }) => right + other + unread));

  it("one in a hundred at most is read wrong", () => {
    expect(all).toBeGreaterThan(1_200);
    expect(wrong / all).toBeLessThanOrEqual(0.01);
  });

  it("94 in a hundred are read right", () => {
    expect(sum(counts.map(({ right }) => right)) / all).toBeGreaterThanOrEqual(0.94);
  });
});

describe("of the texts that others wrote", () => {
  const counts = [...countTexts("from-others").values()];
  const share = (part: "right" | "wrong" | "precise" | "known", of: "dated" | "listed" | "named") =>
    sum(counts.map((one) => one[part])) / sum(counts.map((one) => one[of]));

  it("88 in a hundred dated forecasts have the right window", () => {
    expect(share("right", "dated")).toBeGreaterThanOrEqual(0.88);
  });

  it("3 in a hundred of those found have a wrong one at most", () => {
    expect(share("wrong", "listed")).toBeLessThanOrEqual(0.03);
  });

  it("88 in a hundred of what is listed are dated forecasts", () => {
    expect(share("precise", "listed")).toBeGreaterThanOrEqual(0.88);
  });

  it("90 in a hundred have the speaker that the text names", () => {
    expect(share("known", "named")).toBeGreaterThanOrEqual(0.9);
  });
});
