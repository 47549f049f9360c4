import { daysAfter, monthsAfter } from "../../day.ts";
import type { Candidate } from "../candidate.ts";
import { type Found, furthest, type Rule, type Tokens } from "../cursor.ts";
import type { Amount, Bound, Counting, Expression } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { yearOf } from "../period.ts";
import { spanOf, type Unit } from "../span.ts";
import { readAmount, type SaidAmount } from "./amount.ts";
import { unitPeriod } from "./calendar.ts";
import { quantity } from "./number.ts";
import { readWhen } from "./when.ts";
import { hedge, hedgeAfter, unitMany, unitOne } from "./words.ts";

type Read = Rule<Candidate>;

const each = (...lists: readonly string[]) =>
  lists
    .map((list) => list.split("|"))
    .reduce((sofar, list) => sofar.flatMap((start) => list.map((word) => `${start} ${word}`)), [""])
    .join("|");

const NEXT = "next|coming|following|upcoming|ensuing";
const OVER =
  "in|within|over|during|for|across|through|throughout|inside|in the course of|over the course of|by|at some point in|sometime in|sometime over";

/** Before a number of units: that the time runs from the day it was said. */
const ahead = wordsOf(
  `${each(OVER, "the|these", NEXT)}|${each(OVER, NEXT)}|next|the next|the coming|in as soon as`,
);
const preposition = lexicon<Counting>([
  ["within|inside of|inside|in the space of|in under|before the end of the next", "within"],
  ["in", "at"],
  ["after|after another|not for", "at-least"],
  [
    "will take|'ll take|it'll take|would take|could take|may take|might take|going to take|likely take|probably take|to take us|will take us|take us|will need|going to be|it'll be|it will be",
    "at",
  ],
]);
const forWords = wordsOf("for|for another|for the");
const behind = wordsOf(
  "from now|from today|hence|later|away|off|out|down the road|down the line|down the track|in the future|into the future|time|from the present|from this point|ahead|on from now|'time|after now|after today",
);
const anchor = wordsOf("from|after|following");
/** Behind an amount: that it tells an age, a past, or the length of something. */
const otherwise = wordsOf(
  "old|older|younger|ago|earlier|before|prior|previously|of|since|- old|-old|back|experience|on end|straight|in a row|long|worth|running|into|in prison|past|behind",
);
const frameBefore = wordsOf("on|over|across|on a|over a|across a|on the|over the|in a|within a");
const frames = wordsOf(
  "horizon|timeframe|time frame|timeline|timescale|window|period|time horizon|time-frame|time",
);

function toExpression(said: SaidAmount, how: Counting): Expression {
  const [least, most] = [said.counts[0], said.counts.at(-1)];
  if (least === undefined || most === undefined) return { kind: "vague" };
  const amount: Amount = { least, most, approximate: said.approximate };
  return { kind: "count", how: said.how ?? how, amount };
}

/** "In two to three years", "over the next decade", "a year from now", "three weeks from tomorrow". */
const counted: Read = (t, place) => {
  const forward = ahead(t, place);
  const before = furthest<Counting | null>([
    forward && { value: "within", end: forward.end },
    preposition(t, place),
  ]);
  const isFor = forward === null ? forWords(t, place) : null;
  const article = frameBefore(t, place);
  const framed = article !== null && readAmount(t, article.end)?.value.isAttribute === true ? article : null;
  const start = framed?.end ?? isFor?.end ?? before?.end ?? place;
  const said = readAmount(t, start);
  if (said === null) return isFor === null && before !== null ? oneUnit(t, place) : null;
  const { value } = said;
  if (value.isAttribute) {
    const frame = before === null && framed === null ? null : frames(t, said.end);
    return frame === null ? null : { value: { expression: toExpression(value, "within") }, end: frame.end };
  }
  if (framed !== null || (forward === null && otherwise(t, said.end) !== null)) return null;
  const suffix = behind(t, said.end);
  const end = suffix?.end ?? said.end;
  const base = anchored(t, end, suffix === null);
  if (base !== null && value.counts.length > 0) {
    const expression = toExpression(value, value.how ?? before?.value ?? "at");
    return { value: { expression: { ...expression, base: base.value } as Expression }, end: base.end };
  }
  if (isFor !== null) {
    const isOpen = value.how === "at-least";
    return {
      value: { expression: toExpression({ ...value, how: null }, "within"), onlyNegative: true },
      end: isOpen ? end : end,
    };
  }
  const plus = t.is(place - 1, "+") || t.is(place, "+");
  const how =
    forward !== null || value.ahead ? "within" : (before?.value ?? (suffix !== null || plus ? "at" : null));
  if (how === null) return null;
  return { value: { expression: toExpression(value, how) }, end };
};

