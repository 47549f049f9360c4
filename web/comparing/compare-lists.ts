import { diffArrays } from "diff";

/** A stretch of two lists: what both of them have there, or what each of them has where they differ. */
export interface Stretch<Unit> {
  readonly isSame: boolean;
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

/** Where comparing ends without an answer. */
export interface ComparingLimits {
  /** Units that are left out or put in. */
  readonly edits: number;
  readonly ms: number;
}

/**
 * How one list became another: what is the same and what is not by turns. Two units are the same where their texts are.
 *
 * @param onStep called for each two units that are looked at: at most `comparingSteps` times
 * @returns undefined where that is beyond the limits
 */
export function compareLists<Unit>(
  before: readonly Unit[],
  after: readonly Unit[],
  textOf: (unit: Unit) => string,
  limits: ComparingLimits,
  onStep: () => void = () => {},
): readonly Stretch<Unit>[] | undefined {
  // By number: whatever the texts are, two are told apart in one step.
  const numbers = new Map<string, number>();
  const numbered = (units: readonly Unit[]) =>
    units.map((unit) => {
      const text = textOf(unit);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  const comparator = (one: number, other: number) => {
    onStep();
    return one === other;
  };
  const options = { timeout: limits.ms, maxEditLength: limits.edits, comparator };
  const changes = diffArrays(numbered(before), numbered(after), options);
  if (changes === undefined) return undefined;
  const stretches: Stretch<Unit>[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    const isSame = !added && !removed;
    const left = added ? [] : before.slice(from, from + count);
    const put = removed ? [] : after.slice(to, to + count);
    [from, to] = [from + left.length, to + put.length];
    const last = stretches.at(-1);
    if (last === undefined || last.isSame || isSame) stretches.push({ isSame, before: left, after: put });
    else stretches.splice(-1, 1, joined(last, { isSame, before: left, after: put }));
  }
  return stretches;
}

/** Two stretches that follow one another, as one that differs. */
export const joined = <Unit>(first: Stretch<Unit>, second: Stretch<Unit>): Stretch<Unit> => ({
  isSame: false,
  before: [...first.before, ...second.before],
  after: [...first.after, ...second.after],
});

/**
 * How many pairs of units comparing takes at most: each diagonal of the table of both is walked once, and there are
 * as many on either side as there may be edits.
 *
 * Source: Myers, "An O(ND) difference algorithm and its variations" (1986).
 */
export const comparingSteps = (before: number, after: number, edits: number): number =>
  (2 * edits + 1) * (Math.min(before, after) + edits + 1);
