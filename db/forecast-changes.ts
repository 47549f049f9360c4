import { and, desc, eq } from "drizzle-orm";
import { CRITERIA, LANGUAGES } from "../domain/vocabulary.ts";
import { forecasts, history, type Snapshot } from "./schema.ts";
import type { Reader } from "./store.ts";

/** A change of what a forecast is held to. */
export interface ForecastRevision {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly reason: string | null;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** What a forecast is held to: its claim, its window and what would settle it. */
const HELD_TO: readonly string[] = [
  ...["claim", ...CRITERIA].flatMap((name) => LANGUAGES.map((lang) => `${name}.${lang}`)),
  ...["horizon", "saidOn", "dueFrom", "dueBy", "graceBy", "negative"],
];

const narrowed = (snapshot: Snapshot | null): Snapshot =>
  Object.fromEntries(Object.entries(snapshot ?? {}).filter(([field]) => HELD_TO.includes(field)));

/** Every change of a forecast's claim, window or criteria since it was recorded, the newest first. */
export async function listForecastChanges(read: Reader, slug: string): Promise<readonly ForecastRevision[]> {
  const { id, at, by, reason, before, after } = history;
  const rows = await read
    .select({ id, at, by, reason, before, after })
    .from(history)
    .innerJoin(forecasts, eq(forecasts.id, history.forecastId))
    .where(and(eq(forecasts.slug, slug), eq(history.action, "forecast-changed")))
    .orderBy(desc(history.seq));
  return rows
    .map((row) => ({ ...row, before: narrowed(row.before), after: narrowed(row.after) }))
    .filter((row) => Object.keys(row.after).length > 0);
}
