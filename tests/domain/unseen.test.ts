import { expect, test } from "vitest";
import { unseenBlanked, unseenIn, unseenShown, withoutUnseen } from "#domain/unseen.ts";

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
