import type { Candidate } from "../candidate.ts";
import { furthest, type Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { readAmount } from "./amount.ts";
import { beforeItIsOut } from "./before-it-is-out.ts";
import { calendar, inCalendar, withinThe } from "./bounded.ts";
import { afterThat } from "./count-words.ts";
import { counted, toExpression } from "./counted.ts";
import { isCountedFrom, isOfEvent, isPieceOf } from "./event.ts";
import { madeDate } from "./made-date.ts";
import { readWhen } from "./when.ts";

type Read = Rule<Candidate>;

const vagueWords = wordsOf(
  "soon|very soon|shortly|in the near future|in the foreseeable future|for the foreseeable future|in the near term|near-term|in the short term|in the medium term|in the long term|in the long run|over the long term|in the not too distant future|in the not-too-distant future|in the very near future|in the years to come|in years to come|in the years ahead|in the months ahead|in the weeks ahead|in the decades ahead|in the decades to come|over time|before long|one day|someday|some day|any day now|any time now|anytime soon|any time soon|sooner or later|in due course|eventually|in the future|in future|down the road|down the line|in no time|imminently|in coming years|in coming months|in coming weeks|in coming decades|over the years to come|for years to come|years from now|decades from now|months from now|years away|decades away|months away|a long way off|a way off|in the years that follow|within our lifetimes|in our lifetime|within my lifetime|in my lifetime|in the next couple|in the coming period|at some point|sometime soon|at some point in the future|at some point soon|in short order|some time in the future|sometime in the future|not far off|just around the corner|around the corner|sooner than you think|within weeks|within months|within days|within years|within decades|in a matter of weeks|in a matter of months|in a matter of days|in a matter of years|in weeks, not months|in months, not years|in years, not decades|in decades, not years|weeks away|weeks from now",
);

export const vague: Read = (t, place) => {
  const found = vagueWords(t, place);
  return found === null ? null : { value: { expression: { kind: "vague" } }, end: found.end };
};

/** The time that English words say at a place. */
export const readEnglish: Read = (t, place) => {
  const found = furthest([
    withinThe(t, place),
    beforeItIsOut(t, place),
    counted(t, place),
    calendar(t, place),
    madeDate(t, place),
    vague(t, place),
  ]);
  if (found === null || found.value.expression.kind !== "calendar") return found;
  if (isOfEvent(t, found.end) || isCountedFrom(t, place))
    return { value: { ...found.value, isRefused: true }, end: found.end };
  return isPieceOf(t, place) ? null : found;
};

/** A phrase that is nothing but a time, as a form's field is filled: "2-3 years", "2030", "a few years". */
export const readBareEnglish: Read = (t, place) => {
  const amount = readAmount(t, place);
  const then = amount === null ? null : afterThat(t, amount.end);
  const plain =
    amount === null || amount.value.isAttribute
      ? null
      : {
          value: { expression: toExpression(amount.value, then === null ? "within" : "at") },
          end: then?.end ?? amount.end,
        };
  const when = readWhen(t, place);
  const dated =
    when === null
      ? null
      : {
          value: {
            expression: inCalendar(t, place, when.end, "in", when.value.when, when.value.approximate),
          },
          end: when.end,
        };
  return furthest([plain, dated]);
};
