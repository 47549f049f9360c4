import { describe, expect, test } from "vitest";
import { freeSlug, slugFrom } from "#domain/slug.ts";

describe("a slug says what is there", () => {
  test.each([
    ["Robots fold laundry by 2030!", "robots-fold-laundry-by-2030"],
    ["  GPT‑7 -- is “out”  ", "gpt-7-is-out"],
    ["L’été à Zürich", "l-ete-a-zurich"],
    ["兩年內，機器人會摺衣服。", "兩年內-機器人會摺衣服"],
    ["Triton 的抽象會變得清晰", "triton-的抽象會變得清晰"],
    ["ﬁve ＡＢＣ１２", "five-abc12"],
    ["がく", "がく"],
    ["🚀!!", "forecast"],
    ["", "forecast"],
  ])("%j is %s", (text, slug) => {
    expect(slugFrom(text, "forecast")).toBe(slug);
  });

  test("a long one ends between words, or inside where there is only one", () => {
    const long = slugFrom(
      "At least half of all new passenger cars sold in the European Union are fully electric",
      "x",
    );
    expect(long).toBe("at-least-half-of-all-new-passenger-cars-sold-in-the-european");
    expect(slugFrom("x".repeat(200), "x")).toHaveLength(60);
    expect([...slugFrom("字".repeat(200), "x")]).toHaveLength(24);
  });

  test("none has a sign that an address would take for something else", () => {
    for (const text of ["a/b?c#d", "%2e%2e", "..", "a\\b", "<script>", "a b\u0000c", "\ud800"]) {
      expect(slugFrom(text, "x")).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
    }
  });
});

describe("a slug in use gets the first number that is free", () => {
  test.each([
    ["robots", [], "robots"],
    ["robots", ["robots"], "robots-2"],
    ["robots", ["robots", "robots-2", "robots-4"], "robots-3"],
    ["robots", ["robots-2"], "robots"],
    ["new", [], "new-2"],
  ])("%s beside %j is %s", (slug, taken, free) => {
    expect(freeSlug(slug, new Set(taken))).toBe(free);
  });
});
