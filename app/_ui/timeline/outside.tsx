import type { TimelineItem } from "#db/lists/timeline.ts";
import type { Day } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { ForecastRows } from "../lists/forecast-rows.tsx";
import { type TimelineView, timelineAddress } from "./view.ts";

/** The forecasts to which the speaker gave no time. They have a place on the page and none on the axis. */
export function Undated({
  items,
  today,
  language,
  m,
}: {
  items: readonly TimelineItem[];
  today: Day;
  language: Language;
  m: Messages;
}) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="timeline-undated">
      <h2 id="timeline-undated">
        {m.timeline.undated}
        <span className="count">{items.length}</span>
      </h2>
      <p className="small">{m.timeline.undatedNote}</p>
      <ul className="plain">
        <ForecastRows items={items} today={today} language={language} m={m} />
      </ul>
    </section>
  );
}

/** How many due windows lie wholly to one side of the stretch, and the way to the nearest of them. */
export function Outside({
  side,
  items,
  params,
  view,
  m,
}: {
  side: "before" | "after";
  items: readonly TimelineItem[];
  params: URLSearchParams;
  view: TimelineView;
  m: Messages;
}) {
  const days = items.flatMap(({ dueFrom }) => dueFrom ?? []).toSorted();
  const nearest = side === "before" ? days.at(-1) : days[0];
  if (nearest === undefined) return null;
  return (
    <p className={`timeline-outside ${side}`}>
      {side === "before" && <span aria-hidden="true">← </span>}
      <a href={timelineAddress(params, { ...view, at: nearest })}>{m.timeline[side](items.length)}</a>
      {side === "after" && <span aria-hidden="true"> →</span>}
    </p>
  );
}
