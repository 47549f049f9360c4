import type { Server } from "node:http";
import { constants } from "node:os";

// How the process ends when it is told to. The framework would wait for readers that go on asking, and for bodies that
// do not come.

/** Those who ask for an end are likely to kill us after ten seconds. */
const ANSWERED_WITHIN_MS = 5_000;
const ENDED_WITHIN_MS = 7_500;
/** Within this time a second signal is the same one, which came by two ways: npm passes on what a terminal sends us too. */
const SAME_SIGNAL_MS = 300;

type Work = () => Promise<void>;

/** On globalThis: the front is loaded past the bundler, and the app, which leaves its work here, is not. */
const SHELF = Symbol.for("hindcast.end");
interface Ending {
  /** What is to be done while the last requests are answered. */
  readonly meanwhile: Work[];
  /** What is to be done when nobody asks any more. */
  readonly atLast: Work[];
}
const isEnding = (value: unknown): value is Ending =>
  typeof value === "object" && value !== null && "meanwhile" in value && "atLast" in value;

function shelf(): Ending {
  const known: unknown = Reflect.get(globalThis, SHELF);
  if (isEnding(known)) return known;
  const made: Ending = { meanwhile: [], atLast: [] };
  Reflect.set(globalThis, SHELF, made);
  return made;
}

/** Has some work done once this process is told to end: while its last requests are answered, or behind them. */
export function beforeEnd(when: keyof Ending, work: Work): void {
  shelf()[when].push(work);
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
// What fails is taken up again by whoever comes next.
const done = (works: readonly Work[]) => Promise.allSettled(works.map((work) => work()));

/** Takes no more connections, and resolves when the last one is gone: the idle ones go at once. */
function closed(server: Server): Promise<void> {
  const asking = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), ANSWERED_WITHIN_MS);
  return new Promise<void>((resolve) => server.close(() => resolve())).finally(() => {
    clearInterval(asking);
    clearTimeout(late);
  });
}

let endingSince: number | null = null;
/** Whether this process ends, so that whoever is answered has to ask elsewhere. */
export const isAtEnd = (): boolean => endingSince !== null;

async function end(servers: Iterable<Server>): Promise<void> {
  const { meanwhile, atLast } = shelf();
  const answered = Promise.all([...servers].map(closed));
  await Promise.race([Promise.all([answered, done(meanwhile)]), later(ENDED_WITHIN_MS - 1_000)]);
  await Promise.race([done(atLast), later(1_000)]);
  process.exit(0);
}

/**
 * Ends this process when it is told to: what runs is answered, connections are told to close, and it leaves with 0 within
 * eight seconds whatever its readers do. A second signal ends it at once.
 */
export function endOnSignals(servers: Iterable<Server>): void {
  // So that the framework leaves the signals to us.
  process.env.NEXT_MANUAL_SIG_HANDLE = "1";
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (endingSince === null) {
        endingSince = performance.now();
        void end(servers);
      } else if (performance.now() - endingSince > SAME_SIGNAL_MS) {
        process.exit(128 + constants.signals[signal]);
      }
    });
  }
}
