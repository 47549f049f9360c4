import { type Day, daysBetween, later } from "#domain/day.ts";
import { type HorizonReading, type Reading, readHorizon } from "#domain/horizon/read.ts";
import type { Row } from "./suite.ts";
import { writtenReading } from "./written-reading.ts";

/**
 * How a reading compares with what a suite has: the same, otherwise by a rule of ours that is written down, or wrong.
 */
export interface Compared {
  readonly row: Row;
  readonly kind: "agrees" | "house-rule" | "miss";
  readonly read: string;
  /** What a house rule says, or that nothing does. */
  readonly reason: string;
}

const near = (a: Day | null, b: Day | null, tolerance: number) =>
  a === b || (a !== null && b !== null && Math.abs(daysBetween(a, b)) <= tolerance);

/** A window never opens before the day it was said, so neither does what it is compared with. */
const wanted = ({ from, to, saidOn }: Row) => ({ from: from === null ? null : later(from, saidOn), to });

function agrees({ window }: Reading, row: Row, tolerance: number): boolean {
  const { from, to } = wanted(row);
  return (from === null || near(window.dueFrom, from, tolerance)) && near(window.dueBy, to, tolerance);
}

const hasRule = ({ steps }: Reading, ...rules: readonly string[]) =>
  steps.some(({ rule }) => rules.includes(rule));

/** The house rule by which a window differs from the suite's; the numbers are those of the decision record. */
function ruleOfWindow(reading: Reading, row: Row): string | null {
  const { window, steps } = reading;
  const { from, to } = wanted(row);
  const [only] = steps.length === 1 ? steps : [];
  const isOneDay = only?.rule === "count" && only.edge === "day";
  const overlaps =
    window.dueFrom !== null &&
    window.dueBy !== null &&
    from !== null &&
    to !== null &&
    window.dueFrom <= to &&
    from <= window.dueBy;
  if (hasRule(reading, "count") && !isOneDay && agrees(reading, row, 1))
    return "1: both the day said and the day counted to belong to it";
  if (
    isOneDay &&
    from !== null &&
    window.dueFrom !== null &&
    window.dueFrom >= from &&
    (to === null || window.dueFrom <= to)
  ) {
    return "2: so long after is that one day";
  }
  if (hasRule(reading, "count") && /decade|下/.test(row.phrase) && overlaps)
    return "1: units are counted from the day said";
  if (hasRule(reading, "part") && (overlaps || to === null)) return "4: early, mid and late are thirds";
  if (/through 2|after 2/.test(row.phrase))
    return "3: through has its last day in it, after begins behind it";
  const isRange = /\b(?:to|till|until|and|through)\b|[-到至和]/.test(row.phrase);
  if (isRange && row.tolerance > 0 && window.dueBy !== null && to !== null && near(window.dueFrom, from, 1)) {
    const isWithin = window.dueBy > to && daysBetween(to, window.dueBy) <= 31;
    if (isWithin) return "3: to and through have their last month, week or day in them";
  }
  if (/summer|winter|spring|autumn|fall/.test(row.phrase) && overlaps) return "5: seasons have whole months";
  return null;
}

function ruleFor(reading: HorizonReading, row: Row): string | null {
  if (reading.kind === "vague" && row.isVague) return "6: without a number it is vague";
  if (reading.kind === "window") return ruleOfWindow(reading, row);
  const isOne =
    reading.kind === "ambiguous" && reading.readings.some((one) => agrees(one, row, row.tolerance));
  return isOne ? "7: it can be read in more than one way, of which the suite has one" : null;
}

/** How a miss differs, for whoever looks for its cause. */
function whyMissed(reading: HorizonReading, row: Row): string {
  const { from, to } = wanted(row);
  switch (reading.kind) {
    case "none":
      return "no horizon is read in it";
    case "past":
      return "it is over for us, and to come for them";
    case "unread":
      return "it is not read whole";
    case "vague":
      return "no number is read in it";
    case "ambiguous":
      return "none of our readings is theirs";
    case "window": {
      const { window, words } = reading;
      const part = words.length < row.phrase.trim().length ? `only "${words}" is read; ` : "";
      const opens = from === null || window.dueFrom === null ? 0 : daysBetween(from, window.dueFrom);
      if (window.dueBy === null || to === null) {
        const ends = window.dueBy === to ? "" : window.dueBy === null ? ", and never closes" : ", and closes";
        return `${part}opens ${apart(opens)}${ends}`;
      }
      return `${part}opens ${apart(opens)}, closes ${apart(daysBetween(to, window.dueBy))}`;
    }
    default:
      return reading satisfies never;
  }
}

const apart = (days: number) =>
  days === 0 ? "as theirs" : `${Math.abs(days)} days ${days < 0 ? "earlier" : "later"}`;

/** Reads a row's phrase on its day and compares. */
export function compareRow(row: Row): Compared {
  const reading = readHorizon(row.phrase, row.language, row.saidOn);
  const read = writtenReading(reading);
  if (reading.kind === "window" && agrees(reading, row, row.tolerance))
    return { row, kind: "agrees", read, reason: "" };
  const rule = ruleFor(reading, row);
  if (rule !== null) return { row, kind: "house-rule", read, reason: rule };
  return { row, kind: "miss", read, reason: whyMissed(reading, row) };
}

/** What the suite has, as the tables write it. */
export const writtenRow = (row: Row): string => `${row.from ?? ""}..${row.to ?? ""}`;
