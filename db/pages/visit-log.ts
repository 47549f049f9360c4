import { desc, eq } from "drizzle-orm";
import { visits } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** What one visit to a page found. */
export type VisitRecord = typeof visits.$inferSelect;

/** The visits to a page, the latest first. */
export function listVisits(
  read: Reader,
  pageId: string,
  { limit }: { readonly limit: number },
): Promise<readonly VisitRecord[]> {
  return read
    .select()
    .from(visits)
    .where(eq(visits.pageId, pageId))
    .orderBy(desc(visits.at), desc(visits.id))
    .limit(limit);
}

/** Whether a visit told something of its page: what could not be kept was read all the same. */
const isTold = ({ fault }: VisitRecord): boolean => fault === null || fault === "no-space";

/**
 * When the visits in vain began that a page has just behind it; undefined where the last one told something.
 *
 * @param tries how many of them there may be
 */
export async function findFirstInVain(
  read: Reader,
  pageId: string,
  tries: number,
): Promise<Date | undefined> {
  if (tries < 1) return undefined;
  const latest = await listVisits(read, pageId, { limit: tries });
  const told = latest.findIndex(isTold);
  return latest.slice(0, told < 0 ? latest.length : told).at(-1)?.at;
}
