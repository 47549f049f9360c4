import { type Keeping, keepNext } from "./keep-next.ts";

/** Keeps pages while the process lives. */
export interface Keeper {
  /** Has it look for work now: some was just asked for. */
  nudge(): void;
  /** Resolves once no visit is under way. What was not ended is due as before. */
  stop(): Promise<void>;
}

/** How often it looks for work that somebody else asked for, or that has become due. */
const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 2;

/**
 * Keeps pages as they fall due, two at a time, and goes on whatever happens to one of them.
 *
 * @param keeping is asked each time: the store may be away now and back later
 * @param report is told what went wrong
 */
export function startKeeping(keeping: () => Promise<Keeping>, report: (error: unknown) => void): Keeper {
  const stopping = new AbortController();
  const resting = new Set<() => void>();
  const rest = () =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        resting.delete(wake);
        resolve();
      };
      // It is no reason for the process to stay.
      const timer = setTimeout(wake, LOOK_EVERY_MS).unref();
      resting.add(wake);
    });
  const nudge = () => {
    for (const wake of resting) wake();
  };
  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        if ((await keepNext(await keeping(), stopping.signal)) === null) await rest();
      } catch (error) {
        report(error);
        await rest();
      }
    }
  };
  const done = Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    nudge,
    async stop() {
      stopping.abort();
      nudge();
      await done;
    },
  };
}
