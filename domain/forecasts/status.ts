import type { Day } from "../day.ts";
import type { Status } from "../vocabulary.ts";
import type { DueWindow } from "../window.ts";

/** What a status follows from. */
export interface StatusFacts extends DueWindow {
  readonly reviewOn: Day | null;
  /** Whether a verdict stands. */
  readonly resolved: boolean;
}

type DayField = "dueFrom" | "dueBy" | "graceBy" | "reviewOn";

/** How a day of the forecast lies to today. A day that is unset is neither ahead, nor reached, nor past. */
export type Lie =
  | "unset"
  | "ahead"
  | "not-ahead"
  | "reached"
  | "not-reached"
  | "past"
  | "not-past"
  | "past-or-unset";

export interface StatusRule {
  readonly status: Exclude<Status, "resolved">;
  readonly when: readonly { readonly field: DayField; readonly is: Lie }[];
}

/**
 * What each status means while no verdict stands. The rules exclude one another and leave nothing out, so their
 * order is of no account. They are data because the store must ask the same question of many rows at once:
 * `statusOf` reads them for one forecast, `db/change/status-filter.ts` writes them as SQL, and there is no third place.
 */
export const STATUS_RULES: readonly StatusRule[] = [
  { status: "upcoming", when: [{ field: "dueFrom", is: "ahead" }] },
  {
    status: "open",
    when: [
      { field: "dueFrom", is: "not-ahead" },
      { field: "dueBy", is: "not-past" },
    ],
  },
  {
    status: "due",
    when: [
      { field: "dueBy", is: "past" },
      { field: "graceBy", is: "not-past" },
    ],
  },
  {
    status: "overdue",
    when: [
      { field: "dueBy", is: "past" },
      { field: "graceBy", is: "past-or-unset" },
    ],
  },
  {
    status: "watching",
    when: [
      { field: "dueBy", is: "unset" },
      { field: "dueFrom", is: "not-ahead" },
      { field: "reviewOn", is: "not-reached" },
    ],
  },
  {
    status: "review",
    when: [
      { field: "dueBy", is: "unset" },
      { field: "dueFrom", is: "not-ahead" },
      { field: "reviewOn", is: "reached" },
    ],
  },
];

function lies(on: Day | null, is: Lie, today: Day): boolean {
  switch (is) {
    case "unset":
      return on === null;
    case "ahead":
      return on !== null && on > today;
    case "not-ahead":
      return on === null || on <= today;
    case "reached":
      return on !== null && on <= today;
    case "not-reached":
      return on === null || on > today;
    case "past":
      return on !== null && on < today;
    case "not-past":
      return on !== null && on >= today;
    case "past-or-unset":
      return on === null || on < today;
    default:
      return is satisfies never;
  }
}

/**
 * How a forecast stands on a day. Worked out each time, never stored.
 *
 * `upcoming` before the window opens, `open` inside it, `due` past it but within our grace, `overdue` past both,
 * `watching` with no last day, `review` the same once its review date is reached, `resolved` once a verdict stands.
 *
 * @example
 * statusOf({ dueFrom: day("2026-09-10"), dueBy: day("2027-09-10"), graceBy: null, reviewOn: null, resolved: false },
 *   day("2026-11-23")) // "open"
 */
export function statusOf(facts: StatusFacts, today: Day): Status {
  if (facts.resolved) return "resolved";
  const rule = STATUS_RULES.find(({ when }) => when.every(({ field, is }) => lies(facts[field], is, today)));
  if (rule === undefined) throw new Error(`no status covers ${JSON.stringify(facts)} on ${today}`);
  return rule.status;
}
