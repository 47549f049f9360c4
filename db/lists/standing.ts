import { OUTCOMES, type Outcome, recordOf, STATUSES, type Status } from "#domain/vocabulary.ts";

/** How a source's or a speaker's forecasts stand: counts, and no percentage. */
export interface Standing {
  readonly forecasts: number;
  readonly byStatus: { readonly [S in Status]: number };
  readonly byOutcome: { readonly [O in Outcome]: number };
  /** Those of them that were put on record after their window had opened. */
  readonly recordedLate: {
    readonly forecasts: number;
    readonly byOutcome: { readonly [O in Outcome]: number };
  };
}

interface Counted {
  readonly id: string;
  readonly status: Status;
  readonly outcome: Outcome | null;
  /** 1 for those recorded late, else 0. */
  readonly late: number;
  readonly forecasts: number;
}

/** Sums counts by status and outcome up for each id. */
export function standings(rows: readonly Counted[]): (id: string) => Standing {
  const byId = Map.groupBy(rows, ({ id }) => id);
  const total = (of: readonly Counted[]) => of.reduce((sum, { forecasts }) => sum + forecasts, 0);
  return (id) => {
    const own = byId.get(id) ?? [];
    const byOutcome = (of: readonly Counted[]) =>
      recordOf(OUTCOMES, (wanted) => total(of.filter((row) => row.outcome === wanted)));
    const late = own.filter((row) => row.late === 1);
    return {
      forecasts: total(own),
      byStatus: recordOf(STATUSES, (wanted) => total(own.filter((row) => row.status === wanted))),
      byOutcome: byOutcome(own),
      recordedLate: { forecasts: total(late), byOutcome: byOutcome(late) },
    };
  };
}
