import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceAt, piecesOf } from "#domain/sources/transcript.ts";

const paragraph = `${"Ferries will be quiet. ".repeat(40)}\n\n`;
const together = (text: string) => piecesOf(text).map(({ start, end }) => text.slice(start, end));

describe("a text in pieces", () => {
  test.each([
    ["nothing", "", 1],
    ["a short one", paragraph, 1],
    ["what a page just shows", "x".repeat(70_000), 1],
    ["one character more", "x".repeat(70_001), 2],
    ["a megabyte", paragraph.repeat(1_200), 19],
  ])("%s", (_, text, pieces) => {
    expect(together(text)).toHaveLength(pieces);
    expect(together(text).join("")).toBe(text);
  });

  test("is cut between paragraphs, else between lines", () => {
    for (const piece of together(paragraph.repeat(300)).slice(0, -1))
      expect(piece.endsWith(".  \n\n") || piece.endsWith("\n\n")).toBe(true);
    const lines = `${"x".repeat(99)}\n`.repeat(2_000);
    for (const piece of together(lines).slice(0, -1)) expect(piece.endsWith("x\n")).toBe(true);
  });

  test("is never cut inside a character", () => {
    for (const text of ["🌊".repeat(80_000), `x${"🌊".repeat(80_000)}`]) {
      expect(together(text).every((piece) => piece.isWellFormed())).toBe(true);
    }
  });

  test("has every place in one piece", () => {
    const text = paragraph.repeat(200);
    const pieces = piecesOf(text);
    fc.assert(
      fc.property(fc.nat(text.length - 1), (place) => {
        const { start = -1, end = -1 } = pieces[pieceAt(pieces, place)] ?? {};
        return start <= place && place < end;
      }),
    );
    expect(pieceAt(pieces, text.length + 5)).toBe(pieces.length - 1);
  });
});
