// Test files share their worker's modules (see vitest.config.ts), so a module of support cannot clean up by a hook of its
// own, which only the first file would have: setup.ts does it for all of them.

type Work = () => Promise<void> | void;

const afterTests: Work[] = [];
const afterFiles: Work[] = [];

let isUnderWay = false;

/** Whether a test is under way, its own hooks included, and not what a file does before its tests. */
export const isInTest = (): boolean => isUnderWay;

export function beginTest(): void {
  isUnderWay = true;
}

/** Has something done after each test from now on. */
export const afterEachTest = (work: Work): void => void afterTests.push(work);

/** Has something done after each test file from now on. */
export const afterEachFile = (work: Work): void => void afterFiles.push(work);

/** Does what is to be done, the latest first. */
export async function endTest(): Promise<void> {
  isUnderWay = false;
  for (const work of afterTests.toReversed()) await work();
}
export async function endFile(): Promise<void> {
  for (const work of afterFiles.toReversed()) await work();
}
