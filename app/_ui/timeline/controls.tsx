import type { Day as CalendarDay } from "#domain/day.ts";
import { type Stretch, steppedFrom, ZOOMS } from "#domain/lists/axis.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { Sentence } from "../text/isolated.tsx";
import { GROUPINGS, type TimelineView, timelineAddress } from "./view.ts";

/** Some ways to look, the one in force marked. */
function Choices({
  name,
  choices,
}: {
  name: string;
  choices: readonly { readonly text: string; readonly href: string; readonly chosen: boolean }[];
}) {
  return (
    <div className="choices-line">
      <span className="name">{name}</span>
      {choices.map(({ text, href, chosen }) => (
        <a key={href} href={href} aria-current={chosen || undefined}>
          {text}
        </a>
      ))}
    </div>
  );
}

/** How much time to show, in what groups, and which: all of them addresses. */
export function Controls({
  params,
  view,
  stretch,
  today,
  language,
  m,
}: {
  params: URLSearchParams;
  view: TimelineView;
  stretch: Stretch;
  today: CalendarDay;
  language: Language;
  m: Messages;
}) {
  const { timeline } = m;
  const address = (changed: Partial<TimelineView>) => timelineAddress(params, { ...view, ...changed });
  const write = (on: CalendarDay) => <Day on={on} language={language} />;
  const before = steppedFrom(view.zoom, view.at ?? today, -1);
  const after = steppedFrom(view.zoom, view.at ?? today, 1);
  return (
    <nav className="timeline-controls no-print" aria-label={timeline.pick}>
      <Choices
        name={timeline.zoom}
        choices={ZOOMS.map((zoom) => ({
          text: timeline.zooms[zoom],
          href: address({ zoom }),
          chosen: zoom === view.zoom,
        }))}
      />
      <Choices
        name={timeline.group}
        choices={GROUPINGS.map((group) => ({
          text: timeline.groups[group],
          href: address({ group }),
          chosen: group === view.group,
        }))}
      />
      <div className="stretch-line">
        {before !== null && (
          <a href={address({ at: before })}>
            <span aria-hidden="true">← </span>
            {timeline.earlier}
          </a>
        )}
        <span>
          <Sentence parts={timeline.span(write(stretch.from), write(stretch.to))} />
        </span>
        {after !== null && (
          <a href={address({ at: after })}>
            {timeline.later}
            <span aria-hidden="true"> →</span>
          </a>
        )}
        {view.at !== null && <a href={address({ at: null })}>{timeline.atToday}</a>}
      </div>
    </nav>
  );
}
