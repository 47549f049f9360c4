import { err, ok, type Result } from "../../../domain/result.ts";

/**
 * Makes a gate for long work: so many pieces of it go on at once, those that come meanwhile wait for their turn in the
 * order in which they came, and where too many wait, a further one is turned away.
 *
 * @param most how many go on at once
 * @param mostWaiting how many wait at most
 */
export function fewAtOnce(most: number, mostWaiting: number) {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async <T>(work: () => Promise<T>): Promise<Result<T, "too-busy">> => {
    if (underWay < most) underWay += 1;
    else if (waiting.length >= mostWaiting) return err("too-busy");
    // Whoever ends hands their place on, so that nobody who comes just then takes it.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return ok(await work());
    } finally {
      const next = waiting.shift();
      if (next === undefined) underWay -= 1;
      else next();
    }
  };
}
