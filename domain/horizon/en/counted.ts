import { monthsAfter } from "../../day.ts";
import { type Found, furthest, type Tokens } from "../cursor.ts";
import type { Amount, Candidate, CandidateRule, Counting, Expression } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { spanOf } from "../span.ts";
import { readAmount, type SaidAmount, withSmallerUnits } from "./amount.ts";
import { inCalendar } from "./bounded.ts";
import {
  ahead,
  anchor,
  behind,
  dayBounds,
  forecastWords,
  forWords,
  frameBefore,
  frames,
  otherwise,
  overNext,
  preposition,
  stillToGo,
  tellsHowLong,
  thatIs,
  whoseForecast,
} from "./count-words.ts";
import { quantity } from "./number.ts";
import { unitPeriod } from "./unit-period.ts";
import { readWhen } from "./when.ts";
import { hedgeAfter, unitMany, unitOne } from "./words.ts";

export function toExpression(said: SaidAmount, how: Counting): Expression {
  const [least, most] = [said.counts[0], said.counts.at(-1)];
  if (least === undefined || most === undefined) return { kind: "vague" };
  const amount: Amount = { least, most, approximate: said.approximate };
  return { kind: "count", how: said.how ?? how, amount };
}

/** "In two to three years", "over the next decade", "a year from now", "three weeks from tomorrow". */
export const counted: CandidateRule = (t, place) => {
  const forward = ahead(t, place);
  const before = furthest<Counting | null>([
    forward && { value: "within", end: forward.end },
    preposition(t, place),
  ]);
  const isFor = forward === null ? forWords(t, place) : null;
  const bound = dayBound(t, place);
  if (bound !== null) return bound;
  const denied = notForAnother(t, place);
  if (denied !== null) return denied;
  const named = inName(t, place) ?? howLong(t, place);
  if (named !== null) return named;
  const article = frameBefore(t, place);
  const framed = article !== null && isFrame(t, article.end) ? article : null;
  const start = framed?.end ?? isFor?.end ?? before?.end ?? place;
  const further = toGoStill(t, place);
  if (further !== null) return further;
  const said = readAmount(t, start);
  if (said === null) return isFor === null && before !== null ? oneUnit(t, place) : null;
  const { value } = said;
  if (value.isAttribute || framed !== null) {
    const frame = before === null && framed === null ? null : frames(t, said.end);
    return frame === null ? null : { value: { expression: toExpression(value, "within") }, end: frame.end };
  }
  // "It'll be five years before we see it."
  if (before?.value === "at" && isVerb(t, place) && t.is(said.end, "before")) {
    return value.how === "within"
      ? null
      : { value: { expression: toExpression(value, "at-least") }, end: said.end };
  }
  if (framed !== null || (forward === null && otherwise(t, said.end) !== null)) return null;
  const suffix = behind(t, said.end);
  const end = suffix?.end ?? said.end;
  const base = anchored(t, end, suffix === null);
  if (base !== null && value.counts.length > 0) {
    const expression = toExpression(value, value.how ?? before?.value ?? "at");
    return { value: { expression: { ...expression, base: base.value } as Expression }, end: base.end };
  }
  // "Two years from launch", "within a year after approval", "ten years from 2025": from another day than the one it
  // was said on, which we do not know or have no rule for.
  const isFromNow = suffix !== null || forward !== null || afterAll(t, end);
  const other = isFromNow ? null : anchor(t, end);
  if (other !== null) {
    const then = readWhen(t, other.end)?.end ?? other.end;
    return { value: { expression: { kind: "vague" }, isRefused: true }, end: then };
  }
  if (isFor !== null) {
    return {
      value: { expression: toExpression({ ...value, how: null }, "within"), onlyNegative: true },
      end,
    };
  }
  const late = suffix === null ? null : lateDay(t, end);
  if (late !== null) return { value: { expression: toExpression(value, late.value) }, end: late.end };
  const plus = t.is(place - 1, "+") || t.is(place, "+");
  const how =
    forward !== null || value.ahead ? "within" : (before?.value ?? (suffix !== null || plus ? "at" : null));
  if (how === null) return null;
  return { value: { expression: toExpression(value, how) }, end };
};

const notFor = wordsOf("not for|not for another|not for at least|not for the next");
/** "Not for another ten to fifteen years": it holds for ten. */
function notForAnother(t: Tokens, place: number): Found<Candidate> | null {
  const words = notFor(t, place);
  const said = words === null ? null : readAmount(t, words.end);
  if (said === null || said.value.isAttribute || said.value.counts.length === 0) return null;
  const expression = toExpression({ ...said.value, how: null }, "within");
  return { value: { expression, isDenied: true }, end: said.end };
}

/** "A five-year horizon", "a 3-5 year view": an amount that says what kind of horizon it is. */
function isFrame(t: Tokens, place: number): boolean {
  const amount = readAmount(t, place);
  if (amount === null) return false;
  const isPlural = unitMany(t, amount.end - 1) !== null;
  return amount.value.isAttribute || (!isPlural && frames(t, amount.end) !== null);
}

