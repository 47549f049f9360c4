// Test files share their worker's modules (see vitest.config.ts), so a module of support cannot clean up by a hook of its
// own, which only the first file would have: setup.ts does it for all of them.

type Work = () => Promise<void> | void;

const works: Work[] = [];

/** Has something done after each test file from now on. */
export const afterEachFile = (work: Work): void => void works.push(work);

/** Does it, the latest first. */
export async function endFile(): Promise<void> {
  for (const work of works.toReversed()) await work();
}
