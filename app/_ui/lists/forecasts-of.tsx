import type { ReactNode } from "react";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { Page } from "#db/lists/forecasts.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { withQuery } from "../../_words/routes.ts";
import { ForecastRows } from "./forecast-rows.tsx";

/** The forecasts of one source or speaker, with a way to all of them where there are more. */
export function ForecastsOf({
  title,
  by,
  page,
  total,
  today,
  language,
  m,
  none,
}: {
  title: string;
  by: Record<string, string>;
  page: Page<ForecastItem>;
  total: number;
  today: CalendarDay;
  language: Language;
  m: Messages;
  /** What is said where there is none. */
  none: ReactNode;
}) {
  return (
    <section aria-labelledby="said">
      <h2 id="said">
        {title}
        <span className="count">
          {page.nextCursor === null ? (
            total
          ) : (
            <a href={withQuery("/forecasts", new URLSearchParams(by))}>{m.queue.more(total)}</a>
          )}
        </span>
      </h2>
      {page.items.length === 0 && <p className="empty">{none}</p>}
      <ul className="plain">
        <ForecastRows items={page.items} today={today} language={language} m={m} />
      </ul>
    </section>
  );
}
