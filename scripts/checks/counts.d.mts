export interface Counts {
  passed: number;
  /** Including those that were skipped. */
  failed: number;
  skipped: number;
}

/** `ok` is whether the runner itself ended with exit code 0. */
export declare function vitestCounts(file: string, ok: boolean): Counts;
export declare function playwrightCounts(file: string, ok: boolean): Counts;
