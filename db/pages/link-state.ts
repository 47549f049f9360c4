import { desc, eq, sql } from "drizzle-orm";
import type { LinkStanding } from "#domain/vocabulary.ts";
import { copies, evidence, visits, watches } from "../schema/tables.ts";
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

/** How the link of an entry stood at the last visit, and what is kept of its page. */
export interface LinkState {
  readonly standing: LinkStanding;
  readonly since: Date;
  readonly checkedAt: Date | null;
  /** Why it could not be read or kept, by its code. */
  readonly fault: string | null;
  readonly faultDetail: string | null;
  /** The newest copy, and the one that was kept first. */
  readonly copyId: string | null;
  readonly firstCopyId: string | null;
  /** When the first one was kept. */
  readonly keptAt: Date | null;
  /** When it is to be visited next. */
  readonly dueAt: Date;
  /** Where the last visit ended, where it has moved. */
  readonly movedTo: string | null;
}

/** How a link stands, beside the page that it leads to; null as a whole where the page is not visited. */
export const linkColumns = {
  standing: watches.standing,
  since: watches.since,
  checkedAt: watches.checkedAt,
  fault: watches.fault,
  faultDetail: watches.faultDetail,
  copyId: watches.copyId,
  firstCopyId: watches.firstCopyId,
  keptAt:
    sql<Date | null>`(select ${copies.fetchedAt} from ${copies} where ${copies.id} = ${watches.firstCopyId})`.mapWith(
      copies.fetchedAt,
    ),
  dueAt: watches.dueAt,
  movedTo: sql<string | null>`case when ${watches.standing} = 'moved' then (
    select ${visits.finalUrl} from ${visits}
    where ${visits.pageId} = ${watches.pageId} and ${visits.standing} = 'moved'
      and (${visits.fault} is null or ${visits.fault} = 'no-space')
    order by ${visits.at} desc, ${visits.id} desc limit 1
  ) end`,
};
