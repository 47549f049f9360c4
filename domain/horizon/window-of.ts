import {
  type Day,
  daysAfter,
  daysBetween,
  earlier,
  LAST_DAY,
  later,
  monthsAfter,
  yearsAfter,
} from "../day.ts";
import type { Amount, Counting, Expression } from "./expression.ts";
import type { Period } from "./period.ts";
import type { FoundHorizon, Place, Reading } from "./reading.ts";
import { dayAfterSpan } from "./span.ts";
import type { Edge, HorizonRule, HorizonStep } from "./step.ts";

interface Worked {
  readonly dueFrom: Day;
  readonly dueBy: Day | null;
  readonly steps: readonly HorizonStep[];
}

const opensSaid = (words: string, saidOn: Day): HorizonStep => ({ rule: "opens-said", words, from: saidOn });

/**
 * Counted time. A claim that it will not happen holds from the day it was said to the smaller number: from there on the
 * speaker allows that it may.
 */
function workCount(
  { least, most }: Amount,
  how: Counting,
  base: Day,
  saidOn: Day,
  negative: boolean,
  words: string,
): Worked | null {
  const first = dayAfterSpan(base, least.span);
  const last = dayAfterSpan(base, most.span);
  if (first === null || last === null) return null;
  const count = (which: typeof least, to: Day, edge: Edge): HorizonStep => ({
    rule: "count",
    words: which.words,
    span: which.span,
    from: base,
    to,
    edge,
  });
  if (negative) {
    return {
      dueFrom: saidOn,
      dueBy: first,
      steps: [count(least, first, "closes"), opensSaid(words, saidOn)],
    };
  }
  if (how === "at-least") {
    return {
      dueFrom: later(first, saidOn),
      dueBy: null,
      steps: [count(least, first, "opens"), { rule: "no-earlier", words, from: first }],
    };
  }
  if (first !== last) {
    return {
      dueFrom: later(first, saidOn),
      dueBy: last,
      steps: [count(least, first, "opens"), count(most, last, "closes")],
    };
  }
  if (how === "at") return { dueFrom: first, dueBy: last, steps: [count(most, last, "day")] };
  return { dueFrom: saidOn, dueBy: last, steps: [count(most, last, "closes"), opensSaid(words, saidOn)] };
}

type Calendar = Extract<Expression, { kind: "calendar" }>;

const calendarStep = (words: string, period: Period): HorizonStep => {
  const { from, to, part } = period;
  if (part !== undefined) return { rule: "part", words, part, from, to };
  return { rule: period.assumed ? "next-to-come" : "calendar", words, from, to };
};

const MID_YEAR_DAYS = 123;
/** "Before mid-2028" is by the end of June: the middle is no third then. */
const isMidYear = ({ part, from, to }: Period): boolean =>
  part === "mid" && from.slice(5, 7) === "05" && daysBetween(from, to) < MID_YEAR_DAYS;

/** A stretch of the calendar; null where it had gone by on the day it was said. */
function workCalendar({ how, bound, whenWords }: Calendar, period: Period, saidOn: Day): Worked | null {
  const { from, to, moment, part } = period;
  // A moment that is part of a period is the bound itself; "this time next year" has to be told.
  const named = moment === undefined || period.part === undefined ? [calendarStep(whenWords, period)] : [];
  const untilDay = (dueBy: Day, step: HorizonStep): Worked | null =>
    dueBy < saidOn ? null : { dueFrom: saidOn, dueBy, steps: [...named, step, opensSaid(bound, saidOn)] };
  const fromDay = (day: Day, step: HorizonStep): Worked | null =>
    day >= saidOn ? { dueFrom: day, dueBy: null, steps: [...named, step] } : null;
  switch (how) {
    case "in": {
      if (to < saidOn) return null;
      const clipped: HorizonStep[] =
        from < saidOn ? [{ rule: "under-way", words: whenWords, from: saidOn }] : [];
      return {
        dueFrom: later(from, saidOn),
        dueBy: to,
        steps: [calendarStep(whenWords, period), ...clipped],
      };
    }
    // "Until 2032" has 2032 in it; "not until 2032" is over when it begins, which is settled before.
    case "by":
    case "until": {
      const last = moment === "start" ? from : to;
      return untilDay(last, { rule: "by", words: bound, to: last });
    }
    case "before": {
      if (moment === "end") return untilDay(to, { rule: "by", words: bound, to });
      if (from <= saidOn) return null;
      const last = isMidYear(period) ? daysAfter(monthsAfter(from, 2), -1) : daysAfter(from, -1);
      return untilDay(last, { rule: "before", words: bound, to: last });
    }
    case "until-least":
    case "as-early":
    case "no-earlier": {
      const first =
        moment === "end" && part === undefined ? to : from <= saidOn && to >= saidOn ? saidOn : from;
      return fromDay(first, { rule: "no-earlier", words: bound, from: first });
    }
    case "until-after":
    case "after": {
      const last = moment === "start" ? from : to;
      if (last >= LAST_DAY) return null;
      const first = daysAfter(last, 1);
      return fromDay(first, { rule: "after", words: bound, from: first });
    }
    default:
      return how satisfies never;
  }
}

