import type { Route } from "next";
import type { MonthCount } from "#db/lists/timeline.ts";
import { type Day, daysAfter } from "#domain/day.ts";
import { axisLines, type Stretch, type Zoom } from "#domain/lists/axis.ts";
import { type Language, STATUSES, type Status } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { withQuery } from "../../_words/routes.ts";
import { lineText, percent, yearOf } from "./axis-words.tsx";
import { type TimelineView, timelineAddress } from "./view.ts";

/** A month, quarter or year of the stretch, and how many of each status fall due in it. */
export interface Step {
  readonly on: Day;
  /** Its last day. */
  readonly to: Day;
  readonly total: number;
  readonly counts: { readonly [S in Status]: number };
}

/** Months put together to the steps that the axis has lines for. */
export function stepsOf(zoom: Zoom, stretch: Stretch, months: readonly MonthCount[]): readonly Step[] {
  const starts = axisLines(zoom, stretch).map(({ on }) => on);
  return starts.map((on, place) => {
    const next = starts[place + 1];
    const to = next === undefined ? stretch.to : daysAfter(next, -1);
    const own = months.filter(({ month }) => on <= month && month <= to);
    const of = (status: Status) =>
      own.reduce((sum, count) => sum + (count.status === status ? count.forecasts : 0), 0);
    const [overdue, due, open, upcoming] = [of("overdue"), of("due"), of("open"), of("upcoming")];
    const counts = {
      overdue,
      due,
      open,
      upcoming,
      review: of("review"),
      watching: of("watching"),
      resolved: of("resolved"),
    };
    return { on, to, counts, total: own.reduce((sum, { forecasts }) => sum + forecasts, 0) };
  });
}

const CLOSER: { readonly [Z in Zoom]: Zoom | null } = { decade: "year", year: "quarter", quarter: null };

/** Where a step leads: closer, and from a month to the list of what falls due in it. */
function addressOf({ on, to }: Step, params: URLSearchParams, view: TimelineView): string {
  const zoom = CLOSER[view.zoom];
  if (zoom !== null) return timelineAddress(params, { ...view, zoom, at: on });
  const list = new URLSearchParams(
    [...params].filter(([name]) => !/^(zoom|group|at|cursor|due.*)$/.test(name)),
  );
  list.set("dueAfter", on);
  list.set("dueBefore", to);
  return withQuery("/forecasts" as Route, list);
}

interface DensityProps {
  readonly view: TimelineView;
  readonly params: URLSearchParams;
  readonly language: Language;
  readonly m: Messages;
}

/** One step: a link that leads closer, its bar in parts by status, how many. */
function StepLine({ step, most, view, params, language, m }: DensityProps & { step: Step; most: number }) {
  const parts = STATUSES.filter((status) => step.counts[status] > 0);
  const words = parts.map((status) => `${m.status[status]} ${step.counts[status]}`).join(", ");
  const before = (status: Status) =>
    parts.slice(0, parts.indexOf(status)).reduce((sum, one) => sum + step.counts[one], 0);
  return (
    <li>
      <a href={addressOf(step, params, view)} title={words}>
        {lineText(view.zoom, step.on, language, m)}
        {view.zoom !== "decade" && ` ${yearOf(step.on)}`}
        <span className="visually-hidden">: {words}</span>
      </a>
      <svg aria-hidden="true">
        {parts.map((status) => (
          <rect
            key={status}
            className={`fill-${status}`}
            x={percent(before(status) / most)}
            width={percent(step.counts[status] / most)}
            height="100%"
          />
        ))}
      </svg>
      <span className="number">{m.timeline.inStep(step.total)}</span>
    </li>
  );
}

/** What the colour of a part stands for. */
const Key = ({ status, m }: { status: Status; m: Messages }) => (
  <span>
    <svg className="mark-shape" viewBox="0 0 26 14" aria-hidden="true">
      <rect className={`fill-${status}`} x="1" y="2" width="24" height="10" rx="1.5" />
    </svg>{" "}
    {m.status[status]}
  </span>
);

/** How many forecasts fall due when, where they are too many to be drawn: a bar for each step, in parts by status. */
export function Density({
  months,
  stretch,
  ...props
}: DensityProps & { months: readonly MonthCount[]; stretch: Stretch }) {
  const steps = stepsOf(props.view.zoom, stretch, months);
  const most = Math.max(1, ...steps.map(({ total }) => total));
  const present = STATUSES.filter((status) => months.some((count) => count.status === status));
  return (
    <>
      <div className="meta timeline-density-legend">
        {present.map((status) => (
          <Key key={status} status={status} m={props.m} />
        ))}
      </div>
      <ol className="plain timeline-density">
        {steps.map((step) => (
          <StepLine key={step.on} step={step} most={most} {...props} />
        ))}
      </ol>
    </>
  );
}
