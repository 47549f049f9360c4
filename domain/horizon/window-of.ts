import type { Day } from "../day.ts";
import type { Expression } from "./expression.ts";
import { graceFor } from "./grace.ts";
import type { FoundHorizon, Place, Reading } from "./reading.ts";
import type { HorizonStep } from "./step.ts";
import { type Worked, workCalendar, workCount } from "./worked-window.ts";

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

/** Every window that an expression may mean. */
function readingsOf(
  expression: Expression,
  place: Place,
  saidOn: Day,
  negative: boolean,
): readonly Reading[] {
  if (expression.kind === "vague") return [];
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
    const isNoDay = expression.kind === "count" || expression.when.length === 0;
    return isNoDay ? null : { kind: "past", ...place };
  }
  return readings.length === 1 ? only : { kind: "ambiguous", ...place, readings };
}
