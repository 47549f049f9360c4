import { and, eq, exists, isNull, not, or, type SQL } from "drizzle-orm";
import { evidence, watches } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** Whether evidence that was not withdrawn rests on the page of a watch. */
export const isRestedOn = (read: Reader): SQL =>
  exists(
    read
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.pageId, watches.pageId), isNull(evidence.withdrawnAt))),
  );

/**
 * Whether somebody has just started with the link of a watch, which waits for its first visit, and logged nothing yet.
 */
export function isOnlyStarted(read: Reader): SQL | undefined {
  const isLogged = exists(
    read.select({ id: evidence.id }).from(evidence).where(eq(evidence.pageId, watches.pageId)),
  );
  return and(eq(watches.standing, "waiting"), not(isLogged));
}

/**
 * Whether the page of a watch is to be visited when it is due: evidence rests on it, or somebody has just started with
 * its link. A page that all evidence was taken back from is left alone.
 */
export const isWanted = (read: Reader): SQL | undefined => or(isRestedOn(read), isOnlyStarted(read));

/**
 * How many bare links may wait for their first visit at a time. Two are visited at once, each for thirty seconds at
 * worst, so that the last of a hundred is read within half an hour, mostly within two minutes; and no flood of them
 * makes the queue longer than that. What is logged is not counted.
 */
export const MOST_STARTED = 100;

/** How many bare links wait for their first visit. */
export const countStarted = (read: Reader): Promise<number> => read.$count(watches, isOnlyStarted(read));
