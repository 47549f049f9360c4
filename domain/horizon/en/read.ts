import { furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import type { Candidate, CandidateRule } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import type { Unit } from "../span.ts";
import { readAmount } from "./amount.ts";
import { calendar, inCalendar, withinThe } from "./bounded.ts";
import { afterThat } from "./count-words.ts";
import { counted, toExpression } from "./counted.ts";
import { quantity } from "./number.ts";
import { plainYear } from "./plain-year.ts";
import { unitPeriod } from "./unit-period.ts";
import { readWhen } from "./when.ts";
import { month, season, unitMany, unitOne } from "./words.ts";

const makes = wordsOf("make|hit");
const goesOn = wordsOf("and|but|or|either|anyway|at all|because|though|if|with|without|as planned|target");

/**
 * "They're not going to make 2028": not by then. What follows must be no thing that is made: "make 2028 a good year".
 */
const madeDate: Rule<Candidate> = (t, place) => {
  const words = makes(t, place);
  const when = words === null ? null : readWhen(t, words.end);
  if (when === null || when.value.when.length === 0) return null;
  const { kind } = t.at(when.end);
  if (kind !== "sign" && kind !== "end" && goesOn(t, when.end) === null) return null;
  const { value, end } = when;
  const expression = inCalendar(t, place, end, "by", value.when, value.approximate);
  return { value: { expression, onlyNegative: true }, end };
};

const kinds = wordsOf("presidential|general|federal|local|european|winter|summer|school|holiday|world|us");
const names = wordsOf(
  "olympics|olympic|paralympics|games|election|elections|primary|primaries|midterms|midterm|semester|term|festival|holiday|holidays|break|vacation|cup|world cup|season|budget|summit|deadline|conference|keynote|championship|championships|vote|referendum|inauguration|race|campaign|fair|session|recess|harvest|collection|meeting|meetings|solstice|equinox|event|launch|release|sale|sales|camp|training",
);

/**
 * Whether a month, a season or "next year's" only tells which of several events is meant: "before the fall semester".
 */
function isOfEvent(t: Tokens, end: number): boolean {
  const last = end - 1;
  if (t.at(last).text.endsWith("'s")) return true;
  const named = t.at(last).kind === "number" ? last - 1 : last;
  if (month(t, named) === null && season(t, named) === null) return false;
  return names(t, kinds(t, end)?.end ?? end) !== null;
}

/** "The year before 2030", "two years before 2030": counted from then, by which we have no rule. */
function isCountedFrom(t: Tokens, place: number): boolean {
  if (!t.is(place, "before") && !t.is(place, "after")) return false;
  const isOne = unitOne(t, place - 1) !== null && (t.is(place - 2, "the") || t.is(place - 2, "a"));
  return isOne || (unitMany(t, place - 1) !== null && quantity(t, place - 2)?.end === place - 1);
}

const pieces = wordsOf("month|months|week|weeks|day|days|quarter|quarters|half|part|years");

/** Behind "the final months of": a piece of it was said that we did not read. */
function isPieceOf(t: Tokens, place: number): boolean {
  const of = t.is(place - 1, "the") ? place - 2 : place - 1;
  if (!t.is(of, "of")) return false;
  return pieces(t, of - 1) !== null || (unitOne(t, of - 1) !== null && !t.is(of - 1, "day"));
}

const OUT =
  "is out|is over|is up|ends|is done|closes|closes out|'s out|'s over|is through|is finished|runs out|comes to an end|comes to a close|concludes|turns|wraps up".split(
    "|",
  );
const UNITS = ["year", "decade", "century"] as const;

const words = lexicon<Unit>(
  UNITS.map((unit) => [
    OUT.map((out) => `before the ${unit} ${out}|before this ${unit} ${out}`).join("|"),
    unit,
  ]),
);

/** "Before the decade is out": by its last day. */
const beforeItIsOut: Rule<Candidate> = (t, place) => {
  const found = words(t, place);
  const period = found === null ? null : unitPeriod(t, found.value, 0);
  if (found === null || period === null) return null;
  return { value: { expression: inCalendar(t, place, found.end, "by", [period]) }, end: found.end };
};

const vagueWords = wordsOf(
  "soon|very soon|shortly|in the near future|in the foreseeable future|for the foreseeable future|in the near term|near-term|in the short term|in the medium term|in the long term|in the long run|over the long term|in the not too distant future|in the not-too-distant future|in the very near future|in the years to come|in years to come|in the years ahead|in the months ahead|in the weeks ahead|in the decades ahead|in the decades to come|over time|before long|one day|someday|some day|any day now|any time now|anytime soon|any time soon|sooner or later|in due course|eventually|in the future|in future|down the road|down the line|in no time|imminently|in coming years|in coming months|in coming weeks|in coming decades|over the years to come|for years to come|years from now|decades from now|months from now|years away|decades away|months away|a long way off|a way off|in the years that follow|within our lifetimes|in our lifetime|within my lifetime|in my lifetime|in the next couple|in the coming period|at some point|sometime soon|at some point in the future|at some point soon|in short order|some time in the future|sometime in the future|not far off|just around the corner|around the corner|sooner than you think|within weeks|within months|within days|within years|within decades|in a matter of weeks|in a matter of months|in a matter of days|in a matter of years|in weeks, not months|in months, not years|in years, not decades|in decades, not years|weeks away|weeks from now",
);

export const vague: CandidateRule = (t, place) => {
  const found = vagueWords(t, place);
  return found === null ? null : { value: { expression: { kind: "vague" } }, end: found.end };
};

/** The time that English words say at a place. */
export const readEnglish: CandidateRule = remembered<Candidate>((t, place) => {
  const found = furthest([
    withinThe(t, place),
    beforeItIsOut(t, place),
    counted(t, place),
    calendar(t, place),
    madeDate(t, place),
    plainYear(t, place),
    vague(t, place),
  ]);
  if (found === null || found.value.expression.kind !== "calendar") return found;
  const isRefused = isOfEvent(t, found.end) || isCountedFrom(t, place) || isPieceOf(t, place);
  return isRefused ? { value: { ...found.value, isRefused }, end: found.end } : found;
});

/** A phrase that is nothing but a time, as a form's field is filled: "2-3 years", "2030", "a few years". */
export const readBareEnglish: CandidateRule = (t, place) => {
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
