import type { Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { month, season, unitOne } from "./words.ts";

const kinds = wordsOf("presidential|general|federal|local|european|winter|summer|school|holiday|world|us");
const names = wordsOf(
  "olympics|olympic|paralympics|games|election|elections|primary|primaries|midterms|midterm|semester|term|festival|holiday|holidays|break|vacation|cup|world cup|season|budget|summit|deadline|conference|keynote|championship|championships|vote|referendum|inauguration|race|campaign|fair|session|recess|harvest|collection|meeting|meetings|solstice|equinox|event|launch|release|sale|sales|camp|training",
);

/** Whether a month, a season or "next year's" only tells which of several events is meant: "before the fall semester". */
export function isOfEvent(t: Tokens, end: number): boolean {
  const last = end - 1;
  if (t.at(last).text.endsWith("'s")) return true;
  const named = t.at(last).kind === "number" ? last - 1 : last;
  if (month(t, named) === null && season(t, named) === null) return false;
  return names(t, kinds(t, end)?.end ?? end) !== null;
}

const pieces = wordsOf("month|months|week|weeks|day|days|quarter|quarters|half|part|years");

/** Behind "the final months of": a piece of it was said that we did not read. */
export const isPieceOf = (t: Tokens, place: number): boolean =>
  t.is(place - 1, "of") &&
  (pieces(t, place - 2) !== null || (unitOne(t, place - 2) !== null && !t.is(place - 2, "day")));
