import { asc, inArray } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import { type JudgedForecast, type Timing, timingOf } from "../domain/timing.ts";
import type { Outcome } from "../domain/vocabulary.ts";
import { citations, type verdicts } from "./schema.ts";
import type { Reader } from "./store.ts";

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

/** The ids of the evidence that some verdicts cite. */
export async function readCitations(
  read: Reader,
  verdictIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (verdictIds.length === 0) return new Map();
  const rows = await read
    .select({ verdictId: citations.verdictId, evidenceId: citations.evidenceId })
    .from(citations)
    .where(inArray(citations.verdictId, [...verdictIds]))
    .orderBy(asc(citations.evidenceId));
  const byVerdict = Map.groupBy(rows, ({ verdictId }) => verdictId);
  return new Map([...byVerdict].map(([id, cited]) => [id, cited.map(({ evidenceId }) => evidenceId)]));
}

/** A stored verdict with its timing, which is worked out from the forecast it judges. */
export function toVerdict(
  forecast: JudgedForecast,
  row: typeof verdicts.$inferSelect,
  evidenceIds: readonly string[],
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
    evidenceIds,
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
