import type { EvidenceRecord } from "../../db/evidence-record.ts";
import type { ForecastDetail } from "../../db/forecast-detail.ts";
import { type Balance, balanceOf } from "../../domain/balance.ts";
import type { Day } from "../../domain/day.ts";
import { type Readiness, type ReadinessEntry, readinessOf } from "../../domain/readiness.ts";
import { JUDGED_CRITERIA } from "../../domain/vocabulary.ts";
import { dayIn } from "./clock.ts";
import { getSettings } from "./settings.ts";

/** What the evidence on a forecast adds up to. */
export interface Weighed {
  /** What counts: every entry that was not withdrawn. */
  readonly entries: readonly ReadinessEntry[];
  readonly balance: Balance;
  readonly readiness: Readiness;
}

/** An entry as it is weighed: all that the rules look at, and nothing that was typed about it. */
const toWeighed = (entry: EvidenceRecord, timeZone: string): ReadinessEntry => ({
  id: entry.id,
  stance: entry.stance,
  strength: entry.strength,
  publisher: entry.publisher,
  kind: null,
  publishedOn: entry.publishedOn,
  recordedAt: entry.recordedAt,
  recordedOn: dayIn(timeZone, entry.recordedAt),
  pageId: null,
  sketch: null,
  criterion: null,
});

const isWritten = (text: ForecastDetail["criteria"]["trueIf"]) =>
  text.en !== null || text["zh-Hant"] !== null;

/** Weighs the evidence on a forecast. */
export function weigh(forecast: ForecastDetail, today: Day): Weighed {
  const { timezone } = getSettings();
  const entries = forecast.evidence
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((entry) => toWeighed(entry, timezone));
  const { saidOn, dueFrom, dueBy, criteria } = forecast;
  const stated = JUDGED_CRITERIA.filter((criterion) => isWritten(criteria[criterion]));
  return {
    entries,
    balance: balanceOf(entries),
    readiness: readinessOf({ saidOn, dueFrom, dueBy, stated }, entries, today),
  };
}
