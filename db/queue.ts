import { and, asc, count, desc, gt, gte, lte, type SQL, sql } from "drizzle-orm";
import { type Day, yearsAfter } from "../domain/day.ts";
import { STATUSES, type Status } from "../domain/vocabulary.ts";
import { ascending } from "./dialect.ts";
import { type ForecastItem, selectItems, toItems } from "./forecast-item.ts";
import { forecasts, verdicts } from "./schema.ts";
import { hasStatus, statusColumn } from "./status-filter.ts";
import type { Reader } from "./store.ts";

/** The sections of what is due, in the order in which they want attention. */
export const QUEUE_SECTIONS = ["overdue", "due", "open", "comingUp", "later", "review", "resolved"] as const;
export type QueueSection = (typeof QUEUE_SECTIONS)[number];

export type StatusCounts = { readonly [S in Status]: number };

export interface Queue {
  readonly counts: StatusCounts;
  readonly sections: { readonly [S in QueueSection]: readonly ForecastItem[] };
}

/** A section shows this many; `/forecasts` has the rest. */
export const SECTION_LIMIT = 50;

/** How many forecasts there are of each status. */
export async function countByStatus(read: Reader, today: Day): Promise<StatusCounts> {
  const status = statusColumn(today);
  const rows = await read.select({ status, forecasts: count() }).from(forecasts).groupBy(sql`${status}`);
  const of = (wanted: Status) => rows.find((row) => row.status === wanted)?.forecasts ?? 0;
  return Object.fromEntries(STATUSES.map((wanted) => [wanted, of(wanted)])) as StatusCounts;
}

/** What is due: the forecasts that want a verdict first, then what is open, to come, to look at, and lately decided. */
export async function readQueue(read: Reader, today: Day, decidedSince: Date): Promise<Queue> {
  const nextYear = yearsAfter(today, 1);
  const byDue = [ascending(forecasts.dueBy), ascending(forecasts.dueFrom), asc(forecasts.slug)];
  const byOpening = [ascending(forecasts.dueFrom), ascending(forecasts.dueBy), asc(forecasts.slug)];
  const section = async (where: SQL | undefined, orderBy: SQL[]) => {
    const rows = await selectItems(read)
      .where(where)
      .orderBy(...orderBy)
      .limit(SECTION_LIMIT);
    return toItems(read, rows, today);
  };
  const is = (status: Status) => hasStatus([status], today);
  return {
    counts: await countByStatus(read, today),
    sections: {
      overdue: await section(is("overdue"), byDue),
      due: await section(is("due"), byDue),
      open: await section(is("open"), byDue),
      comingUp: await section(and(is("upcoming"), lte(forecasts.dueFrom, nextYear)), byOpening),
      later: await section(and(is("upcoming"), gt(forecasts.dueFrom, nextYear)), byOpening),
      review: await section(is("review"), [ascending(forecasts.reviewOn), asc(forecasts.slug)]),
      resolved: await section(gte(verdicts.recordedAt, decidedSince), [
        desc(verdicts.recordedAt),
        asc(forecasts.slug),
      ]),
    },
  };
}
