import type { ForecastFilter } from "#db/lists/forecast-filter.ts";
import { type ForecastQuery, listForecasts } from "#db/lists/forecasts.ts";
import { countByMonth } from "#db/lists/timeline.ts";
import { type Day, earlier, later } from "#domain/day.ts";
import type { Stretch } from "#domain/lists/axis.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { writeCursor } from "#operations/query.ts";
import { cached } from "../_request/cache/cached.ts";
import { messagesIn, pageContext } from "../_request/page-context.ts";
import { ForecastRows } from "../_ui/lists/forecast-rows.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { Density } from "../_ui/timeline/density.tsx";
import { type TimelineView, timelineAddress } from "../_ui/timeline/view.ts";
import { toHtml } from "../_words/html.ts";

const countOnce = cached(countByMonth);
const renderedList = cached(async (read, today, language: Language, query: ForecastQuery) => {
  const { items, nextCursor } = await listForecasts(read, query, today);
  const m = messagesIn(language);
  return {
    rows: toHtml(<ForecastRows items={items} today={today} language={language} m={m} />),
    shown: items.length,
    nextCursor,
  };
});
const LIMIT = 25;

/**
 * A timeline of more forecasts than can be drawn: how many fall due when, each step leading closer, and below it those
 * that fall due in the days shown, a page at a time. Those without a last day have their lists.
 */
export async function renderCrowd({
  filter,
  cursor,
  stretch,
  params,
  view,
  today,
  language,
  m,
}: {
  filter: ForecastFilter;
  cursor: readonly string[] | undefined;
  stretch: Stretch;
  params: URLSearchParams;
  view: TimelineView;
  today: Day;
  language: Language;
  m: Messages;
}) {
  const { read } = await pageContext();
  const months = await countOnce(read, today, filter, stretch);
  const within = {
    ...filter,
    dueAfter: later(filter.dueAfter ?? stretch.from, stretch.from),
    dueBefore: earlier(filter.dueBefore ?? stretch.to, stretch.to),
  };
  const query: ForecastQuery = { filter: within, sort: "due", limit: LIMIT, ...(cursor && { cursor }) };
  const { rows, shown, nextCursor } = await renderedList(read, today, language, query);
  return (
    <>
      <Density months={months} stretch={stretch} view={view} params={params} language={language} m={m} />
      <h2>{m.timeline.inStretch}</h2>
      {shown === 0 && <p className="empty">{m.timeline.emptySpan}</p>}
      <Rendered as="ul" className="plain" of={rows} />
      <nav className="pages" aria-label={m.list.pages}>
        {cursor !== undefined && <a href={timelineAddress(params, view)}>{m.list.first}</a>}
        {nextCursor !== null && (
          <a href={timelineAddress(params, view, writeCursor(nextCursor))}>{m.list.next}</a>
        )}
      </nav>
      <p className="small">
        {m.timeline.undated}: <a href="/forecasts?status=review">{m.status.review}</a>
        {" · "}
        <a href="/forecasts?status=watching">{m.status.watching}</a>
      </p>
    </>
  );
}
