import { and, asc, count, desc, eq, gt, gte, isNull, lte, type SQL, sql } from "drizzle-orm";
import { type Day, yearsAfter } from "#domain/day.ts";
import { recordOf, STATUSES, type Status } from "#domain/vocabulary.ts";
import { hasStatus, isLive, statusColumn } from "../change/status-filter.ts";
import { ascending } from "../schema/dialect.ts";
import { forecasts, verdicts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type ForecastItem, readItems } from "./forecast-item.ts";

/** The sections of what is due, in the order in which they want attention. */
export const QUEUE_SECTIONS = ["overdue", "due", "open", "comingUp", "later", "review", "resolved"] as const;
export type QueueSection = (typeof QUEUE_SECTIONS)[number];

export type StatusCounts = { readonly [S in Status]: number };

/** How many forecasts a section has, shown or not. */
export type SectionTotals = { readonly [S in QueueSection]: number };

export interface QueueCounts {
  readonly counts: StatusCounts;
  readonly totals: SectionTotals;
}

export type QueueSections = { readonly [S in QueueSection]: readonly ForecastItem[] };

/** The whole queue shows this many, shared out by `shareOut`; `/forecasts` has the rest. */
export const QUEUE_LIMIT = 50;
/** What each section gets before any gets more. */
const LEAST = 4;

/**
 * How many each of some sections shows, where all together may show no more than `most`: a few of each, and what is
 * left goes to the first ones first.
 *
 * @example shareOut([60, 2, 60], 50) // [44, 2, 4]
 */
export function shareOut(sizes: readonly number[], most: number): readonly number[] {
  const shares = sizes.map((size) => Math.min(size, LEAST));
  let left = most - shares.reduce((sum, share) => sum + share, 0);
  return sizes.map((size, place) => {
    const share = shares[place] ?? 0;
    const more = Math.max(0, Math.min(size - share, left));
    left -= more;
    return share + more;
  });
}

/** How many forecasts there are of each status. */
export async function countByStatus(read: Reader, today: Day): Promise<StatusCounts> {
  const status = statusColumn(today);
  const rows = await read
    .select({ status, forecasts: count() })
    .from(forecasts)
    .where(isLive)
    .groupBy(sql`${status}`);
  const of = (wanted: Status) => rows.find((row) => row.status === wanted)?.forecasts ?? 0;
  return recordOf(STATUSES, of);
}

const opensWithinAYear = (today: Day) =>
  and(isLive, hasStatus(["upcoming"], today), lte(forecasts.dueFrom, yearsAfter(today, 1)));

type QueueSlugs = { readonly [S in QueueSection]: readonly string[] };

/** The ids of what each section would show if it had all the room. */
async function findSections(read: Reader, today: Day, decidedSince: Date): Promise<QueueSlugs> {
  const byDue = [ascending(forecasts.dueBy), ascending(forecasts.dueFrom), asc(forecasts.slug)];
  const byOpening = [ascending(forecasts.dueFrom), ascending(forecasts.dueBy), asc(forecasts.slug)];
  const section = async (where: SQL | undefined, orderBy: SQL[]) => {
    const rows = await read
      .select({ id: forecasts.id })
      .from(forecasts)
      .where(and(isLive, where))
      .orderBy(...orderBy)
      .limit(QUEUE_LIMIT);
    return rows.map(({ id }) => id);
  };
  const is = (status: Status) => hasStatus([status], today);
  const decided = await read
    .select({ id: forecasts.id })
    .from(verdicts)
    .innerJoin(forecasts, eq(forecasts.id, verdicts.forecastId))
    .where(and(isLive, decidedAfter(decidedSince)))
    .orderBy(desc(verdicts.recordedAt), asc(forecasts.slug))
    .limit(QUEUE_LIMIT);
  const later = and(is("upcoming"), gt(forecasts.dueFrom, yearsAfter(today, 1)));
  return {
    overdue: await section(is("overdue"), byDue),
    due: await section(is("due"), byDue),
    open: await section(is("open"), byDue),
    comingUp: await section(opensWithinAYear(today), byOpening),
    later: await section(later, byOpening),
    review: await section(is("review"), [ascending(forecasts.reviewOn), asc(forecasts.slug)]),
    resolved: decided.map(({ id }) => id),
  };
}

const decidedAfter = (since: Date) => and(gte(verdicts.recordedAt, since), isNull(verdicts.endedAt));

/** How many there are of everything: it takes a look at all of them. */
export async function countQueue(read: Reader, today: Day, decidedSince: Date): Promise<QueueCounts> {
  const counts = await countByStatus(read, today);
  const comingUp = await read.$count(forecasts, opensWithinAYear(today));
  const { overdue, due, open, review, upcoming } = counts;
  const [decided] = await read
    .select({ verdicts: count() })
    .from(verdicts)
    .innerJoin(forecasts, eq(forecasts.id, verdicts.forecastId))
    .where(and(isLive, decidedAfter(decidedSince)));
  const resolved = decided?.verdicts ?? 0;
  return {
    counts,
    totals: { overdue, due, open, comingUp, later: upcoming - comingUp, review, resolved },
  };
}

/** What is due: the forecasts that want a verdict first, then what is open, to come, to look at, and lately decided. */
export async function readQueue(read: Reader, today: Day, decidedSince: Date): Promise<QueueSections> {
  const found = await findSections(read, today, decidedSince);
  const shares = shareOut(
    QUEUE_SECTIONS.map((section) => found[section].length),
    QUEUE_LIMIT,
  );
  const shown = QUEUE_SECTIONS.map((section, place) => found[section].slice(0, shares[place]));
  const items = await readItems(read, shown.flat(), today);
  const shownOf = new Map(
    QUEUE_SECTIONS.map((section, place) => {
      const start = shown.slice(0, place).flat().length;
      return [section, items.slice(start, start + (shown[place]?.length ?? 0))];
    }),
  );
  const of = (section: QueueSection) => shownOf.get(section) ?? [];
  return {
    overdue: of("overdue"),
    due: of("due"),
    open: of("open"),
    comingUp: of("comingUp"),
    later: of("later"),
    review: of("review"),
    resolved: of("resolved"),
  };
}
