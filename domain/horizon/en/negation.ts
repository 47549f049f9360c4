import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";

const not = wordsOf(
  "not|won't|cannot|can't|never|don't expect|don't think|don't believe|don't see|doesn't|don't|doubt|unlikely|wouldn't|isn't|aren't|nobody|no one|nothing|shouldn't|couldn't|didn't expect|won’t|neither|nor|no way|hardly|ain't",
);
const denied = wordsOf(
  "won't|will not|cannot|can't|never|not going to|don't expect|don't think|don't believe|don't see|isn't going to|aren't going to|'s not going to|unlikely",
);
/** "Not only", "I would not be surprised": the word is there and denies nothing. */
const notDenied = wordsOf(
  "not only|not just|not merely|not be surprised|not surprised|not surprise|not surprising|wouldn't be surprised|wouldn't surprise|won't be surprised|not be surprising|not rule out|can't rule out|cannot rule out|wouldn't rule out|not unlikely|not impossible|not inconceivable|not unreasonable|no doubt|not doubt|don't doubt|not sure|not certain|don't know|not know|doesn't matter|don't mind|not to mention|cannot wait|can't wait|not alone|not forget|don't forget|not necessarily|never mind|not so far|not far|won't take more|won't take longer|not take more|not take longer|won't be long|not be long|not long|can't help|nothing short|nothing less|why not|why don't|don't need|nothing but|not too distant|not-too-distant|isn't just|isn't only|aren't just|aren't only|not simply|if not|whether or not|or not",
);
const stops = wordsOf(".|;|:|!|?|\n|but|because|although|though|while|which|so|however|,");

const MOST_BEFORE = 14;
const MOST_BEHIND = 7;

/**
 * Whether the clause around a time denies what it says: "it will not happen" before the time, "we won't" right after.
 *
 * @param looksBehind whether words after it count: they do for "in the next five years", not for "by 2030"
 */
export function isDeniedInEnglish(t: Tokens, start: number, end: number, looksBehind: boolean): boolean {
  for (let at = start - 1; at >= 0 && at >= start - MOST_BEFORE; at -= 1) {
    if (stops(t, at) !== null) break;
    const isWord = not(t, at) !== null;
    if (isWord && notDenied(t, at) === null && notDenied(t, at - 1) === null) return true;
  }
  if (!looksBehind) return false;
  for (let at = end; at < end + MOST_BEHIND; at += 1) {
    if (at > end && stops(t, at) !== null) return false;
    if (denied(t, at) !== null && notDenied(t, at) === null) return true;
  }
  return false;
}
