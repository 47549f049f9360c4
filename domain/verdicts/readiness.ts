import type { Day } from "../day.ts";
import { dayOf, SIDES, type Side } from "../evidence/balance.ts";
import { type BalanceEntry, publishersIn, voicesOf } from "../evidence/independence.ts";
import { DEFAULT_RATIOS, EVEN_START, oddsOf } from "../evidence/odds.ts";
import type { JudgedCriterion, Outcome } from "../vocabulary.ts";
import type { DueWindow } from "../window.ts";

/** What evidence should be there for before anybody judges: what an outcome that is scored rests on. */
export const READINESS_CRITERIA = [
  "trueIf",
  "partlyIf",
  "falseIf",
] as const satisfies readonly JudgedCriterion[];
export type ReadinessCriterion = (typeof READINESS_CRITERIA)[number];

/** The points of the checklist, in its order. They are kept with verdicts: a name never gets another meaning. */
export const READINESS_CODES = [
  "two-publishers",
  "dated-from-end",
  "true-if",
  "partly-if",
  "false-if",
  "strong-answered",
] as const;
export type ReadinessCode = (typeof READINESS_CODES)[number];

const CODE_OF = {
  trueIf: "true-if",
  partlyIf: "partly-if",
  falseIf: "false-if",
} as const satisfies { readonly [C in ReadinessCriterion]: ReadinessCode };

/** An entry, and which of the criteria it was logged as speaking to. */
export interface ReadinessEntry extends BalanceEntry {
  readonly criterion: JudgedCriterion | null;
}

/** What the checklist asks of a forecast. */
export interface ReadinessFacts extends Pick<DueWindow, "dueFrom" | "dueBy"> {
  readonly saidOn: Day;
  /** The criteria that are written out. */
  readonly stated: readonly JudgedCriterion[];
}

/** A point of the checklist, whether it is met, and what says so. */
export type ReadinessPoint = { readonly isMet: boolean } & (
  | {
      readonly code: "two-publishers";
      /** Independent publishers on each side, the makers of what is claimed counted once. */
      readonly publishersFor: number;
      readonly publishersAgainst: number;
    }
  | {
      readonly code: "dated-from-end";
      /** The day from which evidence can show how it ended, and what that day is. */
      readonly from: Day;
      readonly is: "window-end" | "window-start" | "said";
      /** That day is still to come. */
      readonly isAhead: boolean;
    }
  | {
      readonly code: (typeof CODE_OF)[ReadinessCriterion];
      readonly criterion: ReadinessCriterion;
      readonly entries: number;
    }
  | {
      readonly code: "strong-answered";
      /** What is strong and unanswered, by id. */
      readonly unanswered: readonly string[];
    }
);

export type Readiness = readonly ReadinessPoint[];

function twoPublishers(entries: readonly BalanceEntry[]): ReadinessPoint {
  const on = (side: Side) => publishersIn(voicesOf(entries.filter(({ stance }) => stance === side)).voices);
  const [publishersFor, publishersAgainst] = [on("supports"), on("contradicts")];
  const isMet = Math.max(publishersFor, publishersAgainst) >= 2;
  return { code: "two-publishers", isMet, publishersFor, publishersAgainst };
}

function datedFromEnd(facts: ReadinessFacts, entries: readonly BalanceEntry[], today: Day): ReadinessPoint {
  const { saidOn, dueFrom, dueBy } = facts;
  const from = dueBy ?? dueFrom ?? saidOn;
  return {
    code: "dated-from-end",
    isMet: entries.some(
      ({ stance, publishedOn }) => stance !== "context" && publishedOn !== null && publishedOn >= from,
    ),
    from,
    is: dueBy !== null ? "window-end" : dueFrom !== null ? "window-start" : "said",
    isAhead: today < from,
  };
}

/** The sides that what is logged does not come down on: the lighter, or both where they weigh the same. */
function lighterSides(entries: readonly BalanceEntry[]): readonly Side[] {
  const { factorFor, factorAgainst } = oddsOf(entries, { start: EVEN_START, ratios: DEFAULT_RATIOS });
  if (Math.abs(Math.log(factorFor / factorAgainst)) < 1e-9) return SIDES;
  return factorFor > factorAgainst ? ["contradicts"] : ["supports"];
}

function strongAnswered(entries: readonly BalanceEntry[]): ReadinessPoint {
  const lighter = lighterSides(entries);
  const strong = entries.filter(({ stance, strength }) => stance !== "context" && strength === "strong");
  const isAnswered = (entry: BalanceEntry) =>
    strong.some((other) => other.stance !== entry.stance && dayOf(other) >= dayOf(entry));
  const unanswered = strong.filter(
    (entry) => lighter.some((side) => side === entry.stance) && !isAnswered(entry),
  );
  return {
    code: "strong-answered",
    isMet: unanswered.length === 0,
    unanswered: unanswered.map(({ id }) => id).toSorted(),
  };
}

/**
 * Whether a forecast is ready to be judged, point by point. A point that is not met forbids nothing: a verdict may be
 * given against it and then says so.
 *
 * - two-publishers: two that are independent point the same way. What makers say of their own counts once, however many
 *   say it, so that it never does alone. Two that disagree confirm nothing.
 * - dated-from-end: something for or against was published on the window's last day or later. Without a last day, from
 *   the day it opens; without a window, from the day it was said. Grace moves nothing: it is ours.
 * - true-if, partly-if, false-if: each one that is written out has an entry that was logged as speaking to it. Which of
 *   them a verdict rests on is known only with its outcome: see `unmetCodes`.
 * - strong-answered: nothing strong stands against what the rest comes down on without something as strong for it that
 *   is as recent or more. Where both sides weigh the same, that is asked of both.
 *
 * @param entries those that were not withdrawn, in any order
 */
export function readinessOf(
  facts: ReadinessFacts,
  entries: readonly ReadinessEntry[],
  today: Day,
): Readiness {
  const stated = READINESS_CRITERIA.filter((criterion) => facts.stated.includes(criterion));
  return [
    twoPublishers(entries),
    datedFromEnd(facts, entries, today),
    ...stated.map((criterion): ReadinessPoint => {
      const attached = entries.filter((entry) => entry.criterion === criterion).length;
      return { code: CODE_OF[criterion], isMet: attached > 0, criterion, entries: attached };
    }),
    strongAnswered(entries),
  ];
}

const RESTS_ON: { readonly [O in Outcome]: ReadinessCriterion | null } = {
  true: "trueIf",
  partly: "partlyIf",
  false: "falseIf",
  unclear: null,
  void: null,
};

/**
 * The points that a verdict is given against: those that are not met, of the criteria only the one that its outcome
 * rests on. Without an outcome, all that are not met.
 *
 * @example unmetCodes(readiness, "true") // ["two-publishers", "true-if"]
 */
export function unmetCodes(readiness: Readiness, outcome: Outcome | null = null): readonly ReadinessCode[] {
  const isAsked = (point: ReadinessPoint) =>
    !("criterion" in point) || outcome === null || point.criterion === RESTS_ON[outcome];
  return readiness.filter((point) => !point.isMet && isAsked(point)).map(({ code }) => code);
}