/** "Two weeks from 15 January", "three weeks from tomorrow": counted from that day. */
function anchored(t: Tokens, place: number, isOpen: boolean) {
  const words = isOpen ? anchor(t, place) : null;
  const day = words === null ? null : readWhen(t, words.end);
  if (day === null) return null;
  const isDay = day.value.when.every(({ from, to }) => from === to);
  return isDay ? { value: day.value.when, end: day.end } : null;
}

const overNext = wordsOf(`${each(OVER, "the", NEXT)}|${each("within", NEXT)}|the next|the coming`);

/** "Over the next year", "the coming decade": one of the unit, from the day it was said. "The coming years" is vague. */
function oneUnit(t: Tokens, place: number): Found<Candidate> | null {
  const words = overNext(t, place);
  if (words === null) return null;
  const many = unitMany(t, words.end);
  if (many !== null) return { value: { expression: { kind: "vague" } }, end: many.end };
  const unit = unitOne(t, words.end);
  if (unit === null || unit.value === "day") return null;
  const isBare = t.is(place, "the");
  if (isBare && (unit.value === "week" || unit.value === "quarter")) return null;
  // "In the next year or two."
  const second = t.is(unit.end, "or") ? quantity(t, unit.end + 1) : null;
  const isRange = second !== null && second.value > 1 && unitMany(t, second.end) === null;
  const hedged = hedgeAfter(t, unit.end);
  const end = (isRange ? second.end : hedged?.end) ?? unit.end;
  const least = { words: t.between(words.end, unit.end), span: spanOf(1, unit.value) };
  const most = isRange
    ? { words: t.between(unit.end + 1, second.end), span: spanOf(second.value, unit.value) }
    : least;
  const expression: Expression = {
    kind: "count",
    how: "within",
    amount: { least, most, approximate: hedged !== null },
  };
  if (unit.value !== "quarter" || isRange) return { value: { expression }, end };
  const quarter = unitPeriod(t, "quarter", 1);
  if (quarter === null) return null;
  const threeMonths = { from: t.saidOn, to: monthsAfter(t.saidOn, 3) };
  return {
    value: { expression: inCalendar(t, words.end, unit.end, "in", [quarter, threeMonths]) },
    end: unit.end,
  };
}

const inCalendar = (
  t: Tokens,
  start: number,
  end: number,
  how: Bound,
  when: Extract<Expression, { kind: "calendar" }>["when"],
  approximate = false,
): Expression => ({
  kind: "calendar",
  how,
  bound: t.between(start, start + 1),
  when,
  whenWords: t.between(start, end),
  approximate,
});

const bounds = lexicon<Bound>([
  [
    "by|no later than|not later than|latest by|at the latest by|on or before|through|thru|as late as|not after|come|up through|between now and|from now until|from now to|from now through|now through|by no later than|latest",
    "by",
  ],
  ["until|till|til|up until|up to|to", "until"],
  ["before|prior to|ahead of|earlier than|sooner than|before the|< ", "before"],
  [
    "no earlier than|not earlier than|not before|not until|not till|no sooner than|not sooner than|at the earliest|at the earliest in|at the earliest by|earliest|as early as|as soon as|starting|starting in|starting from|starting on|beginning in|beginning on|beginning|from|since|as of|on or after|effective|never before|only from|only in|only after",
    "no-earlier",
  ],
  ["after|later than|past|beyond|following|anytime after|any time after|only after", "after"],
  [
    "in|on|at|during|for|sometime in|some time in|at some point in|within|over|throughout|toward|towards|into|in or around|sometime during|sometime|around|about|as of|some time|in the|at the|on the|during the|within the|in the year",
    "in",
  ],
]);
const lateSuffix = lexicon<Bound>([
  ["at the latest|or earlier|or sooner|or before|, at the latest|latest|or before that", "by"],
  [
    "at the earliest|or later|or after|onward|onwards|and beyond|and after|or beyond|and later|forward|, at the earliest|on|earliest",
    "no-earlier",
  ],
]);

