import { desc, eq } from "drizzle-orm";
import { visits } from "./schema.ts";
import type { Reader } from "./store.ts";

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
