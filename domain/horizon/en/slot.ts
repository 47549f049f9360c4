import type { Rule } from "../cursor.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { ordinal } from "./number.ts";

const pieces = lexicon([
  ["quarter|quarters", 4],
  ["half", 2],
]);

const finalWord = wordsOf("last|final|closing");
const of = wordsOf("of");

/** "First half", "third quarter", "Q3", "2H": which piece of a year, of how many. */
export const slot: Rule<readonly [number, number]> = (t, place) => {
  const at = t.is(place, "the") ? place + 1 : place;
  const token = t.at(at);
  const count = token.text === "q" ? 4 : token.text === "h" ? 2 : 0;
  const number = t.at(at + 1);
  if (count > 0 && number.glued && number.value >= 1 && number.value <= count) {
    return { value: [number.value, count], end: at + 2 };
  }
  const letter = t.at(at + 1);
  const turned = letter.glued && !token.glued ? (letter.text === "q" ? 4 : letter.text === "h" ? 2 : 0) : 0;
  if (turned > 0 && token.value >= 1 && token.value <= turned)
    return { value: [token.value, turned], end: at + 2 };
  const last = finalWord(t, at);
  const lastPiece = last === null ? null : pieces(t, last.end);
  if (lastPiece !== null && of(t, lastPiece.end) !== null) {
    return { value: [lastPiece.value, lastPiece.value], end: lastPiece.end };
  }
  const which = ordinal(t, at);
  const piece = which === null ? null : pieces(t, which.end);
  return which !== null && piece !== null && which.value >= 1 && which.value <= piece.value
    ? { value: [which.value, piece.value], end: piece.end }
    : null;
};

export const slotBehind: Rule<readonly [number, number]> = (t, place) =>
  slot(t, t.is(place, "-") ? place + 1 : place);
