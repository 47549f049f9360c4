import type { TimelineItem } from "#db/lists/timeline.ts";
import type { Day } from "#domain/day.ts";
import { positionOf, type Stretch } from "#domain/lists/axis.ts";
import { isolatedText } from "#domain/unseen.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { routes } from "../../_words/routes.ts";
import { langUnless, wordingOf } from "../../_words/wording.ts";
import { Isolated } from "../text/isolated.tsx";
import { Tally } from "../text/marks.tsx";
import { Text } from "../text/translated.tsx";
import { GroupName } from "./agenda.tsx";
import { inGroups } from "./arrange.ts";
import { AxisHead, AxisLines } from "./axis.tsx";
import { StandingText, WindowWords } from "./standing-words.tsx";
import { FADE, Strip } from "./strip.tsx";
import type { TimelineView } from "./view.ts";

/**
 * A forecast of the chart: who claims what and how it stands on the left, its days on the axis. All of it is the link.
 */
function Row({
  forecast,
  stretch,
  now,
  language,
  m,
}: {
  forecast: TimelineItem;
  stretch: Stretch;
  now: number | null;
  language: Language;
  m: Messages;
}) {
  const claim = wordingOf(forecast.claim, language);
  return (
    <li className="timeline-row">
      <div className="label">
        <a
          className="claim"
          href={routes.forecast(forecast.slug)}
          lang={claim ? langUnless(language, claim.lang) : undefined}
          title={claim === null ? undefined : isolatedText(claim.text)}
        >
          <Isolated>{claim?.text ?? forecast.slug}</Isolated>
        </a>
        <div className="meta">
          <span>
            <Text of={forecast.speaker.name} language={language} />
          </span>
          <StandingText forecast={forecast} m={m} />
          <Tally counts={forecast.evidenceCounts} m={m} />
          <span className="visually-hidden">
            {m.timeline.columns.window} <WindowWords forecast={forecast} language={language} m={m} />
          </span>
        </div>
      </div>
      <Strip forecast={forecast} stretch={stretch} now={now} m={m} />
    </li>
  );
}

/** What an open-ended window fades away by. */
const Fade = () => (
  <svg className="defs" aria-hidden="true">
    <linearGradient id={`${FADE}-ramp`}>
      <stop offset="0.35" stopColor="#fff" />
      <stop offset="1" stopColor="#fff" stopOpacity="0.15" />
    </linearGradient>
    <mask id={FADE} maskContentUnits="objectBoundingBox">
      <rect width="1" height="1" fill={`url(#${FADE}-ramp)`} />
    </mask>
  </svg>
);

/** The forecasts of a stretch of time as rows under one axis. */
export function Chart({
  items,
  stretch,
  view,
  today,
  language,
  m,
}: {
  items: readonly TimelineItem[];
  stretch: Stretch;
  view: TimelineView;
  today: Day;
  language: Language;
  m: Messages;
}) {
  const { zoom, group } = view;
  const now = stretch.from <= today && today <= stretch.to ? positionOf(stretch, today) : null;
  return (
    <div className={`timeline-chart zoom-${zoom}`}>
      <Fade />
      <AxisLines zoom={zoom} stretch={stretch} now={now} />
      <AxisHead zoom={zoom} stretch={stretch} now={now} language={language} m={m} />
      {inGroups(items, group).map((own) => (
        <section key={own.key}>
          {group !== "due" && (
            <h2>
              <span>
                <GroupName group={own} by={group} language={language} m={m} />
              </span>
              <span className="count">{own.items.length}</span>
            </h2>
          )}
          <ol className="plain">
            {own.items.map((forecast) => (
              <Row
                key={forecast.slug}
                forecast={forecast}
                stretch={stretch}
                now={now}
                language={language}
                m={m}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
