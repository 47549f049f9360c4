/** What comparing may still take, so that everybody else gets their turn. */
export interface Effort {
  /** Looks at a word, a character or a pair of words. */
  steps: number;
  readonly msLeft: () => number;
}

/** Takes so much of the effort, or nothing where less is left. */
export function spend(effort: Effort, steps: number): boolean {
  if (steps > effort.steps) return false;
  effort.steps -= steps;
  return true;
}

/** Counts one look that is made: below nothing where more were made than had been reckoned before. */
export function countLook(effort: Effort): void {
  effort.steps -= 1;
}
