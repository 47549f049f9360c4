import { and, desc, eq, isNull } from "drizzle-orm";
import type { Day } from "../../domain/day.ts";
import { hasStatus, isLive } from "../change/status-filter.ts";
import { evidence, forecasts, watches } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { TROUBLED, type TroubledStanding } from "./troubled-links.ts";
import { isRestedOn } from "./wanted-visits.ts";

/** How many of the latest links of each kind are looked at: the front page asks each time. */
const LOOKED_AT = 50;

async function isBehindDue(read: Reader, standing: TroubledStanding, today: Day): Promise<boolean> {
  const latest = read
    .select({ pageId: watches.pageId })
    .from(watches)
    .where(and(eq(watches.standing, standing), isRestedOn(read)))
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

/**
 * Whether a forecast that is past due without a verdict rests on a link that does not say what it said. Only the latest
 * of such links are looked at, however many there are.
 */
export async function isTroubleBehindDue(read: Reader, today: Day): Promise<boolean> {
  for (const standing of TROUBLED) if (await isBehindDue(read, standing, today)) return true;
  return false;
}
