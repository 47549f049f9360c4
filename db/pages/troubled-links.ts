import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { LinkStanding } from "#domain/vocabulary.ts";
import { hasStatus, isLive } from "../change/status-filter.ts";
import { evidence, forecasts, pages, watches } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type LinkState, linkColumns } from "./link-state.ts";
import { listEntriesOn, type PageEntry } from "./record.ts";
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

/** The standings of which something has to be said beside a link. */
export const TROUBLED = [
  "changed",
  "moved",
  "gone",
  "unreachable",
  "refused",
] as const satisfies LinkStanding[];
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

type TroubledRow = Omit<TroubledLink, "entries">;

/** Those of one standing, which an index has in this order; all together would have to be put in order first. */
function listOf(
  read: Reader,
  standing: TroubledStanding,
  { limit, cursor }: TroubledQuery,
): Promise<readonly TroubledRow[]> {
  const isBehind =
    cursor && sql`(${watches.since}, ${watches.pageId}) < (${cursor.since.getTime()}, ${cursor.pageId})`;
  return read
    .select({
      pageId: watches.pageId,
      url: watches.url,
      title: pages.title,
      publisher: pages.publisher,
      link: linkColumns,
    })
    .from(watches)
    .innerJoin(pages, eq(pages.id, watches.pageId))
    .where(and(eq(watches.standing, standing), isBehind, isRestedOn(read)))
    .orderBy(desc(watches.since), desc(watches.pageId))
    .limit(limit + 1);
}

const latestFirst = (a: TroubledRow, b: TroubledRow): number =>
  b.link.since.getTime() - a.link.since.getTime() || (a.pageId < b.pageId ? 1 : -1);

/** The links of which something has to be said and on which evidence rests, the latest trouble first. */
export async function listTroubledLinks(
  read: Reader,
  query: TroubledQuery,
): Promise<{ readonly items: readonly TroubledLink[]; readonly nextCursor: LinkCursor | null }> {
  const { standing, limit } = query;
  const rows: TroubledRow[] = [];
  for (const one of standing === undefined ? TROUBLED : [standing])
    rows.push(...(await listOf(read, one, query)));
  const shown = rows.toSorted(latestFirst).slice(0, limit);
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

/** How many links that evidence rests on stand each of these ways. */
export async function countTroubledLinks(
  read: Reader,
): Promise<{ readonly [S in TroubledStanding]: number }> {
  const rows = await read
    .select({ standing: watches.standing, links: count() })
    .from(watches)
    .where(and(inArray(watches.standing, [...TROUBLED]), isRestedOn(read)))
    .groupBy(watches.standing);
  const of = (standing: TroubledStanding) => rows.find((row) => row.standing === standing)?.links ?? 0;
  return {
    changed: of("changed"),
    moved: of("moved"),
    gone: of("gone"),
    unreachable: of("unreachable"),
    refused: of("refused"),
  };
}
