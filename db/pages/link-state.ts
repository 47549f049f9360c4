import { sql } from "drizzle-orm";
import type { LinkStanding } from "../../domain/vocabulary.ts";
import { copies, visits, watches } from "../schema/tables.ts";

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
