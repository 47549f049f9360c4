import {
  type DifferenceBlock,
  paragraphsOf,
  type TextPiece,
  unchangedBlocks,
} from "#domain/pages/text-difference.ts";
import { compareLists } from "./compare-lists.ts";
import { compareSentences } from "./compare-sentences.ts";
import type { Effort } from "./compare-words.ts";

// Texts of strangers are compared while somebody waits, and everybody else with them: so it is cheap, or not done.

/** Texts of more paragraphs than this are not compared. */
const MOST_PARAGRAPHS = 20_000;
/** Nor are texts of more lines, blank ones too. */
const MOST_LINES = 3 * MOST_PARAGRAPHS;
/** Nor are texts between which more than so many paragraphs were left out or put in. */
const MOST_EDITS = 1_500;
/** Paragraphs of more characters are told apart as wholes: to find their sentences takes time as well. */
const MOST_CHARACTERS = 100_000;
const TIME_MS = 40;
/** What comparing the words of sentences takes at most, in all. */
export const MOST_STEPS = 1_000_000;
/** Nor is a difference shown that is longer to read than this, in characters. */
const LONGEST_DIFFERENCE = 200_000;

const lengthOf = (block: DifferenceBlock): number => {
  switch (block.kind) {
    case "same":
      return block.text.length;
    case "skipped":
      return 0;
    case "changed":
      return block.pieces.reduce((sum, { text }) => sum + text.length, 0);
    default:
      return block satisfies never;
  }
};

/** Whether a text is short enough in lines to be taken apart at all, found out without taking it apart. */
function hasFewLines(text: string): boolean {
  let at = -1;
  for (let line = 0; line < MOST_LINES; line++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return true;
  }
  return false;
}

/** What became of some paragraphs, sentence by sentence; as wholes where they have little in common. */
function changedBlock(removed: readonly string[], added: readonly string[], effort: Effort): DifferenceBlock {
  const wholes: readonly TextPiece[] = [
    { fate: "removed", text: removed.join("\n") } as const,
    { fate: "added", text: added.join("\n") } as const,
  ].filter(({ text }) => text !== "");
  const isLong = wholes.reduce((sum, { text }) => sum + text.length, 0) > MOST_CHARACTERS;
  const pieces = isLong || wholes.length < 2 ? undefined : compareSentences(removed, added, effort);
  return { kind: "changed", pieces: pieces ?? wholes };
}

function effortOf(steps: number): Effort {
  const started = performance.now();
  return { steps, msLeft: () => Math.max(0, 2 * TIME_MS - (performance.now() - started)) };
}

/**
 * How a text became another, by paragraphs, by sentences where they changed, and by words where a sentence is a version
 * of another. Blanks do not count.
 *
 * @param effort what comparing sentences may take: it is used up
 * @returns null where the two are too different, or too long, to be compared in about 100 ms; no blocks where nothing
 * changed but blanks
 */
export function compareTexts(
  before: string,
  after: string,
  effort: Effort = effortOf(MOST_STEPS),
): readonly DifferenceBlock[] | null {
  if (!hasFewLines(before) || !hasFewLines(after)) return null;
  const [removed, added] = [paragraphsOf(before), paragraphsOf(after)];
  if (Math.max(removed.length, added.length) > MOST_PARAGRAPHS) return null;
  const limits = { edits: MOST_EDITS, ms: TIME_MS };
  const stretches = compareLists(removed, added, (paragraph) => paragraph, limits);
  if (stretches === undefined) return null;
  if (stretches.every(({ isSame }) => isSame)) return [];
  const blocks = stretches.flatMap((stretch, place): readonly DifferenceBlock[] =>
    stretch.isSame
      ? unchangedBlocks(stretch.after, { isFirst: place === 0, isLast: place === stretches.length - 1 })
      : [changedBlock(stretch.before, stretch.after, effort)],
  );
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  return length > LONGEST_DIFFERENCE ? null : blocks;
}
