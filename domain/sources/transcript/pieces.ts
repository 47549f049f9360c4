import type { Stretch } from "./sentences.ts";

/** About as much of a text as one page shows, in UTF-16 units. */
const LONG_PIECE = 60_000;
/** How far beyond that the end of a paragraph, or else of a line, is looked for. */
const LOOKED_AHEAD = 10_000;

/** The place just behind the next paragraph or line that ends from here on, or here where none does soon. */
function nextBorder(text: string, from: number): number {
  const ahead = text.slice(from, from + LOOKED_AHEAD);
  for (const end of ["\n\n", "\n"]) {
    const at = ahead.indexOf(end);
    if (at >= 0) return from + at + end.length;
  }
  const splitsCharacter = /[\uDC00-\uDFFF]/.test(text.charAt(from));
  return splitsCharacter ? from + 1 : from;
}

/**
 * A long text cut into pieces of about 60,000 characters that a page each can show: between paragraphs, else between
 * lines, else wherever it has to be. Together they are the whole text; an empty text is one piece.
 */
export function piecesOf(text: string): readonly Stretch[] {
  const pieces: Stretch[] = [];
  let start = 0;
  while (text.length - start > LONG_PIECE + LOOKED_AHEAD) {
    const end = nextBorder(text, start + LONG_PIECE);
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: text.length });
  return pieces;
}

/** Which piece holds a place, counted from 0; the last one for what lies beyond the text. */
export function pieceAt(pieces: readonly Stretch[], place: number): number {
  const found = pieces.findIndex(({ end }) => place < end);
  return found < 0 ? pieces.length - 1 : found;
}
