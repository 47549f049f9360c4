import { sql } from "drizzle-orm";
import { OUTCOMES, type Outcome } from "#domain/vocabulary.ts";
import { doneBy } from "./actors.ts";
import {
  check,
  count,
  day,
  flag,
  foreignKey,
  id,
  index,
  instant,
  isDayShaped,
  isOneOf,
  json,
  primaryKey,
  table,
  text,
  unique,
  uniqueIndex,
} from "./dialect.ts";
import { evidence } from "./evidence.ts";
import { forecasts } from "./forecasts.ts";

// What was judged, and on what.

export const verdicts = table(
  "verdicts",
  {
    id: id(),
    forecastId: text("forecast_id")
      .notNull()
      .references(() => forecasts.id),
    outcome: text("outcome").$type<Outcome>().notNull(),
    happenedOn: day("happened_on"),
    knownOn: day("known_on").notNull(),
    rationale: text("rationale").notNull(),
    withoutEvidenceReason: text("without_evidence_reason"),
    alreadyJudgeable: flag("already_judgeable").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: doneBy("recorded_by"),
    /** How it ceased to stand; the verdict itself is never edited. */
    endedAt: instant("ended_at"),
    endedBy: doneBy("ended_by"),
    ending: text("ending").$type<"replaced" | "withdrawn">(),
    endReason: text("end_reason"),
    /** What was not yet as it should be for judging, by its code; null where that was not looked at. */
    against: json<readonly string[]>("against"),
  },
  (t) => [
    unique("verdicts_of_forecast").on(t.id, t.forecastId),
    uniqueIndex("verdicts_one_stands").on(t.forecastId).where(sql`${t.endedAt} is null`),
    index("verdicts_by_forecast").on(t.forecastId, t.recordedAt),
    index("verdicts_by_time").on(t.recordedAt, t.forecastId).where(sql`${t.endedAt} is null`),
    index("verdicts_by_outcome").on(t.outcome, t.forecastId).where(sql`${t.endedAt} is null`),
    check("verdicts_outcome", isOneOf(t.outcome, OUTCOMES)),
    check("verdicts_happened_on", isDayShaped(t.happenedOn)),
    check("verdicts_known_on", isDayShaped(t.knownOn)),
    check("verdicts_days", sql`${t.happenedOn} is null or ${t.happenedOn} <= ${t.knownOn}`),
    check(
      "verdicts_ending",
      sql`(${t.endedAt} is null) = (${t.ending} is null) and (${t.endedAt} is null) = (${t.endReason} is null)`,
    ),
    check("verdicts_ending_kind", isOneOf(t.ending, ["replaced", "withdrawn"])),
  ],
);

/** What a judge says: columns of theirs, and the entries that are cited; in the order in which the history keeps them. */
export const SAID_IN_VERDICT = [
  "outcome",
  "happenedOn",
  "knownOn",
  "rationale",
  "evidenceIds",
  "withoutEvidenceReason",
  "alreadyJudgeable",
] as const satisfies readonly (keyof typeof verdicts.$inferSelect | "evidenceIds")[];

/** What a verdict cites; both keys carry the forecast, so that another forecast's evidence cannot be cited. */
export const citations = table(
  "citations",
  {
    verdictId: text("verdict_id").notNull(),
    evidenceId: text("evidence_id").notNull(),
    forecastId: text("forecast_id").notNull(),
    /** The revision of the evidence that the judge rested on. */
    revision: count("revision").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.verdictId, t.evidenceId] }),
    index("citations_by_evidence").on(t.evidenceId),
    foreignKey({
      name: "citations_verdict",
      columns: [t.verdictId, t.forecastId],
      foreignColumns: [verdicts.id, verdicts.forecastId],
    }),
    foreignKey({
      name: "citations_evidence",
      columns: [t.evidenceId, t.forecastId],
      foreignColumns: [evidence.id, evidence.forecastId],
    }),
    check("citations_revision", sql`${t.revision} >= 1`),
  ],
);
