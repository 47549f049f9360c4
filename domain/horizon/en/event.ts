import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { quantity } from "./number.ts";
import { month, season, unitMany, unitOne } from "./words.ts";

const kinds = wordsOf("presidential|general|federal|local|european|winter|summer|school|holiday|world|us");
const names = wordsOf(
  "olympics|olympic|paralympics|games|election|elections|primary|primaries|midterms|midterm|semester|term|festival|holiday|holidays|break|vacation|cup|world cup|season|budget|summit|deadline|conference|keynote|championship|championships|vote|referendum|inauguration|race|campaign|fair|session|recess|harvest|collection|meeting|meetings|solstice|equinox|event|launch|release|sale|sales|camp|training",
);

/**
 * Whether a month, a season or "next year's" only tells which of several events is meant: "before the fall semester".
 */
export function isOfEvent(t: Tokens, end: number): boolean {
  const last = end - 1;
  if (t.at(last).text.endsWith("'s")) return true;
  const named = t.at(last).kind === "number" ? last - 1 : last;
  if (month(t, named) === null && season(t, named) === null) return false;
  return names(t, kinds(t, end)?.end ?? end) !== null;
}

/** "The year before 2030", "two years before 2030": counted from then, by which we have no rule. */
export function isCountedFrom(t: Tokens, place: number): boolean {
  if (!t.is(place, "before") && !t.is(place, "after")) return false;
  const isOne = unitOne(t, place - 1) !== null && (t.is(place - 2, "the") || t.is(place - 2, "a"));
  return isOne || (unitMany(t, place - 1) !== null && quantity(t, place - 2)?.end === place - 1);
}

const pieces = wordsOf("month|months|week|weeks|day|days|quarter|quarters|half|part|years");

/** Behind "the final months of": a piece of it was said that we did not read. */
export const isPieceOf = (t: Tokens, place: number): boolean =>
  t.is(place - 1, "of") &&
  (pieces(t, place - 2) !== null || (unitOne(t, place - 2) !== null && !t.is(place - 2, "day")));
