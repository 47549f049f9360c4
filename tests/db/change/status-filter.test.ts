import { asc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hasStatus, statusColumn } from "#db/change/status-filter.ts";
import { countByStatus, countQueue, QUEUE_LIMIT, readQueue, shareOut } from "#db/lists/queue.ts";
import { findSource } from "#db/lists/sources.ts";
import { listSpeakers } from "#db/lists/speakers.ts";
import { forecasts } from "#db/schema/tables.ts";
import { type Day, daysAfter, yearsAfter } from "#domain/day.ts";
import { statusOf } from "#domain/forecasts/status.ts";
import { compareDue } from "#domain/lists/order.ts";
import { STATUSES, type Status } from "#domain/vocabulary.ts";
import { emptyStore } from "../../support/any-store.ts";
import { type GridForecast, gridForecasts, gridStore } from "../../support/grid.ts";
import { NOW, TODAY } from "../../support/seeded.ts";

const grid = gridForecasts();
const { read } = await gridStore(grid);
const days = [-400, -2, -1, 0, 1, 2, 3, 500].map((days) => daysAfter(TODAY, days));

const having = (wanted: readonly Status[], today: Day) =>
  grid.filter((forecast) => wanted.includes(statusOf(forecast, today)));
const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);

async function found(wanted: readonly Status[], today: Day): Promise<string[]> {
  const rows = await read.select({ slug: forecasts.slug }).from(forecasts).where(hasStatus(wanted, today));
  return slugs(rows).toSorted();
}

test("the grid covers every status", () => {
  expect(grid.length).toBeGreaterThan(400);
  expect(new Set(slugs(grid)).size).toBe(grid.length);
  for (const status of STATUSES) expect(having([status], TODAY).length, status).toBeGreaterThan(4);
});

describe.each(days)("on %s", (today) => {
  test.each(STATUSES)("the store finds as %s what the rule calls so", async (status) => {
    expect(await found([status], today)).toEqual(slugs(having([status], today)).toSorted());
  });

  test("the store calls each forecast what the rule calls it", async () => {
    const status = statusColumn(today);
    const rows = await read.select({ id: forecasts.id, status }).from(forecasts).orderBy(asc(forecasts.id));
    const expected = grid.map((forecast) => ({ id: forecast.id, status: statusOf(forecast, today) }));
    expect(rows).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test("the counts add up", async () => {
    const counts = Object.fromEntries(STATUSES.map((status) => [status, having([status], today).length]));
    expect(await countByStatus(read, today)).toEqual(counts);
    expect((await findSource(read, "s", today))?.standing.byStatus).toEqual(counts);
    const speakers = await listSpeakers(read, today);
    const total = speakers.reduce((sum, { standing }) => sum + standing.byStatus.overdue, 0);
    expect(total).toBe(counts.overdue);
  });
});

test("several statuses are found together, and none finds nothing", async () => {
  for (const wanted of [["overdue", "due"], ["resolved", "watching", "upcoming"], STATUSES, []] as const) {
    expect(await found(wanted, TODAY)).toEqual(slugs(having(wanted, TODAY)).toSorted());
  }
});

describe("the queue", () => {
  type Order = (a: GridForecast, b: GridForecast) => number;
  const by =
    (key: (forecast: GridForecast) => string): Order =>
    (a, b) =>
      key(a) < key(b) ? -1 : 1;
  const byOpening = by(({ dueFrom, dueBy, slug }) => `${dueFrom} ${dueBy ?? ""} ${slug}`);
  const nextYear = yearsAfter(TODAY, 1);
  const since = new Date(NOW.getTime() - 30 * 86_400_000);
  const opensBy = (last: Day) =>
    having(["upcoming"], TODAY).filter(({ dueFrom }) => dueFrom && dueFrom <= last);
  const later = having(["upcoming"], TODAY).filter(({ dueFrom }) => dueFrom && dueFrom > nextYear);
  const lately = grid.filter(({ resolved, decidedAt }) => resolved && decidedAt && decidedAt >= since);
  const newestFirst = by(({ decidedAt, slug }) => `${9e15 - Number(decidedAt)} ${slug}`);

  test.each<[string, readonly GridForecast[], Order]>([
    ["overdue", having(["overdue"], TODAY), compareDue],
    ["due", having(["due"], TODAY), compareDue],
    ["open", having(["open"], TODAY), compareDue],
    ["comingUp", opensBy(nextYear), byOpening],
    ["later", later, byOpening],
    ["review", having(["review"], TODAY), by(({ reviewOn, slug }) => `${reviewOn} ${slug}`)],
    ["resolved", lately, newestFirst],
  ])("shows under %s the right forecasts in the right order", async (section, expected, order) => {
    const sections = await readQueue(read, TODAY, since);
    const { totals } = await countQueue(read, TODAY, since);
    const shown: Record<string, readonly { slug: string }[]> = sections;
    const own = slugs(shown[section] ?? []);
    expect(own.length).toBeGreaterThanOrEqual(Math.min(expected.length, 4));
    expect(own).toEqual(slugs(expected.toSorted(order)).slice(0, own.length));
    expect({ ...totals }).toMatchObject({ [section]: expected.length });
  });

  test("shows no more than fills a page, however many are due", async () => {
    const sections = await readQueue(read, TODAY, since);
    expect(Object.values(sections).flat()).toHaveLength(QUEUE_LIMIT);
  });

  test.each([
    [
      [6, 0, 10, 2, 0, 1, 0],
      [6, 0, 10, 2, 0, 1, 0],
    ],
    [
      [60, 2, 60],
      [44, 2, 4],
    ],
    [
      [3, 60, 60],
      [3, 43, 4],
    ],
    [[], []],
  ])("shares %j out as %j", (sizes, shares) => {
    expect(shareOut(sizes, QUEUE_LIMIT)).toEqual(shares);
  });

  test("counts the day a year from now as coming up, and the day after as later", async () => {
    const far = await gridStore(grid.filter(({ slug }) => slug.startsWith("far-")));
    const sections = await readQueue(far.read, TODAY, since);
    expect(slugs(sections.comingUp)).toEqual(["far-364", "far-365"]);
    expect(slugs(sections.later)).toEqual(["far-366", "far-2000"]);
  });

  test("shows each forecast's status as the rule has it", async () => {
    const sections = await readQueue(read, TODAY, since);
    for (const item of Object.values(sections).flat()) {
      const own = grid.find(({ slug }) => slug === item.slug);
      expect(item.status).toBe(own && statusOf(own, TODAY));
    }
  });

  test("is empty but sound where nothing is recorded", async () => {
    const { store } = await emptyStore();
    const sections = await readQueue(store.read, TODAY, since);
    const { counts } = await countQueue(store.read, TODAY, since);
    expect(Object.values(counts)).toEqual(STATUSES.map(() => 0));
    expect(Object.values(sections).flat()).toEqual([]);
  });
});
