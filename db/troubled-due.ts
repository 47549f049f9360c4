import { and, desc, eq, isNull } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import { isOneOf } from "./dialect.ts";
import { evidence, forecasts, TROUBLED, watches } from "./schema.ts";
import { hasStatus, isLive } from "./status-filter.ts";
import type { Reader } from "./store.ts";

/** How many of the latest troubled links are looked at: the front page asks each time. */
const LOOKED_AT = 100;

/**
 * Whether a forecast that is past due without a verdict rests on a link that does not say what it said. Only the latest
 * of such links are looked at, however many there are.
 */
export async function isTroubleBehindDue(read: Reader, today: Day): Promise<boolean> {
  const latest = read
    .select({ pageId: watches.pageId })
    .from(watches)
    .where(isOneOf(watches.standing, TROUBLED))
    .orderBy(desc(watches.since), desc(watches.pageId))
    .limit(LOOKED_AT)
    .as("latest");
  const [found] = await read
    .select({ id: evidence.id })
    .from(latest)
    .innerJoin(evidence, and(eq(evidence.pageId, latest.pageId), isNull(evidence.withdrawnAt)))
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .where(and(isLive, hasStatus(["overdue", "due"], today)))
    .limit(1);
  return found !== undefined;
}
