import { and, eq, exists, isNull, not, or, type SQL } from "drizzle-orm";
import { evidence, watches } from "./schema.ts";
import type { Reader } from "./store.ts";

/** Whether evidence that was not withdrawn rests on the page of a watch. */
export const isRestedOn = (read: Reader): SQL =>
  exists(
    read
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.pageId, watches.pageId), isNull(evidence.withdrawnAt))),
  );

/**
 * Whether the page of a watch is to be visited when it is due: evidence rests on it, or somebody has just started with
 * its link and nothing was logged yet. A page that all evidence was taken back from is left alone.
 */
export function isWanted(read: Reader): SQL | undefined {
  const isLogged = exists(
    read.select({ id: evidence.id }).from(evidence).where(eq(evidence.pageId, watches.pageId)),
  );
  return or(isRestedOn(read), and(eq(watches.standing, "waiting"), not(isLogged)));
}