/** "By the end of 2027", "before mid-2028", "in Q3", "2032 at the earliest", "next year". */
const calendar: Read = (t, place) => {
  const bound = bounds(t, place);
  const withBound = bound === null ? null : readWhen(t, bound.end);
  // "From 2030 to 2035" and "between": the range has its own opening word.
  const own = readWhen(t, place);
  const isRange = t.is(place, "from") && own !== null && own.end === withBound?.end;
  const found = isRange ? own : furthest([withBound, own]);
  if (found === null || found.value.when.length === 0) return null;
  const usesBound = found === withBound;
  const suffix = lateSuffix(t, found.end);
  const isOn = suffix !== null && suffix.end === found.end + 1 && t.is(found.end, "on");
  const late = isOn && !(usesBound && bound?.value === "no-earlier") ? null : suffix;
  if (!usesBound && !found.value.isStrong && late === null) return null;
  const how = late?.value ?? (usesBound ? (bound?.value ?? "in") : "in");
  const start = usesBound && bound !== null ? bound.end : place;
  return {
    value: {
      expression: {
        kind: "calendar",
        how,
        bound: usesBound ? t.between(place, start) : late === null ? "" : t.between(found.end, late.end),
        when: found.value.when,
        whenWords: t.between(start, found.end),
        approximate: found.value.approximate || hedge(t, place) !== null,
      },
    },
    end: late?.end ?? found.end,
  };
};

const within = lexicon<Unit>([
  ["within the year|inside the year|inside of the year", "year"],
  ["within the decade", "decade"],
  ["within the month", "month"],
  ["within the quarter", "quarter"],
  ["within the week", "week"],
  ["within the century", "century"],
]);

/** "Within the year": by the end of this one, or within twelve months. */
const withinThe: Read = (t, place) => {
  const found = within(t, place);
  if (found === null) return null;
  const period = unitPeriod(t, found.value, 0);
  const { months, days } = spanOf(1, found.value);
  if (period === null || yearOf(t.saidOn) + months / 12 > 9998) return null;
  const rolling = { from: t.saidOn, to: daysAfter(monthsAfter(t.saidOn, months), days) };
  return { value: { expression: inCalendar(t, place, found.end, "in", [period, rolling]) }, end: found.end };
};

const vagueWords = wordsOf(
  "soon|very soon|shortly|in the near future|in the foreseeable future|for the foreseeable future|in the near term|near-term|in the short term|in the medium term|in the long term|in the long run|over the long term|in the not too distant future|in the not-too-distant future|in the very near future|in the years to come|in years to come|in the years ahead|in the months ahead|in the weeks ahead|in the decades ahead|in the decades to come|over time|before long|one day|someday|some day|any day now|any time now|anytime soon|any time soon|sooner or later|in due course|eventually|in the future|in future|down the road|down the line|in no time|imminently|in coming years|in coming months|in coming weeks|in coming decades|over the years to come|for years to come|years from now|decades from now|months from now|years away|decades away|months away|a long way off|a way off|in the years that follow|within our lifetimes|in our lifetime|within my lifetime|in my lifetime|in the next couple|in the coming period|at some point|sometime soon|at some point in the future|at some point soon|in short order|some time in the future|sometime in the future|not far off|just around the corner|around the corner|sooner than you think",
);
const vague: Read = (t, place) => {
  const found = vagueWords(t, place);
  return found === null ? null : { value: { expression: { kind: "vague" } }, end: found.end };
};

/** The time that English words say at a place. */
export const readEnglish: Read = (t, place) =>
  furthest([withinThe(t, place), counted(t, place), calendar(t, place), vague(t, place)]);

/** A phrase that is nothing but a time, as a form's field is filled: "2-3 years", "2030", "a few years". */
export const readBareEnglish: Read = (t, place) => {
  const amount = readAmount(t, place);
  const plain =
    amount === null || amount.value.isAttribute
      ? null
      : { value: { expression: toExpression(amount.value, "within") }, end: amount.end };
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
