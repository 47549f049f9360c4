import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokensOf } from "#domain/search/text.ts";

const texts = (text: string) => tokensOf(text).map((token) => token.text);

describe("the tokens of a text", () => {
  it.each([
    ["words, whatever their case", "Open MODELS", "open models"],
    ["words joined by a sign", "GPT-5 and don't", "gpt 5 and don t"],
    ["digits and letters together", "3x H100 2027", "3x h100 2027"],
    ["letters without their accents", "Café Ünïcode Ελλάς", "cafe unicode ελλασ"],
    ["accents that are set upon their letter", "Cafe\u0301", "cafe"],
    ["letters of another width", "Ｔｒｉｔｏｎ２", "triton2"],
    ["letters that are two in capitals", "Straße ﬁnal", "strasse final"],
    ["a word with a soft hyphen", "fore\u00adcast", "forecast"],
    ["characters as pairs, and the last one alone", "抽象化", "抽象 象化 化"],
    ["one character", "象", "象"],
    ["a word beside characters", "Triton抽象2027年", "triton 抽象 象 2027 年"],
    ["kana of another width", "ｶﾞｲﾄﾞ", "ガイ イド ド"],
    ["Hangul, composed or not", "한국 한국", "한국 국 한국 국"],
    ["characters beyond the first plane", "𠮷野家", "𠮷野 野家 家"],
    ["signs, which are none", "\"' % * ^ : () -- \u0000 😀", ""],
    ["letters that keep their marks", "हिन्दी", "हिन्दी"],
  ])("%s: %s", (_what, text, expected) => {
    expect(texts(text).join(" ")).toBe(expected);
  });

  it("of a word without end are its beginning", () => {
    expect(texts("x".repeat(10_000))).toEqual(["x".repeat(64)]);
    expect(texts("ä".repeat(10_000))).toEqual(["a".repeat(64)]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom(...'aÉß İ抽象化ガ각ｶﾞ\u0301\u00ad\u200d-"𠮷2½ﬁ'), { maxLength: 40 })
    .map((parts) => parts.join("")),
);

it("tokens are of letters and digits, and stand in the text in their order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const token of tokensOf(text)) {
        expect(token.text).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it("a token is what its own place in the text comes to", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { text: token, start, end, kind } of tokensOf(text)) {
        const [own, ...more] = texts(text.slice(start, end));
        expect(more).toEqual([]);
        if (kind === "pair") expect(token.startsWith(own ?? "?")).toBe(true);
        else expect(own).toBe(token);
      }
    }),
  );
});

it("the tokens of tokens are themselves, so that a search folds like what it searches", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { text: token, kind } of tokensOf(text)) {
        if (kind !== "pair") expect(texts(token)).toEqual([token]);
      }
    }),
  );
});

it("no token is longer than an engine's index takes", () => {
  // PostgreSQL takes 2046 bytes: a character under a heap of marks is one of them still.
  for (const heap of ["\u20d0", "\u0301", "\u{1e8d0}"]) {
    for (const token of texts(`字${heap.repeat(2000)}字a${heap.repeat(2000)}`))
      expect(Buffer.byteLength(token)).toBeLessThan(2046);
  }
});
