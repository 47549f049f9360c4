import { and, count, desc, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import { isOneOf } from "./dialect.ts";
import { type LinkState, linkColumns } from "./evidence-record.ts";
import { listEntriesOn, type PageEntry } from "./page-record.ts";
import { evidence, pages, TROUBLED, watches } from "./schema.ts";
import type { Reader } from "./store.ts";

export type TroubledStanding = (typeof TROUBLED)[number];

/** A page whose link does not say what it said, and what stands on it. */
export interface TroubledLink {
  readonly pageId: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly link: LinkState;
  readonly entries: readonly PageEntry[];
}

/** Where a further page begins: behind this one. */
export interface LinkCursor {
  readonly since: Date;
  readonly pageId: string;
}

export interface TroubledQuery {
  readonly standing?: TroubledStanding;
  readonly limit: number;
  readonly cursor?: LinkCursor;
}

/** As the index of them says it, to the letter. */
const isTroubled = isOneOf(watches.standing, TROUBLED);

/** The links of which something has to be said and on which evidence rests, the latest trouble first. */
export async function listTroubledLinks(
  read: Reader,
  { standing, limit, cursor }: TroubledQuery,
): Promise<{ readonly items: readonly TroubledLink[]; readonly nextCursor: LinkCursor | null }> {
  const isLogged = exists(
    read
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.pageId, watches.pageId), isNull(evidence.withdrawnAt))),
  );
  const isBehind =
    cursor && sql`(${watches.since}, ${watches.pageId}) < (${cursor.since.getTime()}, ${cursor.pageId})`;
  const rows = await read
    .select({
      pageId: watches.pageId,
      url: watches.url,
      title: pages.title,
      publisher: pages.publisher,
      link: linkColumns,
    })
    .from(watches)
    .innerJoin(pages, eq(pages.id, watches.pageId))
    .where(and(standing === undefined ? isTroubled : eq(watches.standing, standing), isBehind, isLogged))
    .orderBy(desc(watches.since), desc(watches.pageId))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const entries = await listEntriesOn(
    read,
    shown.map(({ pageId }) => pageId),
  );
  const byPage = Map.groupBy(entries, ({ pageId }) => pageId);
  return {
    items: shown.map((row) => ({ ...row, entries: byPage.get(row.pageId) ?? [] })),
    nextCursor: rows.length > limit && last ? { since: last.link.since, pageId: last.pageId } : null,
  };
}

/** How many links stand each of these ways. */
export async function countTroubledLinks(
  read: Reader,
): Promise<{ readonly [S in TroubledStanding]: number }> {
  const rows = await read
    .select({ standing: watches.standing, links: count() })
    .from(watches)
    .where(inArray(watches.standing, [...TROUBLED]))
    .groupBy(watches.standing);
  const of = (standing: TroubledStanding) => rows.find((row) => row.standing === standing)?.links ?? 0;
  return { changed: of("changed"), moved: of("moved"), gone: of("gone"), unreachable: of("unreachable") };
}
