import { Labels } from "./labels.ts";
import { lineText, turnsIn } from "./lines.ts";
import type { Stretch } from "./sentences.ts";

/**
 * Where the labels of those who speak stand in a piece of a text, in order: from the head of a line to behind the
 * colon.
 *
 * @example labelsIn("Ana: Soon?\nBen: In two years.\nAna: Oh.", { start: 0, end: 37 })[1] // { start: 11, end: 16 }
 */
export function labelsIn(text: string, piece: Stretch): readonly Stretch[] {
  const labels = new Labels();
  const within = text.slice(piece.start, piece.end);
  const lines = [...turnsIn(within)].filter(({ start, end }) => end > start);
  for (const line of lines) labels.count(lineText(within, line));
  return lines.flatMap((line) => {
    const label = labels.read(lineText(within, line));
    const start = piece.start + line.start;
    return label === null ? [] : [{ start, end: start + label.length }];
  });
}
