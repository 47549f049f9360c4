import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Stance, Status } from "#domain/vocabulary.ts";
import { statusColumn } from "../change/status-filter.ts";
import { evidence, forecasts, pages } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { type ForecastFilter, filterCondition } from "./forecast-filter.ts";
import type { ForecastItem } from "./forecast-item.ts";
import { type ForecastQuery, listForecasts, type Page } from "./forecasts.ts";

/** A day on which a page that bears on the forecast was published. */
export interface EvidenceDay {
  readonly on: Day;
  readonly stance: Stance;
}

export interface TimelineItem extends ForecastItem {
  readonly evidenceDays: readonly EvidenceDay[];
}

/** A page of forecasts as `listForecasts` gives it, each with the days of its dated evidence. */
export async function readTimeline(
  read: Reader,
  query: ForecastQuery,
  today: Day,
): Promise<Page<TimelineItem>> {
  const { items, nextCursor } = await listForecasts(read, query, today);
  if (items.length === 0) return { items: [], nextCursor };
  const slugs = items.map(({ slug }) => slug);
  const rows = await read
    .select({ slug: forecasts.slug, on: pages.publishedOn, stance: evidence.stance })
    .from(evidence)
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .where(and(inArray(forecasts.slug, slugs), isNull(evidence.withdrawnAt), isNotNull(pages.publishedOn)))
    .orderBy(asc(pages.publishedOn), asc(evidence.id));
  const bySlug = Map.groupBy(rows, ({ slug }) => slug);
  const daysOf = (slug: string) =>
    (bySlug.get(slug) ?? []).flatMap(({ on, stance }) => (on === null ? [] : [{ on, stance }]));
  return { items: items.map((item) => ({ ...item, evidenceDays: daysOf(item.slug) })), nextCursor };
}

/** How many forecasts of a status fall due in a month. */
export interface MonthCount {
  /** Its first day. */
  readonly month: Day;
  readonly status: Status;
  readonly forecasts: number;
}

/** How many fall due in each month of a stretch of time, by their status: one row for each of both there is. */
export async function countByMonth(
  read: Reader,
  today: Day,
  filter: ForecastFilter,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<readonly MonthCount[]> {
  const month = sql<Day>`substr(${forecasts.dueBy}, 1, 7) || '-01'`;
  const status = statusColumn(today);
  const inStretch = and(gte(forecasts.dueBy, from), lte(forecasts.dueBy, to));
  return read
    .select({ month, status, forecasts: count() })
    .from(forecasts)
    .where(and(filterCondition(read, filter, today), inStretch))
    .groupBy(month, sql`${status}`);
}
