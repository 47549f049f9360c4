/** What became of a piece of a text: it stayed, was left out, or was put in. */
export type Fate = "kept" | "removed" | "added";

/** A piece of one or both of two texts. */
export interface TextPiece {
  readonly fate: Fate;
  readonly text: string;
}

/** How a text became another, in the order of reading: what is the same for long is told by its length alone. */
export type DifferenceBlock =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "skipped"; readonly paragraphs: number }
  | { readonly kind: "changed"; readonly pieces: readonly TextPiece[] };

const STOPS = /(?<=[。！？；][」』”’）]?)(?![」』”’）])|(?<=[.!?]["”’)\]]?)\s+/u;

/** The paragraphs and lines of a text, without the blanks around them. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** About the sentences of some paragraphs: good enough to tell what changed among them. */
export const sentencesOf = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((paragraph) => paragraph.split(STOPS).filter((sentence) => sentence !== ""));

/** How many unchanged paragraphs are shown beside what changed. */
const AROUND = 1;

const sameBlocks = (paragraphs: readonly string[]): readonly DifferenceBlock[] =>
  paragraphs.map((text) => ({ kind: "same", text }));

/**
 * A run of unchanged paragraphs as far as a reader needs it: the ones next to what changed, and how many more there are.
 *
 * @param isFirst nothing changed stands before it
 * @param isLast nothing changed stands after it
 */
export function unchangedBlocks(
  paragraphs: readonly string[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): readonly DifferenceBlock[] {
  const before = isFirst ? 0 : AROUND;
  const after = isLast ? 0 : AROUND;
  const skipped = paragraphs.length - before - after;
  if (skipped <= 1) return sameBlocks(paragraphs);
  return [
    ...sameBlocks(paragraphs.slice(0, before)),
    { kind: "skipped", paragraphs: skipped },
    ...sameBlocks(paragraphs.slice(before + skipped)),
  ];
}
