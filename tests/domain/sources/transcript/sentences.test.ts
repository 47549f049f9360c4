import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuestion, LONGEST_SENTENCE, sentencesIn } from "#domain/sources/transcript/sentences.ts";

const split = (text: string) =>
  [...sentencesIn(text, 0, text.length)].map(({ start, end }) => text.slice(start, end));

describe("English is split", () => {
  it.each([
    ["at full stops", "It works. We sold ten.", ["It works.", "We sold ten."]],
    [
      "not after a title",
      "Dr. Osei and Prof. Wu agree. So do I.",
      ["Dr. Osei and Prof. Wu agree.", "So do I."],
    ],
    ["not after an abbreviation", "Some sites, e.g. Leeds, are full.", ["Some sites, e.g. Leeds, are full."]],
    ["not inside U.S.", "The U.S. Senate voted.", ["The U.S. Senate voted."]],
    [
      "after U.S. before a word that opens",
      "It is in the U.S. The next is not.",
      ["It is in the U.S.", "The next is not."],
    ],
    ["not at an initial", "J. K. Mori wrote it. We read it.", ["J. K. Mori wrote it.", "We read it."]],
    ["not in a decimal", "It rose 2.5 percent. Then 3.", ["It rose 2.5 percent.", "Then 3."]],
    ["not after No. before a number", "See No. 5 in the list.", ["See No. 5 in the list."]],
    ["after a no", "Will it? No. We tried.", ["Will it?", "No.", "We tried."]],
    ["not in a version", "We run v4.2.1 today. It holds.", ["We run v4.2.1 today.", "It holds."]],
    ["after a closed quotation", '"It will." She left.', ['"It will."', "She left."]],
    ["not before who asks", '"Will it?" asks Greet.', ['"Will it?" asks Greet.']],
    ["at both marks together", "What?! Never... Ever.", ["What?!", "Never...", "Ever."]],
    ["over a line's end", "It will not\nend here. But\nhere.", ["It will not\nend here.", "But\nhere."]],
    ["not in an address", "See example.org/a.b for more.", ["See example.org/a.b for more."]],
    ["not at a month", "It opens on 3 Sept. 2027 in York.", ["It opens on 3 Sept. 2027 in York."]],
    ["where there is no stop at the end", "It ends. Or not", ["It ends.", "Or not"]],
  ])("%s", (_how, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

describe("Chinese is split", () => {
  it.each([
    ["at its full stops", "會漲。不會跌！真的？對；好。", ["會漲。", "不會跌！", "真的？", "對；", "好。"]],
    ["with the quotes that close", "「會漲。」「不會。」", ["「會漲。」", "「不會。」"]],
    ["with who said it", "「三年內會漲。」他說。我不信。", ["「三年內會漲。」他說。", "我不信。"]],
    ["with what follows a comma", "「會漲，」他說，「一定會。」", ["「會漲，」他說，「一定會。」"]],
    ["at an ellipsis", "我想……五年內會漲。", ["我想……", "五年內會漲。"]],
    ["not in a decimal", "第3.5版漲了2.5倍。好。", ["第3.5版漲了2.5倍。", "好。"]],
    ["at half-width marks", "對嗎?我覺得會!真的.", ["對嗎?", "我覺得會!", "真的."]],
    ["between the languages", "We will see. 我們會看到。 OK.", ["We will see.", "我們會看到。", "OK."]],
    ["in Simplified as well", "“会的。”他说。两年内。", ["“会的。”他说。", "两年内。"]],
  ])("%s", (_how, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

describe("sentencesIn", () => {
  const piece = fc.constantFrom(
    "a",
    "B",
    " ",
    "\n",
    ".",
    "?",
    "。",
    "」",
    "“",
    "'",
    "…",
    "3",
    "會",
    "\u{1F600}",
    "U.S.",
  );
  const texts = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(""));

  it("leaves nothing out but white space, and nothing overlaps", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0;
        for (const { start, end } of sentencesIn(text, 0, text.length)) {
          expect(text.slice(from, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
    );
  });

  it("cuts what has no full stops, at a comma or a space, and no character in two", () => {
    const spoken = split("so we thought that it might work and then it did ".repeat(100));
    expect(spoken.length).toBeGreaterThan(8);
    expect(Math.max(...spoken.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(spoken.every((part) => /^[a-z]+ .* [a-z]+$/.test(part))).toBe(true);
    expect(split("x\u{1F600}".repeat(2_000)).join("")).toBe("x\u{1F600}".repeat(2_000));
    expect(split("\u{1F600}".repeat(2_001)).every((part) => part.isWellFormed())).toBe(true);
  });
});

describe("isQuestion", () => {
  it.each([
    ["Will it?", true],
    ["“會嗎？”", true],
    ["**Really?!**", true],
    ['"Will it?" asks Greet, who is 61.', true],
    ["「會嗎？」她問。", true],
    ["Will it? Of course.", false],
    ["會。", false],
  ])("%s: %s", (text, asks) => {
    expect(isQuestion(text)).toBe(asks);
  });
});
