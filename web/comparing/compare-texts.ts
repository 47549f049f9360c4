import { diffArrays } from "diff";
import {
  type DifferenceBlock,
  paragraphsOf,
  sentencesOf,
  type TextPiece,
  unchangedBlocks,
} from "../../domain/text-difference.ts";

// Texts of strangers are compared while somebody waits, and everybody else with them: so it is cheap, or not done.

/** Texts of more paragraphs or sentences than this are not compared. */
const MOST_UNITS = 20_000;
/** Nor are texts of more lines, blank ones too. */
const MOST_LINES = 3 * MOST_UNITS;
/** Nor are texts between which more than so many were left out or put in. */
const MOST_EDITS = 1_500;
/** Paragraphs of more characters are told apart as wholes: to find their sentences takes time as well. */
const MOST_CHARACTERS = 100_000;
const TIME_MS = 40;
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

interface Run {
  readonly added: boolean;
  readonly removed: boolean;
  readonly value: readonly string[];
}

/** How one list became another; undefined where that would take too long. */
function compare(
  before: readonly string[],
  after: readonly string[],
  ms: number,
): readonly Run[] | undefined {
  if (before.length > MOST_UNITS || after.length > MOST_UNITS) return undefined;
  // By number: whatever the texts are, two are told apart in one step.
  const numbers = new Map<string, number>();
  const numbered = (units: readonly string[]) =>
    units.map((unit) => {
      const number = numbers.get(unit) ?? numbers.size;
      numbers.set(unit, number);
      return number;
    });
  const options = { timeout: ms, maxEditLength: MOST_EDITS };
  const changes = diffArrays(numbered(before), numbered(after), options);
  const units = [...numbers.keys()];
  return changes?.map(({ added, removed, value }) => ({
    added,
    removed,
    value: value.map((number) => units[number] ?? ""),
  }));
}

/** Whether a text is short enough in lines to be taken apart at all, found out without taking it apart. */
function hasFewLines(text: string): boolean {
  let at = -1;
  for (let line = 0; line < MOST_LINES; line++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return true;
  }
  return false;
}

const pieceOf = ({ added, removed, value }: Run): TextPiece => ({
  fate: added ? "added" : removed ? "removed" : "kept",
  text: value.join(" "),
});

/** What became of some paragraphs, sentence by sentence; as wholes where they have little in common. */
function changedBlock(removed: readonly string[], added: readonly string[], ms: number): DifferenceBlock {
  const wholes: readonly TextPiece[] = [
    { fate: "removed", text: removed.join("\n") } as const,
    { fate: "added", text: added.join("\n") } as const,
  ].filter(({ text }) => text !== "");
  const isLong = wholes.reduce((sum, { text }) => sum + text.length, 0) > MOST_CHARACTERS;
  if (isLong || wholes.length < 2) return { kind: "changed", pieces: wholes };
  const runs = compare(sentencesOf(removed), sentencesOf(added), ms);
  const hasCommon = runs?.some((run) => !run.added && !run.removed);
  return { kind: "changed", pieces: runs !== undefined && hasCommon ? runs.map(pieceOf) : wholes };
}

/**
 * How a text became another, by paragraphs, and by sentences where they changed. Blanks do not count.
 *
 * @returns null where the two are too different, or too long, to be compared in about 100 ms; no blocks where nothing
 * changed but blanks
 */
export function compareTexts(before: string, after: string): readonly DifferenceBlock[] | null {
  if (!hasFewLines(before) || !hasFewLines(after)) return null;
  const started = performance.now();
  const runs = compare(paragraphsOf(before), paragraphsOf(after), TIME_MS);
  if (runs === undefined) return null;
  if (runs.every(({ added, removed }) => !added && !removed)) return [];
  const left = () => Math.max(0, 2 * TIME_MS - (performance.now() - started));
  const blocks = runs.flatMap((run, place): readonly DifferenceBlock[] => {
    const next = runs[place + 1];
    const previous = runs[place - 1];
    if (run.removed) return [changedBlock(run.value, next?.added ? next.value : [], left())];
    if (run.added) return previous?.removed ? [] : [changedBlock([], run.value, left())];
    return unchangedBlocks(run.value, { isFirst: place === 0, isLast: next === undefined });
  });
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  return length > LONGEST_DIFFERENCE ? null : blocks;
}
