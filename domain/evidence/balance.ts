import type { Day } from "../day.ts";
import { type SourceKind, STANCES, type Stance, type Strength } from "../vocabulary.ts";
import { type BalanceEntry, type Dependence, publishersIn, voicesOf } from "./independence.ts";

/** A side of the balance; context stands on neither. */
export const SIDES = ["supports", "contradicts"] as const satisfies readonly Stance[];
export type Side = (typeof SIDES)[number];

/** How many entries there are of each kind; `unsaid`: nobody has said what they are. */
export type KindCounts = { readonly [K in SourceKind | "unsaid"]: number };

/** The balance after all that belongs to one day. */
export interface BalanceStep {
  readonly on: Day;
  readonly supports: number;
  readonly contradicts: number;
  /** What was added on it, those for first. */
  readonly entries: readonly BalanceEntry[];
}

export interface Balance {
  readonly counts: { readonly [S in Stance]: { readonly [W in Strength]: number } };
  readonly kinds: KindCounts;
  readonly publishersFor: number;
  readonly publishersAgainst: number;
  /** Each entry for or against that another before it makes less of. */
  readonly notIndependent: readonly Dependence[];
  /** In the order of the days. */
  readonly steps: readonly BalanceStep[];
}

const onSide = (entries: readonly BalanceEntry[], side: Side) =>
  entries.filter(({ stance }) => stance === side);

/**
 * The day on which an entry tips the balance: when its page was published, else when it was logged. Nothing says that
 * it was known any earlier.
 */
export const dayOf = ({ publishedOn, recordedOn }: BalanceEntry): Day => publishedOn ?? recordedOn;

function stepsOf(entries: readonly BalanceEntry[]): readonly BalanceStep[] {
  const sided = SIDES.flatMap((side) => onSide(entries, side));
  const byDay = [...Map.groupBy(sided, dayOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  let [supports, contradicts] = [0, 0];
  return byDay.map(([on, own]) => {
    supports += onSide(own, "supports").length;
    contradicts += onSide(own, "contradicts").length;
    return { on, supports, contradicts, entries: own.toSorted((a, b) => bySide(a, b)) };
  });
}

const bySide = (a: BalanceEntry, b: BalanceEntry): number =>
  STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance) || (a.id < b.id ? -1 : 1);

/**
 * What the entries of a forecast amount to when they are counted and nothing more: by stance and strength, by kind of
 * source, by independent publishers on each side, and how that came about. Stance is towards the claim as it was said,
 * a negative one too: what shows that the thing happened contradicts "it will not happen", so nothing is turned round.
 *
 * Nothing depends on the order in which the entries are given.
 */
export function balanceOf(entries: readonly BalanceEntry[]): Balance {
  const [supporting, contradicting] = [
    voicesOf(onSide(entries, "supports")),
    voicesOf(onSide(entries, "contradicts")),
  ];
  const of = (stance: Stance, strength: Strength) =>
    entries.filter((entry) => entry.stance === stance && entry.strength === strength).length;
  const byStrength = (stance: Stance) => ({
    weak: of(stance, "weak"),
    moderate: of(stance, "moderate"),
    strong: of(stance, "strong"),
  });
  const ofKind = (wanted: SourceKind | null) => entries.filter(({ kind }) => kind === wanted).length;
  return {
    counts: {
      supports: byStrength("supports"),
      contradicts: byStrength("contradicts"),
      context: byStrength("context"),
    },
    kinds: {
      primary: ofKind("primary"),
      secondary: ofKind("secondary"),
      maker: ofKind("maker"),
      opinion: ofKind("opinion"),
      unsaid: ofKind(null),
    },
    publishersFor: publishersIn(supporting.voices),
    publishersAgainst: publishersIn(contradicting.voices),
    notIndependent: [...supporting.notIndependent, ...contradicting.notIndependent],
    steps: stepsOf(entries),
  };
}
