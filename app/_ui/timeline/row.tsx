import type { TimelineItem } from "../../../db/lists/timeline.ts";
import type { Stretch } from "../../../domain/lists/axis.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { routes } from "../../_words/routes.ts";
import { langUnless, Text, wordingOf } from "../../_words/translated.tsx";
import { Tally } from "../text/marks.tsx";
import { StandingText, WindowWords } from "./standing-words.tsx";
import { Strip } from "./strip.tsx";

/**
 * A forecast of the chart: who claims what and how it stands on the left, its days on the axis. All of it is the link.
 */
export function Row({
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
          title={claim?.text}
        >
          {claim?.text ?? forecast.slug}
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
