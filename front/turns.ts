/** What takes a turn: to read something, or what takes long and comes after it. */
export type Lane = "read" | "long";

/** Goes on with a request, and is told by `done` to let the next one begin. */
type Begin = (done: () => void) => void;

/**
 * Lets a few begin at once and the rest wait for their turn: those who read before those who take long, of whom some of
 * the places are kept free.
 *
 * @param most how many are at work at once, those that take long among them, and how many wait
 */
export function turns(most: { readonly atOnce: number; readonly long: number; readonly waiting: number }) {
  const waiting = { read: new Set<Begin>(), long: new Set<Begin>() };
  const atWork = { read: 0, long: 0 };
  const isFree = (lane: Lane) =>
    atWork.read + atWork.long < most.atOnce && (lane === "read" || atWork.long < most.long);

  function start(lane: Lane, begin: Begin): void {
    atWork[lane] += 1;
    let isDone = false;
    begin(() => {
      if (isDone) return;
      isDone = true;
      atWork[lane] -= 1;
      next();
    });
  }

  function next(): void {
    for (const lane of ["read", "long"] as const) {
      const [begin] = waiting[lane];
      if (begin === undefined || !isFree(lane)) continue;
      waiting[lane].delete(begin);
      start(lane, begin);
      return;
    }
  }

  return {
    /**
     * Begins at once or when its turn comes.
     *
     * @returns gives the place up, of one that waits still; null where too many wait, and it will not begin
     */
    take(lane: Lane, begin: Begin): (() => void) | null {
      if (isFree(lane)) {
        start(lane, begin);
        return () => undefined;
      }
      if (waiting.read.size + waiting.long.size >= most.waiting) return null;
      waiting[lane].add(begin);
      return () => void waiting[lane].delete(begin);
    },
  };
}
