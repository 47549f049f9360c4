import type { TimelineItem } from "../../../db/lists/timeline.ts";
import type { Messages } from "../../../messages/en.ts";
import { type TimelineView, timelineAddress } from "./view.ts";

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