/** "My one-year prediction": the horizon is in the name of the forecast. */
function inName(t: Tokens, place: number): Found<Candidate> | null {
  const whose = whoseForecast(t, place);
  const amount = whose === null ? null : readAmount(t, whose.end);
  if (amount === null || !(amount.value.isAttribute || isFrame(t, whose?.end ?? place))) return null;
  const name = forecastWords(t, amount.end);
  return name === null
    ? null
    : { value: { expression: toExpression(amount.value, "within") }, end: name.end };
}

const stops = new Set([".", ",", ";", ":", "!", "?", "\n", "-", ")", '"', "\u201d"]);
const isClause = (t: Tokens, place: number) => stops.has(t.at(place).text) || t.at(place).kind === "end";
const goesOn = wordsOf("until|till|before|for|from now|away|out|and|but|if|i think|to get|to go");

/** "My timeline is five to ten years", "call it five years", "that's ten years, minimum". */
function howLong(t: Tokens, place: number): Found<Candidate> | null {
  const words = tellsHowLong(t, place);
  const pointing = words === null ? thatIs(t, place) : null;
  const at = words?.end ?? pointing?.end;
  const said = at === undefined ? null : readAmount(t, at);
  if (said === null || said.value.isAttribute || said.value.counts.length === 0) return null;
  const isEnd = isClause(t, said.end) || goesOn(t, said.end) !== null;
  if (!isEnd || behind(t, said.end) !== null) return null;
  if (pointing !== null && (said.value.how !== "at-least" || unitMany(t, said.end - 1) !== null)) return null;
  return { value: { expression: toExpression(said.value, "at") }, end: said.end };
}

/** "No later than five years from now", "at the latest in five years". */
function dayBound(t: Tokens, place: number): Found<Candidate> | null {
  const bound = dayBounds(t, place);
  if (bound === null) return null;
  const isIn = t.is(bound.end, "in");
  const said = readAmount(t, isIn ? bound.end + 1 : bound.end);
  if (said === null || said.value.isAttribute) return null;
  const suffix = behind(t, said.end);
  if (!isIn && suffix === null) return null;
  if (anchor(t, said.end) !== null && suffix === null) return null;
  return {
    value: { expression: toExpression({ ...said.value, how: null }, bound.value) },
    end: suffix?.end ?? said.end,
  };
}

/** "Five years from now at the latest". */
const lateDay = lexicon<Counting>([
  [
    "at the latest|, at the latest|at the very latest|at most|or sooner|or earlier|or less|tops|at the outside|at the very outside|, at the outside",
    "within",
  ],
  ["at the earliest|, at the earliest|at the very earliest|at least|or later|or more", "at-least"],
]);

/** "It takes another three to four years", "we need five more years": so long from the day it was said. */
function toGoStill(t: Tokens, place: number): Found<Candidate> | null {
  const verb = stillToGo(t, place);
  const said = verb === null ? null : readAmount(t, verb.end);
  if (said === null || !said.value.isFurther || said.value.isAttribute) return null;
  const work = ofWork(t, said.end);
  if (work === null && otherwise(t, said.end) !== null && !t.is(said.end, "before")) return null;
  const isThen = t.is(said.end, "before") || t.is(said.end, "until");
  return {
    value: { expression: toExpression(said.value, isThen ? "at-least" : "at") },
    end: work?.end ?? said.end,
  };
}
const ofWork = wordsOf(
  "of work|of hard work|of research|of development|of waiting|of this|of tests|of testing",
);

const delay = wordsOf(
  "after a delay|after a long delay|after a long wait|after a long pause|after a short delay|after a lengthy delay|after a further delay|after a brief delay|after a slow start|after a false start",
);
/** "After all", "after a long delay" count from nothing; "after all the permits are granted" does. */
const afterAll = (t: Tokens, place: number): boolean =>
  delay(t, place) !== null ||
  (t.is(place, "after") && t.is(place + 1, "all") && ["sign", "end"].includes(t.at(place + 2).kind));

const isVerb = (t: Tokens, place: number) => !t.is(place, "in") && !t.is(place, "within");

/** "Two weeks from 15 January", "three weeks from tomorrow": counted from that day. */
function anchored(t: Tokens, place: number, isOpen: boolean) {
  const words = isOpen ? anchor(t, place) : null;
  const day = words === null ? null : readWhen(t, words.end);
  if (day === null) return null;
  const isDay = day.value.when.every(({ from, to }) => from === to);
  return isDay ? { value: day.value.when, end: day.end } : null;
}

/**
 * "Over the next year", "the coming decade": one of the unit, from the day it was said. "The coming years" is vague.
 */
function oneUnit(t: Tokens, place: number): Found<Candidate> | null {
  const words = overNext(t, place);
  if (words === null) return null;
  const many = unitMany(t, words.end);
  if (many !== null) return { value: { expression: { kind: "vague" } }, end: many.end };
  const unit = unitOne(t, words.end);
  if (unit === null || unit.value === "day") return null;
  const whole = withSmallerUnits(t, { value: spanOf(1, unit.value), end: unit.end }, unit.value);
  if (whole.end > unit.end) {
    const count = { words: t.between(words.end, whole.end), span: whole.value };
    const amount: Amount = { least: count, most: count, approximate: hedgeAfter(t, whole.end) !== null };
    return {
      value: { expression: { kind: "count", how: "within", amount } },
      end: hedgeAfter(t, whole.end)?.end ?? whole.end,
    };
  }
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
