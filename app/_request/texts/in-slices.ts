import { setImmediate } from "node:timers/promises";

/** How long one slice of work may keep others waiting, about. */
const SLICE_MS = 12;

/** What a slice is measured by and how others get their turn: the machine's own, save in a test. */
export interface Turns {
  readonly now: () => number;
  readonly rest: () => Promise<unknown>;
}

const MACHINE: Turns = { now: () => performance.now(), rest: () => setImmediate() };

/** Does a long piece of work step by step, and lets everything else that is waiting go first every few milliseconds. */
export async function inSlices<T>(work: Generator<unknown, T>, { now, rest }: Turns = MACHINE): Promise<T> {
  let since = now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() - since < SLICE_MS) continue;
    await rest();
    since = now();
  }
}
