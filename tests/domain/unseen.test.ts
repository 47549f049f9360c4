import { expect, test } from "vitest";
import {
  isolatedText,
  stretchesOf,
  unseenBlanked,
  unseenIn,
  unseenShown,
  withoutUnseen,
  woven,
  wovenParts,
} from "#domain/unseen.ts";

const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
const LINE_ENDS = ["\u0085", "\u2028", "\u2029"];
const ALL = [...between(0x80, 0x9f), ...between(0x2028, 0x202e), ...between(0x2066, 0x2069)];

test("every control of C1, every mark that turns the direction, every separator of lines is found by its number", () => {
  for (const one of ALL) {
    const code = one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    expect(unseenIn(`Ada ${one}nimda`)).toBe(`U+${code}`);
  }
  expect(unseenIn("a\u2066b\u202e")).toBe("U+2066");
});

test("what people write is not: any script, joiners, marks that only state a direction, blanks, lines", () => {
  for (const text of [
    ...["Ada Lovelace", "é ä ñ", "日本語、中文。", "שלום", "مرحبا", "می‌خواهم", "👩‍🔬", "a\u200eb\u200fc"],
    ...["a\u00a0b\u3000c\u2003d", "one\ntwo\tthree", "¡¿«»", "\u007e\u00a0", "\u2027\u202f\u2065\u206a"],
  ]) {
    expect(unseenIn(text), text).toBeNull();
    expect([withoutUnseen(text), unseenBlanked(text), unseenShown(text)]).toEqual([text, text, text]);
  }
});

test("a line is cleaned of all of them; where a line ended there is a blank", () => {
  for (const one of ALL) expect(withoutUnseen(`a${one}b`)).toBe(LINE_ENDS.includes(one) ? "a b" : "ab");
});

test("a text keeps the place of every other character, and its lines", () => {
  for (const one of ALL) expect(unseenBlanked(`a${one}b`)).toBe(LINE_ENDS.includes(one) ? "a\nb" : "a b");
});

test("what stands in a line of ours is seen", () => {
  expect(unseenShown("Ada\u202e nimda\u2069")).toBe("Ada\ufffd nimda\ufffd");
});

/** No part of any writing, and of no width: not refused in a line, but shown in a longer text. */
const OF_NO_WIDTH = [
  "\u180e",
  "\u200b",
  "\u2060",
  "\u2063",
  "\u206a",
  "\ufeff",
  "\ufff9",
  "\u{e0001}",
  "\u{e0041}",
];

test("a longer text is told in stretches, with each character by itself that nobody sees", () => {
  for (const one of [...ALL, ...OF_NO_WIDTH]) {
    const number = `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
    expect(stretchesOf(`a${one}${one}b`), number).toEqual([
      { text: "a", unseen: null },
      { text: one, unseen: number },
      { text: one, unseen: number },
      { text: "b", unseen: null },
    ]);
    expect(stretchesOf(one)).toEqual([{ text: one, unseen: number }]);
  }
  expect(stretchesOf("")).toEqual([]);
});

test("what is writing is none of them: joiners, marks of direction, soft hyphens, flags of regions", () => {
  for (const text of [
    ...["می\u200cخواهم", "👩\u200d🔬", "a\u200eb\u200fc", "Donau\u00addampf", "葛\u{e0100}", "\u061c1"],
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  ])
    expect(stretchesOf(text)).toEqual([{ text, unseen: null }]);
  expect(stretchesOf("🏴a\u{e0067}").at(-1)?.unseen).toBe("U+E0067");
});

test("a text that is woven into a sentence is found again, whatever it holds", () => {
  for (const text of ["Ada", "", "a\u2069\u202eb", "\u2068", "\u05d0, (2)"]) {
    expect(wovenParts(`By ${woven(text)}, then ${woven(text)}.`)).toEqual([
      ...["By ", unseenShown(text), ", then ", unseenShown(text), "."],
    ]);
  }
  expect(wovenParts("By nobody.")).toEqual(["By nobody."]);
});

test("where there are no elements, only what is written from right to left is put between characters", () => {
  for (const text of ["Ada", "艾達", "é 1 (2)"]) expect(isolatedText(text)).toBe(text);
  for (const text of ["שלום", "a مرحبا b", "1\u200f", "\u{1e900}"]) {
    expect(isolatedText(text)).toBe(`\u2068${text}\u2069`);
  }
  expect(isolatedText("Ada\u202e nimda\u2069")).toBe("Ada\ufffd nimda\ufffd");
});
