import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";

const anyOf = (...lists: readonly string[]) => wordsOf(lists.join("|"));

const not = anyOf(
  "not|never|neither|nor|hardly|scarcely|nobody|no one|nothing|no way",
  "won't|won’t|cannot|can't|doesn't|don't|wouldn't|isn't|aren't|ain't|shouldn't|couldn't|didn't expect",
  "don't expect|don't think|don't believe|don't see|doubt|unlikely|bet against|rule out|ruled out|out of the question",
  "be surprised if|be very surprised if|be surprising if|be astonished if|hard to see|hard to imagine",
  "no chance|little chance|zero chance|slim chance|no prospect|no hope of",
);
const denied = anyOf(
  "won't|will not|cannot|can't|never|not going to|isn't going to|aren't going to|'s not going to|unlikely",
  "don't expect|don't think|don't believe|don't see",
);
/** "Not only", "I would not be surprised": the word is there and denies nothing. */
const notDenied = anyOf(
  // more than that
  "not only|not just|not merely|not simply|isn't just|isn't only|aren't just|aren't only|not to mention|not alone",
  "nothing but|nothing short|nothing less",
  // it surprises nobody
  "not be surprised|not surprised|not surprise|not surprising|wouldn't be surprised|wouldn't surprise|won't be surprised|not be surprising",
  "wouldn't be too surprised|wouldn't be at all surprised|not be too surprised|not be at all surprised|shouldn't be surprised|not be very surprised",
  // it may be
  "not rule out|can't rule out|cannot rule out|wouldn't rule out|don't rule|never rule|wouldn't rule|can't rule|cannot rule|won't rule|not rule",
  "not be ruled out|be ruled out|can't be ruled out|cannot be ruled out|not ruled out|isn't ruled out|not ruling out",
  "not out of the question|isn't out of the question|not unlikely|not impossible|not inconceivable|not unreasonable",
  "isn't unlikely|isn't impossible|isn't inconceivable|isn't unreasonable|wouldn't be impossible|not an impossible",
  "not hard to see|not hard to imagine|isn't hard to see|see why not|no reason why not|why not|why don't",
  "not bet against|wouldn't bet against|don't bet against|never bet against|won't bet against",
  // nobody doubts it, nothing stops it
  "no doubt|not doubt|don't doubt|without doubt|without a doubt|little doubt|not much doubt|few doubt|beyond doubt|never doubt|never doubted",
  "nobody doubts|no one doubts|hardly anyone doubts|scarcely anyone doubts|hardly anybody doubts|nobody would doubt|no one would doubt",
  "nobody denies|no one denies|can't deny|cannot deny|don't deny|not deny|can't be denied|cannot be denied",
  "nothing will stop|nothing can stop|nothing stops|nothing to stop|nothing will prevent|nothing can prevent|nothing to prevent|nothing will keep|nothing can keep",
  "nobody can stop|no one can stop|nobody will stop|no one will stop|can't help|can't not|cannot not|won't not",
  // it is not known
  "not sure|not certain|don't know|not know|if not|whether or not|or not|not necessarily",
  // it is soon
  "not so far|not far|not too distant|not-too-distant|won't be long|not be long|not long|cannot wait|can't wait",
  "won't take more|won't take longer|not take more|not take longer",
  // what will be another then
  "won't recognise|won't recognize|not recognise|not recognize|wouldn't recognise|wouldn't recognize|not be recognisable|not be recognizable|won't know|not know|can't imagine what|not be the same|won't be the same|never be the same|won't look the same|not look the same|won't look like|not look like",
  // in passing
  "doesn't matter|don't mind|never mind|not forget|don't forget|don't need",
);
/** Before a denial these take it back: "I don't see why it wouldn't". What fails then is denied as well. */
const takenBack = anyOf(
  "don't see why|do not see why|can't see why|cannot see why|don't see how|can't see how|hard to see how|hard to see why",
  "see no reason|no reason why|no reason to think|think of a reason|think of any reason",
  "hard to imagine|can't imagine|cannot imagine|no way|no chance|little chance|zero chance|slim chance|impossible|wouldn't bet",
  "be surprised if|be very surprised if|be surprising if",
);
/** These take back what is denied in words behind them, but not what fails: "I doubt that it won't". */
const doubted = anyOf(
  "doubt|unlikely|don't think|do not think|don't believe|do not believe|nobody thinks|no one thinks|nobody believes|no one believes",
  "can't see|cannot see|don't see",
);
/** What is denied besides. */
const failing = anyOf(
  "fail|fails|failing|misses",
  "not|won't|wouldn't|doesn't|isn't|didn't|weren't|wasn't|hadn't",
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

/** A dash between clauses, and no hyphen. */
const isDash = (t: Tokens, at: number) => t.is(at, "-") && !t.at(at).glued && !t.at(at + 1).glued;

/** "I doubt that it" before the denial at a place; "no doubt" is none. */
function isDoubted(t: Tokens, at: number, denial: number): boolean {
  const words = doubted(t, at);
  return words !== null && words.end <= denial && !isTakenBack(t, at);
}

/** "I don't see why it wouldn't", "there is no way it fails": a denial that is denied. */
function isDeniedTwice(t: Tokens, at: number): boolean {
  let isJoined = true;
  for (let back = 1; back <= MOST_BETWEEN && stops(t, at - back) === null; back += 1) {
    if (takenBack(t, at - back) !== null) return true;
    isJoined &&= !t.is(at - back, "and") && !isDash(t, at - back);
    if (isJoined && isDoubted(t, at - back, at)) return true;
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
  // "It is impossible by 2030"; "what seems impossible now" is not of that time.
  if (t.is(start - 1, "impossible") && !isTakenBack(t, start - 1)) return true;
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
