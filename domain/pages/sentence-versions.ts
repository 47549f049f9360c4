import type { TextUnit } from "./text-difference.ts";

/** A sentence as what it is told apart by. */
export interface WordedSentence {
  readonly sentence: TextUnit;
  /** Words, characters where the script has no spaces, and signs; with the blanks behind them. */
  readonly units: readonly TextUnit[];
  /** How often each of its words is there. Signs are none. */
  readonly words: ReadonlyMap<string, number>;
  /** The letters and digits of all its words. */
  readonly length: number;
}

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const LETTERS = `[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]+`;
/** 3.5, 1,000 and don't are one word each; a character without spaces, or a sign, stands alone. */
const UNIT = new RegExp(`(?<text>${LETTERS}(?:[.,'’]${LETTERS})*|\\S\\p{M}*)(?<gap>\\s*)`, "gv");
const WORD = /[\p{L}\p{N}]/u;

/** Below this share of what they are made of, two sentences are no versions of one another. */
export const FEWEST_COMMON = 1 / 3;

/** Takes a sentence apart, in time in proportion to it. */
export function wordedSentence(sentence: TextUnit): WordedSentence {
  const units: TextUnit[] = [];
  const words = new Map<string, number>();
  let length = 0;
  for (const [, text = "", gap = ""] of (sentence.text + sentence.gap).matchAll(UNIT)) {
    units.push({ text, gap });
    if (!WORD.test(text)) continue;
    words.set(text, (words.get(text) ?? 0) + 1);
    length += text.length;
  }
  return { sentence, units, words, length };
}

/** How much of two sentences is the same words, whatever their order: 0 to 1, by the length of the words. */
export function commonShare(a: WordedSentence, b: WordedSentence): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [fewer, more] = a.words.size <= b.words.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, times] of fewer.words) common += Math.min(times, more.words.get(word) ?? 0) * word.length;
  return (2 * common) / (a.length + b.length);
}

/** A sentence that was left out, one that was put in, or both where the second is a version of the first. */
export interface SentenceChange {
  readonly removed?: WordedSentence;
  readonly added?: WordedSentence;
}

/** How many looks at a word `versionsAmong` takes at most. */
export const versionSteps = (removed: readonly WordedSentence[], added: readonly WordedSentence[]): number =>
  removed.length * added.reduce((sum, { units }) => sum + units.length, 0);

/**
 * Which of the sentences put in are versions of which of those left out: as much in common as can be in all, at least
 * a third in each pair, and no pair across another. In the order of reading, what was left out first.
 *
 * @example "It rains. It is cold." -> "It is warm." // the first was left out, the second became the third
 */
export function versionsAmong(
  removed: readonly WordedSentence[],
  added: readonly WordedSentence[],
): readonly SentenceChange[] {
  // The most that what was left out from the i-th on and what was put in from the j-th on can have in common.
  const most = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1));
  const from = (i: number, j: number) => most[i]?.[j] ?? 0;
  const isPair = new Set<number>();
  const placeOf = (i: number, j: number) => i * added.length + j;
  for (const [i, one] of [...removed.entries()].reverse()) {
    for (const [j, other] of [...added.entries()].reverse()) {
      const share = commonShare(one, other);
      const apart = Math.max(from(i + 1, j), from(i, j + 1));
      const together = share < FEWEST_COMMON ? 0 : share + from(i + 1, j + 1);
      if (together > apart) isPair.add(placeOf(i, j));
      most[i]?.fill(Math.max(together, apart), j, j + 1);
    }
  }
  const changes: SentenceChange[] = [];
  let [i, j] = [0, 0];
  while (i < removed.length && j < added.length) {
    if (isPair.has(placeOf(i, j))) changes.push({ removed: removed[i++], added: added[j++] });
    else if (from(i + 1, j) >= from(i, j)) changes.push({ removed: removed[i++] });
    else changes.push({ added: added[j++] });
  }
  const left = removed.slice(i).map((one) => ({ removed: one }));
  return [...changes, ...left, ...added.slice(j).map((one) => ({ added: one }))];
}
