import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { Day } from "../../_words/day.tsx";
import { WindowText } from "./due-text.tsx";
import { WindowBar } from "./window-bar.tsx";

/** A forecast's own timeline: its bar with the ticks of dated evidence, and the days that it shows. */
export function OwnTimeline({
  forecast,
  today,
  language,
  m,
}: {
  forecast: ForecastDetail;
  today: CalendarDay;
  language: Language;
  m: Messages;
}) {
  if (forecast.dueFrom === null) return null;
  const { marks } = m.timeline;
  const evidenceDays = forecast.evidence.flatMap(({ publishedOn, stance, withdrawnAt }) =>
    publishedOn === null || withdrawnAt !== null ? [] : [{ on: publishedOn, stance }],
  );
  const has = (wanted: string) => evidenceDays.some(({ stance }) => stance === wanted);
  return (
    <figure className="own-timeline">
      <WindowBar forecast={forecast} today={today} evidenceDays={evidenceDays} />
      <figcaption className="meta">
        <span>
          <span className="key said-key" /> {marks.said} <Day on={forecast.saidOn} language={language} />
        </span>
        <span>
          <span className={`key window-key status-${forecast.status}`} /> {marks.window}{" "}
          <WindowText window={forecast} language={language} m={m} />
        </span>
        {forecast.graceBy !== null && (
          <span>
            {marks.grace} <Day on={forecast.graceBy} language={language} />
          </span>
        )}
        <span>
          <span className="key today-key" /> {marks.today} <Day on={today} language={language} />
        </span>
        {has("supports") && (
          <span className="supports">
            <span className="key tick-key" /> {marks.supports}
          </span>
        )}
        {has("contradicts") && (
          <span className="contradicts">
            <span className="key tick-key" /> {marks.contradicts}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
