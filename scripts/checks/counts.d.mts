export interface Counts {
  passed: number;
  failed: number;
}

/** `ok` is whether the runner itself ended with exit code 0. */
export declare function vitestCounts(file: string, ok: boolean): Counts;
export declare function playwrightCounts(file: string, ok: boolean): Counts;