/**
 * The grace that we propose for a hedged time ("about", 左右): a quarter of the time from the day it was said to the
 * window's last day, at least a month, at most a year. Ours, never the speaker's.
 *
 * @returns null where the calendar ends before
 * @example graceFor(day("2025-09-10"), day("2026-09-10")) // "2026-12-10"
 */
function graceFor(saidOn: Day, dueBy: Day): Day | null {
  if (dueBy.slice(0, 4) >= String(Number(LAST_DAY.slice(0, 4)) - 1)) return null;
  const quarter = daysAfter(dueBy, Math.round(daysBetween(saidOn, dueBy) / 4));
  return earlier(later(quarter, monthsAfter(dueBy, 1)), yearsAfter(dueBy, 1));
}

function reading(
  worked: Worked,
  place: Place,
  saidOn: Day,
  approximate: boolean,
  negative: boolean,
): Reading {
  const { dueFrom, dueBy, steps } = worked;
  const grace = approximate && dueBy !== null ? graceFor(saidOn, dueBy) : null;
  const hedged: HorizonStep[] = approximate ? [{ rule: "approximate", words: place.words, to: grace }] : [];
  const denied: HorizonStep[] = negative ? [{ rule: "negative", words: place.words }] : [];
  return {
    kind: "window",
    window: { dueFrom, dueBy, graceBy: null },
    approximate,
    proposedGraceBy: grace,
    negative,
    ...place,
    steps: [...steps, ...hedged, ...denied],
  };
}

const opensOnly = new Set<HorizonRule>(["opens-said", "no-earlier", "after", "approximate", "negative"]);
const closesOnly = new Set<HorizonRule>(["opens-said", "approximate", "negative"]);

/** Two bounds as one window; null where the last is over before the first begins. */
function between(
  first: Reading,
  last: Reading,
  place: Place,
  saidOn: Day,
  negative: boolean,
): Reading | null {
  const { dueFrom } = first.window;
  const { dueBy } = last.window;
  if (dueFrom === null || dueBy === null || dueBy < dueFrom) return null;
  const steps = [
    ...first.steps.filter(({ rule }) => !opensOnly.has(rule)),
    ...last.steps.filter(({ rule }) => !closesOnly.has(rule)),
    { rule: "two-bounds", words: place.words, from: dueFrom, to: dueBy } as const,
  ];
  return reading({ dueFrom, dueBy, steps }, place, saidOn, first.approximate || last.approximate, negative);
}

/** Every window that an expression may mean. */
function readingsOf(
  expression: Expression,
  place: Place,
  saidOn: Day,
  negative: boolean,
): readonly Reading[] {
  if (expression.kind === "vague") return [];
  if (expression.kind === "both") {
    const lasts = readingsOf(expression.last, place, saidOn, false);
    return readingsOf(expression.first, place, saidOn, false).flatMap((first) =>
      lasts.flatMap((last) => between(first, last, place, saidOn, negative) ?? []),
    );
  }
  if (expression.kind === "count") {
    const { amount, how, base } = expression;
    return (base?.map(({ from }) => from) ?? [saidOn]).flatMap((from) => {
      const worked = workCount(amount, amount.open ? "at-least" : how, from, saidOn, negative, place.words);
      const hasPassed = worked !== null && (worked.dueBy ?? worked.dueFrom) < saidOn;
      return worked === null || hasPassed
        ? []
        : [reading(worked, place, saidOn, amount.approximate, negative)];
    });
  }
  return expression.when.flatMap((period) => {
    const worked = workCalendar(expression, period, saidOn);
    const approximate = expression.approximate || period.approximate === true;
    return worked === null ? [] : [reading(worked, place, saidOn, approximate, negative)];
  });
}

const sameWindow = (a: Reading) => (b: Reading) =>
  a.window.dueFrom === b.window.dueFrom && a.window.dueBy === b.window.dueBy;

/**
 * What an expression comes to when it was said on a day; null where the calendar has no such time.
 *
 * @param negative whether the sentence says that it will not happen then
 */
export function workOut(
  expression: Expression,
  place: Place,
  saidOn: Day,
  negative: boolean,
): FoundHorizon | null {
  if (expression.kind === "vague") return { kind: "vague", ...place, negative };
  const all = readingsOf(expression, place, saidOn, negative);
  const readings = all.filter((one, at) => all.findIndex(sameWindow(one)) === at);
  const [only] = readings;
  if (only === undefined) {
    const isNoDay = expression.kind !== "calendar" || expression.when.length === 0;
    return isNoDay ? null : { kind: "past", ...place };
  }
  return readings.length === 1 ? only : { kind: "ambiguous", ...place, readings };
}
