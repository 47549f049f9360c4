import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import { type JudgedForecast, type Timing, timingOf } from "#domain/forecasts/timing.ts";
import { shownName } from "../change/actor-row.ts";
import { type forecasts, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type Citation, readCitations } from "./citations.ts";

type Forecast = typeof forecasts.$inferSelect;

/** What is read of a verdict: all that the table holds of it, whoever gave and ended it by their names. */
export const verdictColumns = {
  ...getTableColumns(verdicts),
  recordedBy: shownName(verdicts.recordedBy),
  endedBy: shownName(verdicts.endedBy),
};

/** The verdict that stands, null when none does. */
export async function findStanding(read: Reader, forecast: Forecast): Promise<VerdictRecord | null> {
  const [row] = await read
    .select(verdictColumns)
    .from(verdicts)
    .where(and(eq(verdicts.forecastId, forecast.id), isNull(verdicts.endedAt)));
  if (row === undefined) return null;
  return toVerdict(forecast, row, (await readCitations(read, [row.id])).get(row.id) ?? []);
}

/** How a verdict ceased to stand. */
export interface Ending {
  readonly kind: "replaced" | "withdrawn";
  readonly at: Date;
  readonly by: string | null;
  readonly reason: string;
}

type Row = typeof verdicts.$inferSelect;
type Kept = Omit<Row, "forecastId" | "recordedBy" | "endedAt" | "endedBy" | "ending" | "endReason">;

/** A verdict: what the table holds of it, and what is worked out. */
export interface VerdictRecord extends Readonly<Kept> {
  readonly evidenceIds: readonly string[];
  /** The same evidence as the judge saw it. */
  readonly citations: readonly Citation[];
  readonly timing: Timing;
  readonly by: string | null;
  /** Null while it stands. */
  readonly ending: Ending | null;
}

/** A stored verdict with its timing, which is worked out from the forecast it judges. */
export function toVerdict(forecast: JudgedForecast, row: Row, citations: readonly Citation[]): VerdictRecord {
  const { forecastId: _, recordedBy, endedAt, endedBy, ending, endReason, ...kept } = row;
  return {
    ...kept,
    evidenceIds: citations.map(({ evidence }) => evidence),
    citations,
    timing: timingOf(forecast, row.outcome, row.happenedOn),
    by: recordedBy,
    ending:
      endedAt === null || ending === null || endReason === null
        ? null
        : { kind: ending, at: endedAt, by: endedBy, reason: endReason },
  };
}
