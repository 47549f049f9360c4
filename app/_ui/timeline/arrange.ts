import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { TimelineItem } from "#db/lists/timeline.ts";
import { type Day, LAST_DAY } from "#domain/day.ts";
import { periodOf, type Stretch, sideOf, type Zoom } from "#domain/lists/axis.ts";
import { compareDue } from "#domain/lists/order.ts";
import { STATUSES } from "#domain/vocabulary.ts";
import type { Grouping } from "./view.ts";

/** Forecasts that stand together under a heading; the first of them says what it is. */
export interface Group {
  readonly key: string;
  readonly first: TimelineItem;
  readonly items: readonly TimelineItem[];
}

function keyOf(item: ForecastItem, group: Grouping): string {
  switch (group) {
    case "due":
      return "";
    case "status":
      return item.status;
    case "source":
      return item.source.slug;
    case "speaker":
      return item.speaker.slug;
    default:
      return group satisfies never;
  }
}

/**
 * Forecasts in groups, each in the order of what falls due. Statuses come in the order of the queue; otherwise the
 * group comes first in which something falls due first.
 */
export function inGroups(items: readonly TimelineItem[], group: Grouping): readonly Group[] {
  const byKey = Map.groupBy(
    items.toSorted((a, b) => compareDue(a, b)),
    (item) => keyOf(item, group),
  );
  const groups = [...byKey].flatMap(([key, own]) => {
    const [first] = own;
    return first === undefined ? [] : [{ key, first, items: own }];
  });
  if (group !== "status") return groups;
  return groups.toSorted((a, b) => STATUSES.indexOf(a.first.status) - STATUSES.indexOf(b.first.status));
}

/** What is to be looked at again first comes first; without a review date last. */
function compareReview(a: ForecastItem, b: ForecastItem): number {
  const [mine, other] = [a.reviewOn ?? LAST_DAY, b.reviewOn ?? LAST_DAY];
  return mine === other ? compareDue(a, b) : mine < other ? -1 : 1;
}

/**
 * The forecasts that a stretch shows and those to either side of it, in the order of what falls due; and those without
 * a date of their own, in the order of our reviews.
 */
export function bySide(items: readonly TimelineItem[], stretch: Stretch) {
  const sorted = items.toSorted((a, b) => compareDue(a, b));
  const on = (side: ReturnType<typeof sideOf>) => sorted.filter((item) => sideOf(stretch, item) === side);
  return {
    before: on("before"),
    inside: on("inside"),
    after: on("after"),
    undated: on(null).toSorted(compareReview),
  };
}

export interface AgendaDay {
  readonly on: Day;
  readonly items: readonly TimelineItem[];
}

/** A quarter, year or decade of the agenda, with the days on which something falls due. */
export interface AgendaPeriod {
  readonly start: Day;
  readonly days: readonly AgendaDay[];
}

/**
 * Dated forecasts by the day they fall due (by the day they open, where they have no last day), and today among them.
 */
export function agendaOf(items: readonly TimelineItem[], zoom: Zoom, today: Day): readonly AgendaPeriod[] {
  const dated = items
    .toSorted((a, b) => compareDue(a, b))
    .flatMap((item) => {
      const on = item.dueBy ?? item.dueFrom;
      return on === null ? [] : [{ on, item }];
    });
  const byDay = Map.groupBy(dated, ({ on }) => on);
  const days = [...new Set([...byDay.keys(), today])]
    .toSorted()
    .map((on) => ({ on, items: (byDay.get(on) ?? []).map(({ item }) => item) }));
  const periods = Map.groupBy(days, ({ on }) => periodOf(zoom, on));
  return [...periods].map(([start, own]) => ({ start, days: own }));
}
