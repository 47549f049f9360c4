import { and, desc, eq, inArray } from "drizzle-orm";
import { CRITERIA, LANGUAGES } from "#domain/vocabulary.ts";
import { shownName } from "../change/actor-row.ts";
import { forecasts, history, type Snapshot } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

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

const changesWhatItIsHeldTo = (after: Snapshot | null): boolean => Object.keys(narrowed(after)).length > 0;

/** What counts a forecast's revision on, each by one. */
const REVISED = ["forecast-changed", "forecast-withdrawn", "forecast-restored", "review-set"] as const;

/**
 * Whether a forecast has another claim, window or criteria than at the revision that somebody saw, or had one
 * meanwhile. A revision that is yet to come was not seen here.
 */
export async function isHeldToOther(
  read: Reader,
  forecast: { readonly id: string; readonly revision: number },
  seen: number,
): Promise<boolean> {
  if (seen >= forecast.revision) return seen > forecast.revision;
  const rows = await read
    .select({ after: history.after })
    .from(history)
    .where(and(eq(history.forecastId, forecast.id), inArray(history.action, [...REVISED])))
    .orderBy(desc(history.seq))
    .limit(forecast.revision - seen);
  return rows.some(({ after }) => changesWhatItIsHeldTo(after));
}

/** Every change of a forecast's claim, window or criteria since it was recorded, the newest first. */
export async function listForecastChanges(read: Reader, slug: string): Promise<readonly ForecastRevision[]> {
  const { id, at, reason, before, after } = history;
  const rows = await read
    .select({ id, at, by: shownName(history.by), reason, before, after })
    .from(history)
    .innerJoin(forecasts, eq(forecasts.id, history.forecastId))
    .where(and(eq(forecasts.slug, slug), eq(history.action, "forecast-changed")))
    .orderBy(desc(history.seq));
  return rows
    .filter(({ after }) => changesWhatItIsHeldTo(after))
    .map((row) => ({ ...row, before: narrowed(row.before), after: narrowed(row.after) }));
}
