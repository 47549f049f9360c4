import type { Candidate } from "../candidate.ts";
import type { Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { inCalendar } from "./bounded.ts";
import { readWhen } from "./when.ts";

const makes = wordsOf("make|hit");
const goesOn = wordsOf("and|but|or|either|anyway|at all|because|though|if|with|without|as planned|target");

/**
 * "They're not going to make 2028": not by then. What follows must be no thing that is made: "make 2028 a good year".
 */
export const madeDate: Rule<Candidate> = (t, place) => {
  const words = makes(t, place);
  const when = words === null ? null : readWhen(t, words.end);
  if (when === null || when.value.when.length === 0) return null;
  const { kind } = t.at(when.end);
  if (kind !== "sign" && kind !== "end" && goesOn(t, when.end) === null) return null;
  const { value, end } = when;
  const expression = inCalendar(t, place, end, "by", value.when, value.approximate);
  return { value: { expression, onlyNegative: true }, end };
};
