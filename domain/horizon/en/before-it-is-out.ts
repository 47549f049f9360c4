import type { Candidate } from "../candidate.ts";
import type { Rule } from "../cursor.ts";
import { lexicon } from "../lexicon.ts";
import type { Unit } from "../span.ts";
import { inCalendar } from "./bounded.ts";
import { unitPeriod } from "./unit-period.ts";

const OUT = ["is out", "is over", "is up", "ends", "is done"];
const UNITS = ["year", "decade", "century"] as const;

const words = lexicon<Unit>(
  UNITS.map((unit) => [
    OUT.map((out) => `before the ${unit} ${out}|before this ${unit} ${out}`).join("|"),
    unit,
  ]),
);

/** "Before the decade is out": by its last day. */
export const beforeItIsOut: Rule<Candidate> = (t, place) => {
  const found = words(t, place);
  const period = found === null ? null : unitPeriod(t, found.value, 0);
  if (found === null || period === null) return null;
  return { value: { expression: inCalendar(t, place, found.end, "by", [period]) }, end: found.end };
};
