import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, marksIn } from "#domain/search/marks.ts";
import { parseSearch, type SearchTerm } from "#domain/search/query.ts";

const written = ({ tokens, isPrefix }: SearchTerm) => tokens.join("+") + (isPrefix ? "*" : "");

describe("a search is read as", () => {
  it.each<[string, string, string]>([
    ["Triton", "triton*", ""],
    ["AI 10", "ai 10", ""],
    ["GPT-5 multi-chip", "gpt+5 multi+chip*", ""],
    ["Triton 抽象", "triton* 抽象", ""],
    ["Triton抽象", "triton* 抽象", ""],
    ["抽象化 象", "抽象+象化 象*", ""],
    ['"open model"', "open+model", ""],
    ['"open model', "open+model", ""],
    ["「開放模型」 “a b”", "開放+放模+模型 a+b", ""],
    ['"器人，未來"', "器人+人+未來", ""],
    ["models -law", "models*", "law*"],
    ['models -"by law" -法律', "models*", "by+law 法律"],
    ["a-b", "a+b", ""],
    ["-law", "", "law*"],
    ["law law", "law*", ""],
    ["AND OR NOT NEAR(a b)", "and* or not* near+a b", ""],
    ["claim:x ^y z* {a}", "claim+x y z a", ""],
    ...["", " ", "-", "--", '"', '""', '-"', "*", "%", "'", "\0", "😀", "「", "- -"].map(
      (nothing): [string, string, string] => [nothing, "", ""],
    ),
  ])("%j: %j without %j", (typed, all, none) => {
    const read = parseSearch(typed);
    expect(read.all.map(written).join(" ")).toBe(all);
    expect(read.none.map(written).join(" ")).toBe(none);
  });
});

const marked = (text: string, q: string) => {
  const { spans } = marksIn(text, parseSearch(q).all);
  return spans
    .toReversed()
    .reduce((so, { start, end }) => `${so.slice(0, start)}[${so.slice(start, end)}]${so.slice(end)}`, text);
};

describe("what is marked", () => {
  it.each([
    ["Open models, and one model", "model", "Open [models], and one [model]"],
    ["Open models of an open model", '"open model"', "Open models of an [open model]"],
    ["The Café and the cafe", "CAFE", "The [Café] and the [cafe]"],
    ["我認為機器人在這裡", "機器人", "我認為[機器人]在這裡"],
    ["我認為機器人在這裡", "人", "我認為機器[人]在這裡"],
    ["機器人，人", "人", "機器[人]，[人]"],
    ["Triton 的抽象層", "triton抽象", "[Triton] 的[抽象]層"],
    ["aim for AI", "ai", "aim for [AI]"],
    ["GPT-5 or GPT 5, not GPT-50", "gpt-5", "[GPT-5] or [GPT 5], not GPT-50"],
    ["機器人模型", "機器 器人 模型", "[機器人模型]"],
    ["nothing here", "elsewhere", "nothing here"],
  ])("%s for %s", (text, q, expected) => {
    expect(marked(text, q)).toBe(expected);
  });

  it("is what was searched for, wherever it was cut out", () => {
    const words = fc.constantFrom("open", "Modèle", "抽象化", "機器", "é", "𠮷野", "x-y", "ガイド", "10");
    const glue = fc.constantFrom(" ", "，", " and ", "\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(words, glue), { maxLength: 80 }), words, (parts, asked) => {
        const text = parts.flat().join("");
        const { all } = parseSearch(`"${asked}"`);
        const { spans, found } = marksIn(text, all);
        expect(found.size > 0).toBe(parts.some(([word]) => word === asked) || spans.length > 0);
        expect(spans.length > 0 || !parts.some(([word]) => word === asked)).toBe(true);
        let end = -1;
        for (const span of spans) {
          expect(span.start).toBeGreaterThan(end);
          expect(marksIn(text.slice(span.start, span.end), all).spans[0]).toMatchObject({ start: 0 });
          end = span.end;
        }
        const cut = excerptOf(text, spans);
        expect(cut.text.length).toBeLessThanOrEqual(202);
        expect(cut.text.isWellFormed()).toBe(true);
        expect(cut.spans.length > 0).toBe(spans.length > 0);
        for (const [i, { start, end: to }] of cut.spans.entries()) {
          const whole = spans[i];
          if (to < cut.text.length - 1)
            expect(cut.text.slice(start, to)).toBe(text.slice(whole?.start, whole?.end));
        }
      }),
    );
  });
});

it("a part that is cut out is as wide in either language, and has its mark in it", () => {
  const width = (text: string) => [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);
  const chinese = `${"前言說了很多話，".repeat(40)}鈉電池${"後面還有很多話，".repeat(40)}`;
  const english = `${"some words before it ".repeat(40)}sodium${" and words behind it".repeat(40)}`;
  for (const [text, q] of [
    [chinese, "鈉電池"],
    [english, "sodium"],
  ] as const) {
    const cut = excerptOf(text, marksIn(text, parseSearch(q).all).spans);
    const [span] = cut.spans;
    expect(cut.text.slice(span?.start, span?.end)).toBe(q);
    expect(width(cut.text)).toBeLessThanOrEqual(204);
    expect(width(cut.text)).toBeGreaterThan(170);
  }
});
