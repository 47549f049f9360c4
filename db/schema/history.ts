import { doneBy } from "./actors.ts";
import { check, count, foreignKey, index, instant, isOneOf, json, table, text } from "./dialect.ts";
import { forecasts } from "./forecasts.ts";

// What happened, in its order.

export const ACTIONS = [
  "seeded",
  "source-recorded",
  "text-kept",
  "speaker-recorded",
  "forecast-recorded",
  "forecast-changed",
  "forecast-withdrawn",
  "forecast-restored",
  "evidence-logged",
  "evidence-corrected",
  "evidence-withdrawn",
  "page-corrected",
  "passage-marked",
  "passage-unmarked",
  "verdict-given",
  "verdict-replaced",
  "verdict-withdrawn",
  "review-set",
] as const;

export type Action = (typeof ACTIONS)[number];

/** What a history entry keeps of a record: plain values by field name. */
export type Snapshot = { readonly [field: string]: string | number | boolean | null | readonly string[] };

/** Append-only. `seq` is the order in which things happened, whatever the clock said. */
export const history = table(
  "history",
  {
    seq: count("seq").primaryKey(),
    id: text("id").notNull().unique(),
    at: instant("at").notNull(),
    by: doneBy("by"),
    action: text("action").$type<Action>().notNull(),
    forecastId: text("forecast_id").references(() => forecasts.id),
    /** The evidence, verdict or review it is about. */
    subjectId: text("subject_id"),
    reason: text("reason"),
    before: json<Snapshot>("before"),
    after: json<Snapshot>("after"),
    /** The entry that this one is a part of, where many changes were made as one (the seeding). */
    partOf: text("part_of"),
  },
  (t) => [
    index("history_by_forecast").on(t.forecastId, t.seq),
    index("history_by_whole").on(t.partOf, t.seq),
    foreignKey({ name: "history_whole", columns: [t.partOf], foreignColumns: [t.id] }),
    check("history_action", isOneOf(t.action, ACTIONS)),
  ],
);
