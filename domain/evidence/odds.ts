import { STRENGTHS, type Strength } from "../vocabulary.ts";
import { SIDES, type Side } from "./balance.ts";
import { type BalanceEntry, voicesOf } from "./independence.ts";

/** How many times likelier a piece of evidence is if the claim comes true than if it does not, by its strength. */
export type Ratios = { readonly [W in Strength]: number };

/** Ours to propose and the reader's to change. */
export const DEFAULT_RATIOS: Ratios = { weak: 1.5, moderate: 3, strong: 10 };
export const EVEN_START = 50;

export interface OddsQuestion {
  /** The probability before the evidence, in percent, 1 to 99. */
  readonly start: number;
  /** Each 1 or more: what supports never speaks against. */
  readonly ratios: Ratios;
}

/** What one entry does to the odds. */
export interface OddsStep {
  readonly id: string;
  readonly stance: Side;
  readonly strength: Strength;
  /** The ratio of its strength. */
  readonly ratio: number;
  /** How much of it counts: 1, or a half for each stronger one of its voice. */
  readonly share: number;
  /** What the odds are multiplied by: the ratio to the power of the share, turned over where it contradicts. */
  readonly factor: number;
}

export interface Odds extends OddsQuestion {
  /** The odds before the evidence: the probability by its complement. */
  readonly startOdds: number;
  /** Those for before those against, and of each what moves the odds most first. */
  readonly steps: readonly OddsStep[];
  /** All that supports multiplied, and all that contradicts, each 1 or more. */
  readonly factorFor: number;
  readonly factorAgainst: number;
  /** Above 0 and below 1. */
  readonly probability: number;
}

/** Beyond this a probability could no longer be told from 0 or 1. */
const MOST_LOG_ODDS = 30;
/** Beyond this a factor is no number any more. */
const MOST_LOG_FACTOR = 700;

const byWeight = (ratios: Ratios) => (a: BalanceEntry, b: BalanceEntry) =>
  ratios[b.strength] - ratios[a.strength] ||
  STRENGTHS.indexOf(b.strength) - STRENGTHS.indexOf(a.strength) ||
  (a.id < b.id ? -1 : 1);

function stepsOf(entries: readonly BalanceEntry[], stance: Side, ratios: Ratios): readonly OddsStep[] {
  const { voices } = voicesOf(entries.filter((entry) => entry.stance === stance));
  const steps = voices.flatMap((voice) =>
    voice.entries.toSorted(byWeight(ratios)).map(({ id, strength }, place): OddsStep => {
      const [ratio, share] = [ratios[strength], 0.5 ** place];
      const factor = ratio ** (stance === "supports" ? share : -share);
      return { id, stance, strength, ratio, share, factor };
    }),
  );
  const moved = ({ ratio, share }: OddsStep) => share * Math.log(ratio);
  return steps.toSorted((a, b) => moved(b) - moved(a) || b.share - a.share || (a.id < b.id ? -1 : 1));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * What the logged evidence would say, as odds: the odds one starts from, times the ratio of each entry that supports
 * the claim as it was said, divided by that of each that contradicts it; context does nothing. A negative claim is a
 * claim like any other: nothing is turned round.
 *
 * Of one voice (see `voicesOf`) the strongest entry counts whole, the next by half of its logarithm, then a quarter, so
 * that however much one publisher writes, it weighs less than two of its strongest. That rule is ours. More supporting
 * evidence never lowers the result, the order of the entries does not matter, and to exchange all stances and start
 * from the complement gives the complement.
 *
 * What it rests on and is seldom so: that the entries are independent given the claim, that all of them were looked for
 * alike, and that a word for strength is a number. Odds of more than e^30 to one are given as that.
 *
 * Source: Bayes' rule as odds; Good, "Probability and the Weighing of Evidence" (1950), whose weight of evidence is the
 * logarithm of the ratio. For what a ratio is worth: Kass and Raftery, "Bayes Factors" (1995), who call 1 to 3 hardly
 * worth a mention, 3 to 20 positive and 20 to 150 strong; so even our 10 is no more than positive.
 *
 * @example oddsOf([oneStrongFor], { start: 50, ratios: DEFAULT_RATIOS }).probability // 10/11
 */
export function oddsOf(entries: readonly BalanceEntry[], { start, ratios }: OddsQuestion): Odds {
  const steps = SIDES.flatMap((side) => stepsOf(entries, side, ratios));
  // Sorted, or adding up in another order would give another last digit.
  const logOf = (side: Side) =>
    sum(
      steps
        .filter(({ stance }) => stance === side)
        .map(({ ratio, share }) => share * Math.log(ratio))
        .toSorted((a, b) => a - b),
    );
  const [supporting, contradicting] = [logOf("supports"), logOf("contradicts")];
  const startOdds = start / (100 - start);
  const logOdds = Math.log(startOdds) + supporting - contradicting;
  const bounded = Math.max(-MOST_LOG_ODDS, Math.min(logOdds, MOST_LOG_ODDS));
  return {
    start,
    ratios,
    startOdds,
    steps,
    factorFor: Math.exp(Math.min(supporting, MOST_LOG_FACTOR)),
    factorAgainst: Math.exp(Math.min(contradicting, MOST_LOG_FACTOR)),
    probability: 1 / (1 + Math.exp(-bounded)),
  };
}
