import type { Route } from "next";
import { type Day, isDay } from "#domain/day.ts";
import { ZOOMS, type Zoom } from "#domain/lists/axis.ts";
import { withQuery } from "../../_words/routes.ts";
import { FILTERS } from "../lists/active-filters.tsx";

/** What the address asks to look at, kindly: a value that is none of ours counts as not given. */
export function readView(params: URLSearchParams): TimelineView {
  const asked = (name: string) => params.get(name);
  const at = asked("at");
  return {
    zoom: ZOOMS.find((zoom) => zoom === asked("zoom")) ?? "year",
    group: GROUPINGS.find((group) => group === asked("group")) ?? "due",
    at: isDay(at) ? at : null,
  };
}

export const GROUPINGS = ["due", "status", "source", "speaker"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the reader looks at: how much time, which, and in what groups. */
export interface TimelineView {
  readonly zoom: Zoom;
  readonly group: Grouping;
  /** The day the stretch is laid around; null for today. */
  readonly at: Day | null;
}

/** The parameters of the timeline beside the filters. */
export const VIEW_PARAMETERS = ["zoom", "group", "at"] as const;

/**
 * The address of the timeline with the filters in force kept, and without what is so anyway.
 *
 * @param params what stands in the address now
 * @param cursor the page of forecasts to show; left out, it is the first
 */
export function timelineAddress(params: URLSearchParams, view: TimelineView, cursor?: string | null): Route {
  const query = new URLSearchParams();
  for (const filter of FILTERS) {
    for (const value of params.getAll(filter)) if (value !== "") query.append(filter, value);
  }
  if (view.zoom !== "year") query.set("zoom", view.zoom);
  if (view.group !== "due") query.set("group", view.group);
  if (view.at !== null) query.set("at", view.at);
  if (typeof cursor === "string") query.set("cursor", cursor);
  return withQuery("/timeline", query);
}
