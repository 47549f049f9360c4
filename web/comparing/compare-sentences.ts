import {
  type SentenceChange,
  versionSteps,
  versionsAmong,
  wordedSentence,
} from "#domain/pages/sentence-versions.ts";
import { sentencesOf, type TextPiece, type TextUnit } from "#domain/pages/text-difference.ts";
import { compareLists, type Stretch } from "./compare-lists.ts";
import { compareWords, type Effort, piecesOf, spend } from "./compare-words.ts";

/** Where more sentences than this were left out or put in, the paragraphs are told apart as wholes. */
const MOST_EDITS = 1_500;

const lengthOf = (units: readonly TextUnit[]): number =>
  units.reduce((sum, { text, gap }) => sum + text.length + gap.length, 0);

function changedPieces({ removed, added }: SentenceChange, effort: Effort): readonly TextPiece[] {
  const words = removed && added && compareWords(removed, added, effort);
  if (words !== undefined) return words;
  const sentences = (one: typeof removed) => (one === undefined ? [] : [one.sentence]);
  return piecesOf({ isSame: false, before: sentences(removed), after: sentences(added) });
}

/** What became of sentences that differ: word by word where one is a version of another. */
function stretchPieces(stretch: Stretch<TextUnit>, effort: Effort): readonly TextPiece[] {
  const { isSame, before, after } = stretch;
  if (isSame || before.length === 0 || after.length === 0) return piecesOf(stretch);
  if (!spend(effort, lengthOf(before) + lengthOf(after))) return piecesOf(stretch);
  const [removed, added] = [before.map(wordedSentence), after.map(wordedSentence)];
  if (!spend(effort, versionSteps(removed, added))) return piecesOf(stretch);
  return versionsAmong(removed, added).flatMap((change) => changedPieces(change, effort));
}

/** Neighbours of one fate as one piece. */
function merged(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const runs: TextPiece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.fate === piece.fate) runs.splice(-1, 1, { ...last, text: last.text + piece.text });
    else runs.push(piece);
  }
  return runs;
}

/**
 * What became of the sentences of some paragraphs, and of the words of those that were only changed.
 *
 * @returns undefined where they have nothing in common, or comparing them would take more than the effort that is left
 */
export function compareSentences(
  removed: readonly string[],
  added: readonly string[],
  effort: Effort,
): readonly TextPiece[] | undefined {
  const limits = { edits: MOST_EDITS, ms: effort.msLeft() };
  const stretches = compareLists(sentencesOf(removed), sentencesOf(added), ({ text }) => text, limits);
  const pieces = merged(stretches?.flatMap((stretch) => stretchPieces(stretch, effort)) ?? []);
  return pieces.some(({ fate }) => fate === "kept") ? pieces : undefined;
}
