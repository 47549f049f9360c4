import { and, eq, isNull } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { type JudgedForecast, type Timing, timingOf } from "#domain/forecasts/timing.ts";
import type { Outcome } from "#domain/vocabulary.ts";
import { type forecasts, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type Citation, readCitations } from "./citations.ts";

type Forecast = typeof forecasts.$inferSelect;

/** The verdict that stands, null when none does. */
export async function findStanding(read: Reader, forecast: Forecast): Promise<VerdictRecord | null> {
  const [row] = await read
    .select()
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

export interface VerdictRecord {
  readonly id: string;
  readonly outcome: Outcome;
  readonly happenedOn: Day | null;
  readonly knownOn: Day;
  readonly rationale: string;
  readonly evidenceIds: readonly string[];
  /** The same evidence as the judge saw it. */
  readonly citations: readonly Citation[];
  readonly withoutEvidenceReason: string | null;
  readonly alreadyJudgeable: boolean;
  /** What was not yet as it should be for judging, by its code; null where that was not looked at. */
  readonly against: readonly string[] | null;
  readonly timing: Timing;
  readonly recordedAt: Date;
  readonly by: string | null;
  /** Null while it stands. */
  readonly ending: Ending | null;
}

/** A stored verdict with its timing, which is worked out from the forecast it judges. */
export function toVerdict(
  forecast: JudgedForecast,
  row: typeof verdicts.$inferSelect,
  citations: readonly Citation[],
): VerdictRecord {
  const { id, outcome, happenedOn, knownOn, rationale, withoutEvidenceReason, alreadyJudgeable, against } =
    row;
  const { recordedAt, recordedBy, endedAt, endedBy, ending, endReason } = row;
  return {
    id,
    outcome,
    happenedOn,
    knownOn,
    rationale,
    evidenceIds: citations.map(({ evidence }) => evidence),
    citations,
    withoutEvidenceReason,
    alreadyJudgeable,
    against,
    timing: timingOf(forecast, outcome, happenedOn),
    recordedAt,
    by: recordedBy,
    ending:
      endedAt === null || ending === null || endReason === null
        ? null
        : { kind: ending, at: endedAt, by: endedBy, reason: endReason },
  };
}
