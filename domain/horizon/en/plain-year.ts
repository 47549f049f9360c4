import type { Found, Tokens } from "../cursor.ts";
import type { Candidate, CandidateRule } from "../expression.ts";
import { wordsBeside, wordsOf } from "../lexicon.ts";
import { years } from "../period.ts";
import { present } from "../when.ts";
import { inCalendar, limitBefore } from "./bounded.ts";
import { digits } from "./number.ts";
import { readWhen } from "./when.ts";
import { hedge } from "./words.ts";

/** Before a year that no "in" or "by" bounds: what is expected of it, or when something is thought to be. */
const openers = wordsOf(
  "i expect|we expect|expect|expects|i'd say|i would say|i'd guess|i guess|i think|we think|my guess is|my bet is|my best guess is|my guess would be|our base case is|the base case is|i'm thinking|we're thinking|i'm saying|i say|say|the goal is|our goal is|the target is|our target is|target is|goal is|aiming for|aim for|aims for|aiming at|targeting|target|targets|shooting for|looking at|we're looking at|eyeing|eyes|pencilled in for|penciled in for|slated for|scheduled for|planned for|set for|due|due in|on track for|more like|closer to|probably|likely|most likely|maybe|perhaps|it'll be|it will be|it's going to be|that's going to be|i see|we see|overall|call it|make it|bet on|betting on|pushed to|pushed back to|delayed to|delayed until|slips to|slip to|slipped to|moved to|my median is|my timeline is|timelines are|the answer is|my prediction is|the estimate is|consensus is|and then|no ,|sorry ,|wait ,|make that|is|it's|earliest|latest|,",
);
/** "Unemployment ends 2021 at 6.5 percent". */
const spends = wordsBeside(
  "ends|end|ending|finishes|finish|finishing|closes|close|exits|exit|enters|enter|starts|start|begins|begin",
);
const level = wordsBeside("at|with|below|above|near|around|on|under|over|between|roughly|about|in");

/** Behind a year that is spoken of. */
const verbs = wordsBeside(
  "will|won't|'ll|is going to|isn't going to|is looking|looks|is shaping|is set to|is likely|is expected|is the year|is when|should|could|may|might|would|can|promises|brings|marks|sees|'s going|is where|to mark|to be|to bring|to see|to look|is probably|is my|turns out|ends up|ends with|to show|to deliver|to be the",
);
const goesOn = wordsBeside(
  "for|or|and|but|at the|as|before|i think|if|when|because|though|with|is|to|in my|maybe|probably",
);
/** Between "the" and its noun a year says which of them. */
const nouns = wordsBeside(
  "outlook|forecast|forecasts|guidance|estimate|estimates|projection|projections|target|targets|view|call|prediction|predictions|consensus|number|numbers|base case|goal",
);
const whose = wordsOf("the|our|its|my|their|his|her|a");
const MOST_AHEAD = 75;
const STOPS = new Set([".", ",", ";", ":", "!", "?", "\n", ")", "\u201d", '"']);

/** Four digits that can be no other number: a year from the one it was said on. */
function year(t: Tokens, place: number): Found<number> | null {
  const found = digits(t, place);
  const said = Number(t.saidOn.slice(0, 4));
  const isYear =
    found !== null &&
    t.at(place).text.length === 4 &&
    found.value >= said &&
    found.value <= said + MOST_AHEAD;
  return isYear && !t.at(found.end).glued ? found : isYear && t.at(found.end).kind === "sign" ? found : null;
}

/** "Agenda 2030": the year is part of a name. */
const isName = (t: Tokens, place: number): boolean => {
  const { kind, start } = t.at(place - 1);
  return kind === "word" && /\p{Lu}/u.test(t.text.charAt(start)) && !plainWords.has(t.at(place - 1).text);
};
const plainWords = new Set(
  "so and but then because yes well maybe now yet still for that no i think perhaps look honestly".split(" "),
);

/** "I expect 2026 to mark the turn", "I'd say 2027 or 2028", "2026 will be worse", "our 2026 outlook". */
export const plainYear: CandidateRule = (t, place) => {
  const owner = whose(t, place);
  const named = owner === null ? null : year(t, owner.end);
  const noun = named === null ? null : nouns(t, named.end);
  if (named !== null && noun !== null) {
    const when = present([years(named.value)]);
    return {
      value: { expression: inCalendar(t, owner?.end ?? place, named.end, "in", when) },
      end: named.end,
    };
  }
  const opened = openers(t, place);
  const at = opened === null ? place : (hedge(t, opened.end)?.end ?? opened.end);
  if (year(t, at) === null || (opened === null && isName(t, at))) return null;
  const when = readWhen(t, at);
  if (when === null) return null;
  const isSpokenOf = verbs(t, when.end) !== null;
  const { kind, text } = t.at(when.end);
  const isEnd = kind === "end" || STOPS.has(text) || goesOn(t, when.end) !== null;
  const isSpent = opened === null && spends(t, at - 1) !== null && level(t, when.end) !== null;
  const isComma = opened !== null && opened.end === place + 1 && t.is(place, ",");
  if (!isSpokenOf && !isSpent && (opened === null || isComma || !isEnd)) return null;
  const start = isComma ? at : place;
  const expression = inCalendar(
    t,
    start,
    when.end,
    limitBefore(t, at) ?? "in",
    when.value.when,
    when.value.approximate,
  );
  const found: Found<Candidate> = { value: { expression }, end: when.end };
  return found;
};
