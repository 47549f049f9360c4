import type { TimelineItem } from "#db/lists/timeline.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { routes } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { WindowBar } from "../forecasts/window-bar.tsx";
import { Isolated, Sentence } from "../text/isolated.tsx";
import { Tally } from "../text/marks.tsx";
import { Text } from "../text/translated.tsx";
import { type AgendaDay, agendaOf, type Group, inGroups } from "./arrange.ts";
import { periodText } from "./axis-words.tsx";
import { StandingText, WindowWords } from "./standing-words.tsx";
import type { Grouping, TimelineView } from "./view.ts";

/** What the forecasts of a group have in common; nothing where they stand in one list. */
export function GroupName({
  group: { first },
  by,
  language,
  m,
}: {
  group: Group;
  by: Grouping;
  language: Language;
  m: Messages;
}) {
  switch (by) {
    case "due":
      return null;
    case "status":
      return m.status[first.status];
    case "source":
      return <Isolated lang={langUnless(language, first.source.lang)}>{first.source.title}</Isolated>;
    case "speaker":
      return <Text of={first.speaker.name} language={language} />;
    default:
      return by satisfies never;
  }
}

interface AgendaProps {
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

function Entry({ forecast, today, language, m }: AgendaProps & { forecast: TimelineItem }) {
  const claim = wordingOf(forecast.claim, language);
  return (
    <li className="agenda-entry">
      <a
        className="claim"
        href={routes.forecast(forecast.slug)}
        lang={claim ? langUnless(language, claim.lang) : undefined}
      >
        <Isolated>{claim?.text ?? forecast.slug}</Isolated>
      </a>
      <div className="meta">
        <StandingText forecast={forecast} m={m} />
        <WindowWords forecast={forecast} language={language} m={m} />
      </div>
      <WindowBar forecast={forecast} today={today} evidenceDays={forecast.evidenceDays} />
      <div className="meta">
        <span>
          <Text of={forecast.speaker.name} language={language} />
        </span>
        <Tally counts={forecast.evidenceCounts} m={m} />
      </div>
    </li>
  );
}

function DayOfAgenda({ day, ...told }: AgendaProps & { day: AgendaDay }) {
  const { today, language, m } = told;
  const written = <Day on={day.on} language={language} />;
  const isToday = day.on === today;
  return (
    <li className={isToday ? "agenda-day is-today" : "agenda-day"}>
      <p className="on">{isToday ? <Sentence parts={m.timeline.todayIs(written)} /> : written}</p>
      {day.items.length > 0 && (
        <ol className="plain">
          {day.items.map((forecast) => (
            <Entry key={forecast.slug} forecast={forecast} {...told} />
          ))}
        </ol>
      )}
    </li>
  );
}

function GroupOfAgenda({ group, view, ...told }: AgendaProps & { group: Group; view: TimelineView }) {
  const Heading = view.group === "due" ? "h2" : "h3";
  return (
    <>
      {view.group !== "due" && (
        <h2>
          <GroupName group={group} by={view.group} language={told.language} m={told.m} />
        </h2>
      )}
      {agendaOf(group.items, view.zoom, told.today).map(({ start, days }) => (
        <section key={start}>
          <Heading className="period">{periodText(view.zoom, start, told.m)}</Heading>
          <ol className="agenda-days">
            {days.map((day) => (
              <DayOfAgenda key={day.on} day={day} {...told} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/**
 * The timeline for a narrow screen: down the page, each forecast once, at the day it falls due, and today in its place.
 */
export function Agenda({
  items,
  view,
  ...told
}: AgendaProps & { items: readonly TimelineItem[]; view: TimelineView }) {
  return (
    <div className="timeline-agenda">
      {inGroups(items, view.group).map((group) => (
        <GroupOfAgenda key={group.key} group={group} view={view} {...told} />
      ))}
    </div>
  );
}
