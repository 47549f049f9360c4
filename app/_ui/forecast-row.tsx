import type { ReactNode } from "react";
import type { ForecastItem } from "../../db/forecast-item.ts";
import type { Day as CalendarDay } from "../../domain/day.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Messages } from "../../messages/en.ts";
import { Day } from "./day.tsx";
import { DueText } from "./due-text.tsx";
import { Tally } from "./marks.tsx";
import { routes } from "./routes.ts";
import { langUnless, Quote, Text, wordingOf } from "./translated.tsx";
import { WindowBar } from "./window-bar.tsx";

/** One forecast in the ledger: claim, who said it when and in which words, its window, and what can be done. */
export function ForecastRow({
  forecast,
  today,
  language,
  m,
  children,
}: {
  forecast: ForecastItem;
  today: CalendarDay;
  language: Language;
  m: Messages;
  children?: ReactNode;
}) {
  const { slug, claim, speaker, saidOn, horizon, evidenceCounts } = forecast;
  const wording = wordingOf(claim, language);
  return (
    <li className={children === undefined ? "row plain-row" : "row"}>
      <div>
        <a
          className="claim"
          href={routes.forecast(slug)}
          lang={langUnless(language, wording?.lang ?? language)}
        >
          {wording?.text ?? slug}
        </a>
        <div className="meta">
          <a href={routes.speaker(speaker.slug)}>
            <Text of={speaker.name} language={language} />
          </a>
          <Day on={saidOn} language={language} />
          {horizon.words !== null && <Quote words={horizon.words} lang={horizon.lang} />}
          <Tally counts={evidenceCounts} m={m} />
        </div>
      </div>
      <div>
        <DueText forecast={forecast} today={today} language={language} m={m} />
        <WindowBar forecast={forecast} today={today} />
      </div>
      {children !== undefined && <div className="acts">{children}</div>}
    </li>
  );
}
