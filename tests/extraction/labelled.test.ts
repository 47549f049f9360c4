import { describe, expect, it } from "vitest";
import { labelledTexts } from "#scripts/measure/labelled-texts.ts";
import { measure, precision, recall, total } from "#scripts/measure/precision.ts";

const texts = labelledTexts();
const tuned = texts.filter(({ isHeldOut, hasTraps }) => !isHeldOut && !hasTraps);
const traps = texts.filter(({ hasTraps }) => hasTraps);

describe("the labelled texts", () => {
  it("are three English, two Traditional and one Simplified to tune by, two held out, and one of traps in each", () => {
    expect(texts.map(({ name }) => name)).toEqual([
      "en-cancer-vaccine",
      "en-grid-storage",
      "en-lunar-freight",
      "zh-hans-robotaxi",
      "zh-hant-chips",
      "zh-hant-housing",
      "held-out-en-classrooms",
      "held-out-zh-ocean",
      "traps-en-harbour",
      "traps-zh-hans-battery",
      "traps-zh-hant-rail",
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

  it("80 in 100 of what is listed are forecasts", () => {
    expect(precision(counts), wrong.join("\n")).toBeGreaterThanOrEqual(0.8);
  });
});

describe("of the forecasts in the texts of traps", () => {
  const measured = traps.map(measure);

  it("none is listed with another window than its words have", () => {
    expect(measured.flatMap(({ misread }) => misread)).toEqual([]);
  });

  it("95 in 100 of the dated ones are listed, and 80 in 100 of what is listed are forecasts", () => {
    const counts = total(measured.map(({ dated }) => dated));
    expect(recall(counts), measured.flatMap(({ missed }) => missed).join("\n")).toBeGreaterThanOrEqual(0.95);
    expect(precision(counts), measured.flatMap(({ wrong }) => wrong).join("\n")).toBeGreaterThanOrEqual(0.8);
  });
});
