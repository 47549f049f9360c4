import type { citations, evidence, verdicts } from "../../db/schema/tables.ts";
import type { Day } from "../../domain/day.ts";
import type { Random } from "./random.ts";
import { judged, type Timed } from "./windows.ts";
import { summaryOf } from "./words.ts";

interface Given {
  readonly verdicts: (typeof verdicts.$inferInsert)[];
  readonly citations: (typeof citations.$inferInsert)[];
}

/** The standing verdict of a forecast with what it cites, and now and then the one that it took the place of. */
export function verdictOf(
  random: Random,
  forecast: Timed & { readonly id: string },
  today: Day,
  cited: readonly (typeof evidence.$inferInsert)[],
): Given {
  const given = judged(random, forecast, today);
  const { outcome, happenedOn, knownOn } = given;
  const recordedAt = new Date(`${knownOn}T18:00:${String(random.between(10, 59))}.000Z`);
  const shared = { forecastId: forecast.id, alreadyJudgeable: false, recordedBy: "Bench" };
  const standing = {
    ...{ ...shared, id: random.id(), outcome, happenedOn, knownOn, recordedAt, endedAt: null },
    rationale: summaryOf(random),
    withoutEvidenceReason: cited.length === 0 ? "Plain for everybody to see." : null,
  };
  const earlier = {
    ...{ ...shared, id: random.id(), outcome: "unclear" as const, happenedOn: null, knownOn, recordedAt },
    ...{ rationale: "Too early to say.", endedAt: recordedAt, endReason: "There is more now." },
    ...{ ending: "replaced" as const, endedBy: "Bench", withoutEvidenceReason: "Nothing yet." },
  };
  return {
    verdicts: random.chance(0.05) ? [earlier, standing] : [standing],
    citations: cited.slice(0, random.between(1, 3)).map(({ id }) => ({
      verdictId: standing.id,
      evidenceId: id,
      forecastId: forecast.id,
      revision: 1,
    })),
  };
}
