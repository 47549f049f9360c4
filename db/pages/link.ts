import { desc, eq } from "drizzle-orm";
import { evidence, watches } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** A link that leads to a page: the one that is visited, else the one that it was logged by last. */
export async function findPageLink(read: Reader, pageId: string): Promise<string | undefined> {
  const [visited] = await read.select({ url: watches.url }).from(watches).where(eq(watches.pageId, pageId));
  if (visited !== undefined) return visited.url;
  const [logged] = await read
    .select({ url: evidence.url })
    .from(evidence)
    .where(eq(evidence.pageId, pageId))
    .orderBy(desc(evidence.recordedAt), evidence.id)
    .limit(1);
  return logged?.url;
}
