import { expect, test } from "vitest";
import { keepText } from "#domain/sources/transcript.ts";

test("a kept text has blanks where nobody would see a character, and lines where a line ended, each in its place", () => {
  const raw = "It \u202eships\u2069 by\u00802030.\u2028I expect\u0085so.";
  const { text } = keepText(raw, null);
  expect(text).toBe("It  ships  by 2030.\nI expect\nso.");
  expect(text).toHaveLength(raw.length);
  expect(keepText(text, null).text).toBe(text);
});
