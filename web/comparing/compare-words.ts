import { FEWEST_COMMON, type WordedSentence } from "#domain/pages/sentence-versions.ts";
import { type TextPiece, type TextUnit, textOf } from "#domain/pages/text-difference.ts";
import { compareLists, comparingSteps, joined, type Stretch } from "./compare-lists.ts";

/** What comparing may still take, so that everybody else gets their turn. */
export interface Effort {
  /** Looks at a word, a character or a pair of words. */
  steps: number;
  readonly msLeft: () => number;
}

/** Takes so much of the effort, or nothing where less is left. */
export function spend(effort: Effort, steps: number): boolean {
  if (steps > effort.steps) return false;
  effort.steps -= steps;
  return true;
}

/** Counts one look that is made: below nothing where more were made than had been reckoned before. */
function countLook(effort: Effort): void {
  effort.steps -= 1;
}

/** Where more words than this were left out or put in, a sentence is easier to read as a whole. */
const MOST_EDITS = 200;
/** Nor is one taken apart that would be in more pieces than this. */
const MOST_PIECES = 60;
/** What a piece takes to be drawn, in steps. */
const STEPS_A_PIECE = 50;

type WordStretch = Stretch<TextUnit>;

const isWord = ({ words }: WordedSentence, { text }: TextUnit) => words.has(text);

const lengthOf = (units: readonly TextUnit[]) => textOf(units).trim().length;

const changeIn = ({ before, after }: WordStretch) => Math.max(lengthOf(before), lengthOf(after));

/** What little stays between two changes that are longer is read with them: nobody reads every second word. */
function withoutIslands(stretches: readonly WordStretch[]): readonly WordStretch[] {
  const read: WordStretch[] = [];
  for (const next of stretches) {
    const [previous, island] = read.slice(-2);
    const isIsland = previous !== undefined && island?.isSame === true && !next.isSame;
    if (isIsland && lengthOf(island.after) <= Math.min(changeIn(previous), changeIn(next))) {
      read.splice(-2, 2, joined(joined(previous, island), next));
    } else read.push(next);
  }
  return read;
}

/** The pieces of a stretch: what was left out before what was put in. */
export function piecesOf({ isSame, before, after }: WordStretch): readonly TextPiece[] {
  const pieces: readonly TextPiece[] = isSame
    ? [{ fate: "kept", text: textOf(after) }]
    : [
        { fate: "removed", text: textOf(before) },
        { fate: "added", text: textOf(after) },
      ];
  return pieces.filter(({ text }) => text !== "");
}

/**
 * Which words of a sentence changed, or which characters where the script has no spaces.
 *
 * @returns undefined where that is no help to a reader, or would take more than the effort that is left: the sentences
 * are then read as wholes
 */
export function compareWords(
  removed: WordedSentence,
  added: WordedSentence,
  effort: Effort,
): readonly TextPiece[] | undefined {
  const [before, after] = [removed.units, added.units];
  const edits = Math.min(MOST_EDITS, before.length + after.length);
  const atMost = comparingSteps(before.length, after.length, edits);
  if (atMost > effort.steps) return undefined;
  const limits = { edits, ms: effort.msLeft() };
  const stretches = compareLists(
    before,
    after,
    ({ text }) => text,
    limits,
    () => countLook(effort),
  );
  if (stretches === undefined) return undefined;
  const same = stretches.flatMap((stretch) => (stretch.isSame ? stretch.after : []));
  const kept = same.reduce((sum, unit) => sum + (isWord(added, unit) ? unit.text.length : 0), 0);
  if (2 * kept < FEWEST_COMMON * (removed.length + added.length)) return undefined;
  const pieces = withoutIslands(stretches).flatMap(piecesOf);
  const isHelpful = pieces.length <= MOST_PIECES && pieces.some(({ fate }) => fate === "kept");
  return isHelpful && spend(effort, STEPS_A_PIECE * pieces.length) ? pieces : undefined;
}
