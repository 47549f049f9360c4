import type { Day } from "../day.ts";

/** What the order of due dates follows from. */
export interface Ordered {
  readonly slug: string;
  readonly dueFrom: Day | null;
  readonly dueBy: Day | null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareDays(a: Day | null, b: Day | null, direction: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction * compareText(a, b);
}

/**
 * The order of the queue and the timeline: what falls due first comes first, then what opens first, then the slug,
 * so that two forecasts due together never swap places. Those without a last day come last in either direction.
 *
 * @param direction 1 for the soonest first, -1 for the latest first
 * @example [a, b].toSorted((x, y) => compareDue(x, y))
 */
export function compareDue(a: Ordered, b: Ordered, direction: 1 | -1 = 1): number {
  return (
    compareDays(a.dueBy, b.dueBy, direction) ||
    compareDays(a.dueFrom, b.dueFrom, direction) ||
    direction * compareText(a.slug, b.slug)
  );
}
