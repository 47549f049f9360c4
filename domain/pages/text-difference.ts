/** What became of a piece of a text: it stayed, was left out, or was put in. */
export type Fate = "kept" | "removed" | "added";

/**
 * A piece of one or both of two texts, with the blanks behind it: those kept or removed make up the text before, those
 * kept or added the one after.
 */
export interface TextPiece {
  readonly fate: Fate;
  readonly text: string;
}

/** How a text became another, in the order of reading: what is the same for long is told by its length alone. */
export type DifferenceBlock =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "skipped"; readonly paragraphs: number }
  | { readonly kind: "changed"; readonly pieces: readonly TextPiece[] };

/** A sentence or a word, and the blanks between it and the next. */
export interface TextUnit {
  readonly text: string;
  readonly gap: string;
}

const STOPS = /(?:(?<=[。！？；][」』”’）]?)(?![」』”’）])|(?<=[.!?]["”’)\]]?)(?=\s))(\s*)/u;

/** The paragraphs and lines of a text, without the blanks around them. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function sentencesIn(paragraph: string, end: string): readonly TextUnit[] {
  // A sentence and the blanks that parted it from the next take turns.
  const parts: readonly (string | undefined)[] = paragraph.split(STOPS);
  const sentences = parts.flatMap((text = "", place) =>
    place % 2 === 1 || text === "" ? [] : [{ text, gap: parts[place + 1] ?? "" }],
  );
  const last = sentences.pop();
  return last === undefined ? [] : [...sentences, { ...last, gap: end }];
}

/** About the sentences of some paragraphs, a line each: good enough to tell what changed among them. */
export const sentencesOf = (paragraphs: readonly string[]): readonly TextUnit[] =>
  paragraphs.flatMap((paragraph, place) => sentencesIn(paragraph, place + 1 < paragraphs.length ? "\n" : ""));

/** Sentences or words as they stand in the text. */
export const textOf = (units: readonly TextUnit[]): string =>
  units.map(({ text, gap }) => text + gap).join("");

/** How many unchanged paragraphs are shown beside what changed. */
const AROUND = 1;

const sameBlocks = (paragraphs: readonly string[]): readonly DifferenceBlock[] =>
  paragraphs.map((text) => ({ kind: "same", text }));

/**
 * A run of unchanged paragraphs as far as a reader needs it: the ones next to what changed, and how many more there
 * are.
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
