import { describe, expect, it } from "vitest";
import { labelledTexts } from "../../scripts/measure/labelled-texts.ts";
import { measure, precision, recall, total } from "../../scripts/measure/precision.ts";

const texts = labelledTexts();
const tuned = texts.filter(({ isHeldOut }) => !isHeldOut);

describe("the labelled texts", () => {
  it("are three English, two Traditional and one Simplified to tune by, and two held out", () => {
    expect(texts.map(({ name }) => name)).toEqual([
      "en-cancer-vaccine",
      "en-grid-storage",
      "en-lunar-freight",
      "zh-hans-robotaxi",
      "zh-hant-chips",
      "zh-hant-housing",
      "held-out-en-classrooms",
      "held-out-zh-ocean",
    ]);
  });

  it.each(texts)("$name has labels of every kind, in the order of the text", ({ labels }) => {
    expect(new Set(labels.map((label) => label.is))).toEqual(new Set(["dated", "undated", "neither"]));
    expect(labels.map(({ start }) => start)).toEqual(
      labels.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });
});

describe("of the dated forecasts in the texts to tune by", () => {
  const { missed, wrong, counts } = (() => {
    const measured = tuned.map(measure);
    return {
      missed: measured.flatMap((one) => one.missed),
      wrong: measured.flatMap((one) => one.wrong),
      counts: total(measured.map(({ dated }) => dated)),
    };
  })();

  it("95 in 100 are listed", () => {
    expect(recall(counts), missed.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it("80 in 100 of what is listed are ones", () => {
    expect(precision(counts), wrong.join("\n")).toBeGreaterThanOrEqual(0.8);
  });
});
