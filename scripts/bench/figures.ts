import type { Seen } from "./load.ts";
import { median } from "./summary.ts";
import type { Target } from "./targets.ts";

/** One measurement of one target. */
export interface Measured extends Pick<Seen, "requests" | "seconds" | "p50" | "p99"> {
  /** The server's processor time for all of it. */
  readonly processorMs: number;
}

/** What is told of a target: medians of the rounds, and what is the same each time. */
export interface Figures {
  readonly size: number;
  readonly name: string;
  readonly kind: Target["kind"];
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  /** `cpuMs` against that of the empty page of the same run. */
  readonly ratio: number;
  readonly htmlBytes: number | null;
  readonly scriptBytes: number | null;
  /** Per request. */
  readonly statements: number | null;
  readonly rows: number | null;
}

export interface Report {
  readonly today: string;
  readonly engine: string;
  readonly node: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly generator: string;
  readonly figures: readonly Figures[];
}

type Fixed = Pick<Figures, "size" | "name" | "kind" | "htmlBytes" | "scriptBytes" | "statements" | "rows">;

/** The medians of some rounds. The ratio is taken in each round, so that a slow stretch of the machine cancels out. */
export function summarise(fixed: Fixed, rounds: readonly Measured[], empty: readonly Measured[]): Figures {
  const cpu = ({ processorMs, requests }: Measured) => (requests === 0 ? 0 : processorMs / requests);
  const ratios = rounds.flatMap((measured, round) => {
    const against = empty[round];
    return against === undefined ? [] : [cpu(measured) / cpu(against)];
  });
  return {
    ...fixed,
    perSecond: median(rounds.map(({ requests, seconds }) => requests / seconds)),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    cpuMs: median(rounds.map(cpu)),
    ratio: median(ratios),
  };
}
