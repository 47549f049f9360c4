import { expect, test } from "vitest";
import { labelsIn } from "#domain/sources/transcript.ts";

test.each([
  ["Ana: Soon?\nBen Li: In two years.\nAna: Note: it may rain.", ["Ana: ", "Ben Li: ", "Ana: "]],
  ["許博文：三年內。\n\n林佳穎：是嗎？\n許博文：對。", ["許博文：", "林佳穎：", "許博文："]],
  ["Nobody speaks here.", []],
])("%j", (text, labels) => {
  const found = labelsIn(text, { start: 0, end: text.length });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(labels);
});

test("at their places in the whole text, where a piece of it is looked at", () => {
  const text = "Ana: Soon?\nBen: In two years.\nAna: Oh.\nBen: Yes.";
  const [first] = labelsIn(text, { start: 11, end: text.length });
  expect(text.slice(first?.start, first?.end)).toBe("Ben: ");
});
