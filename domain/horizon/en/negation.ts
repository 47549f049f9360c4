import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";

const not = wordsOf(
  "not|won't|cannot|can't|never|don't expect|don't think|don't believe|don't see|doesn't|don't|doubt|unlikely|wouldn't|isn't|aren't|nobody|no one|nothing|shouldn't|couldn't|didn't expect|won’t|neither|nor|no way|hardly|ain't|be surprised if|be very surprised if|be surprising if|be astonished if|hard to see|hard to imagine|out of the question|scarcely|rule out|ruled out|bet against|no chance|little chance|never",
);
const denied = wordsOf(
  "won't|will not|cannot|can't|never|not going to|don't expect|don't think|don't believe|don't see|isn't going to|aren't going to|'s not going to|unlikely",
);
/** "Not only", "I would not be surprised": the word is there and denies nothing. */
const notDenied = wordsOf(
  "not only|not just|not merely|not be surprised|not surprised|not surprise|not surprising|wouldn't be surprised|wouldn't surprise|won't be surprised|not be surprising|not rule out|can't rule out|cannot rule out|wouldn't rule out|not unlikely|not impossible|not inconceivable|not unreasonable|no doubt|not doubt|don't doubt|not sure|not certain|don't know|not know|doesn't matter|don't mind|not to mention|cannot wait|can't wait|not alone|not forget|don't forget|not necessarily|never mind|not so far|not far|won't take more|won't take longer|not take more|not take longer|won't be long|not be long|not long|can't help|nothing short|nothing less|why not|why don't|don't need|nothing but|not too distant|not-too-distant|isn't just|isn't only|aren't just|aren't only|not simply|if not|whether or not|or not|without doubt|without a doubt|little doubt|not much doubt|nobody doubts|no one doubts|few doubt|don't doubt|don't rule|never rule|wouldn't rule|can't rule|cannot rule|won't rule|not rule|never doubt|never doubted|beyond doubt|not bet against|wouldn't bet against|don't bet against|never bet against|won't bet against|not be ruled out|be ruled out|can't be ruled out|cannot be ruled out|not ruled out|isn't ruled out|not ruling out|not out of the question|isn't out of the question|nothing will stop|nothing can stop|nothing stops|nothing will prevent|nothing can prevent|nobody can stop|no one can stop|nobody will stop|no one will stop|wouldn't be too surprised|wouldn't be at all surprised|not be too surprised|not be at all surprised|shouldn't be surprised|not be very surprised|not hard to see|not hard to imagine|isn't hard to see|see why not|no reason why not",
);
/** Before a denial these take it back: "I don't see why it wouldn't". */
const takenBack = wordsOf(
  "don't see why|do not see why|can't see why|cannot see why|see no reason|no reason why|no reason to think|hard to see how|hard to see why|hard to imagine|can't imagine|cannot imagine|don't see how|can't see how|no way|nobody doubts|no doubt|don't doubt|wouldn't bet|be surprised if|be very surprised if|be surprising if|impossible",
);
/** What is denied besides. */
const failing = wordsOf(
  "fail|fails|failing|not|won't|wouldn't|doesn't|isn't|didn't|misses|weren't|wasn't|hadn't",
);
const stops = wordsOf(".|;|:|!|?|\n|but|because|although|though|while|which|so|however|,");

const MOST_BEFORE = 14;
const MOST_BEHIND = 7;

/** The word belongs to a phrase that denies nothing, which may begin before it: "cannot be ruled out". */
function isTakenBack(t: Tokens, at: number): boolean {
  for (let back = 0; back <= 3; back += 1) {
    const phrase = notDenied(t, at - back);
    if (phrase !== null && phrase.end > at) return true;
  }
  return false;
}

const MOST_BETWEEN = 6;

/** "I don't see why it wouldn't", "there is no way it fails": a denial that is denied. */
function isDeniedTwice(t: Tokens, at: number): boolean {
  for (let back = 1; back <= MOST_BETWEEN && stops(t, at - back) === null; back += 1) {
    if (takenBack(t, at - back) !== null) return true;
  }
  const outer = takenBack(t, at);
  if (outer === null) return false;
  for (let on = outer.end; on < outer.end + MOST_BETWEEN && stops(t, on) === null; on += 1) {
    if (failing(t, on) !== null) return true;
  }
  return false;
}

/**
 * Whether the clause around a time denies what it says: "it will not happen" before the time, "we won't" right after.
 *
 * @param looksBehind whether words after it count: they do for "in the next five years", not for "by 2030"
 */
export function isDeniedInEnglish(t: Tokens, start: number, end: number, looksBehind: boolean): boolean {
  for (let at = start - 1; at >= 0 && at >= start - MOST_BEFORE; at -= 1) {
    if (stops(t, at) !== null) break;
    const isWord = not(t, at) !== null;
    if (isWord && !isTakenBack(t, at)) return !isDeniedTwice(t, at);
  }
  if (!looksBehind) return false;
  for (let at = end; at < end + MOST_BEHIND; at += 1) {
    if (at > end && stops(t, at) !== null) return false;
    if (denied(t, at) !== null && notDenied(t, at) === null) return true;
  }
  return false;
}
