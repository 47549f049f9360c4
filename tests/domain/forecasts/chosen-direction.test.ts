import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { directionChoice, saysNegative, settleDirection } from "#domain/forecasts/chosen-direction.ts";
import type { Language } from "#domain/vocabulary.ts";

const said = (horizon: string | null, quote = "", lang: Language = "en") => ({
  ...{ horizon, quote, lang, saidOn: day("2025-09-10") },
});

describe("words for a time say that it will happen, that it will not, or neither", () => {
  test.each<[string | null, string, Language, boolean | null]>([
    ["in the next five years", "", "en", false],
    ["not in the next five years", "", "en", true],
    ["won't happen before 2032", "", "en", true],
    ["五年內不會", "", "zh-Hant", true],
    ["not anytime soon", "", "en", true],
    ["in the next five years", "It will fly in the next five years.", "en", false],
    ["in the next five years", "It won't fly in the next five years.", "en", true],
    ["In the next five years", "It won't fly in the next five years.", "en", true],
    ["in the next five years", "It won't fly in  the next\nfive years.", "en", true],
    ["未來５年內", "未來 5 年內不會量產。", "zh-Hant", true],
    ["by 2030", "Not in the next two years, but it flies by 2030.", "en", false],
    ["when pigs fly", "Not when pigs fly.", "en", null],
    [null, "It won't fly in the next five years.", "en", null],
  ])("%j in %j (%s): %j", (horizon, quote, lang, negative) => {
    expect(saysNegative(said(horizon, quote, lang))).toBe(negative);
  });
});

describe("the direction of a claim", () => {
  const DENIED = said("not in the next five years");
  const PLAIN = said("in the next five years");
  const NEITHER = said(null);
  const NEEDS_NOTE = { ok: false, error: { field: "horizonNote", code: "direction-needs-note" } };

  test.each([
    ["what the words say, where they deny", DENIED, true],
    ["what the words say, where they do not", PLAIN, false],
    ["that it will happen, where they say neither", NEITHER, false],
  ])("is %s, when nothing was chosen", (_, words, negative) => {
    expect(settleDirection(null, words, false)).toEqual({ ok: true, value: negative });
  });

  test.each([
    [false, DENIED],
    [true, PLAIN],
  ])("chosen as %j against the words takes a note", (chosen, words) => {
    expect(settleDirection(chosen, words, false)).toEqual(NEEDS_NOTE);
    expect(settleDirection(chosen, words, true)).toEqual({ ok: true, value: chosen });
  });

  test.each([
    [true, DENIED],
    [false, PLAIN],
    [true, NEITHER],
  ])("chosen as %j, as the words say or where they say nothing, takes none", (chosen, words) => {
    expect(settleDirection(chosen, words, false)).toEqual({ ok: true, value: chosen });
  });

  test.each([
    [true, DENIED, null],
    [false, DENIED, false],
    [true, PLAIN, true],
    [false, NEITHER, null],
    [true, NEITHER, true],
  ])("on record as %j is seen as it was chosen", (negative, words, choice) => {
    expect(directionChoice(negative, words)).toBe(choice);
  });
});
