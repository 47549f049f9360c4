import { and, eq, isNull } from "drizzle-orm";
import { type forecasts, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { readCitations } from "./citations.ts";
import { toVerdict, type VerdictRecord } from "./verdict-record.ts";

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
