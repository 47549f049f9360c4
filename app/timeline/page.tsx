import type { Metadata } from "next";
import type { ForecastFilter } from "#db/lists/forecast-filter.ts";
import { countForecasts } from "#db/lists/forecasts.ts";
import { readTimeline } from "#db/lists/timeline.ts";
import { stretchOf } from "#domain/lists/axis.ts";
import { MOST_VALUES } from "#operations/forecast-query.ts";
import { MOST_LIMIT, writeCursor } from "#operations/query.ts";
import { cached } from "../_request/cache/cached.ts";
import { readFilterCounts, readFilterOptions } from "../_request/cache/filter-options.ts";
import { pageContext } from "../_request/page-context.ts";
import { hasTooMany, toParams } from "../_request/parse/params.ts";
import { readPageQuery } from "../_request/parse/query.ts";
import { searchNotice } from "../_request/search-notice.tsx";
import { Page } from "../_ui/frame/page.tsx";
import { ActiveFilters } from "../_ui/lists/active-filters.tsx";
import { FilterForm } from "../_ui/lists/filter-form.tsx";
import { Agenda } from "../_ui/timeline/agenda.tsx";
import { bySide } from "../_ui/timeline/arrange.ts";
import { AsTable } from "../_ui/timeline/as-table.tsx";
import { Chart } from "../_ui/timeline/chart.tsx";
import { Controls } from "../_ui/timeline/controls.tsx";
import { Legend } from "../_ui/timeline/legend.tsx";
import { Outside, Undated } from "../_ui/timeline/outside.tsx";
import { readView, timelineAddress, VIEW_PARAMETERS } from "../_ui/timeline/view.ts";
import { renderCrowd } from "./crowd.tsx";

/** How many there are of what is asked for; beyond what can be drawn it does not matter how many. */
const countOnce = cached((read, today, asked: ForecastFilter) =>
  countForecasts(read, asked, today, MOST_LIMIT),
);

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.timeline.title };
}

/** Due windows on a line of time, drawn twice over: across the page, and down it for a narrow screen. */
export default async function TimelinePage({ searchParams }: PageProps<"/timeline">) {
  const { read, today, language, m } = await pageContext();
  const given = await searchParams;
  const params = toParams(given);
  const view = readView(params);
  const stretch = stretchOf(view.zoom, view.at ?? today);
  // The order and the stretch of time are the page's own: what lies outside is counted, not left out.
  const { filter, cursor } = readPageQuery(params, "due");
  const asked = { ...filter, from: undefined, to: undefined };
  const options = await readFilterOptions(read, today, asked.speaker, asked.source);
  const counts = await readFilterCounts(read, today, asked);
  const isCrowd = (await countOnce(read, today, asked)) > MOST_LIMIT;
  const { items, nextCursor } = isCrowd
    ? { items: [], nextCursor: null }
    : await readTimeline(read, { filter: asked, sort: "due", limit: MOST_LIMIT, cursor }, today);
  const { before, inside, after, undated } = bySide(items, stretch);
  const told = { today, language, m };
  const moved = { params, view, m };
  const notice = await searchNotice({ read, query: { filter: asked, sort: "due" }, m });
  const crowd = isCrowd && (await renderCrowd({ filter: asked, cursor, stretch, ...moved, ...told }));
  return (
    <Page>
      <h1>{m.timeline.title}</h1>
      <p className="lead">{isCrowd ? m.timeline.crowd : m.timeline.lead}</p>
      {/* The shared filters, folded away: the picture comes first, and those in force stand below in either case. */}
      <details className="timeline-filters no-print">
        <summary>{m.list.filter}</summary>
        <FilterForm
          action="/timeline"
          query={params}
          options={options}
          counts={counts}
          language={language}
          m={m}
          keep={VIEW_PARAMETERS}
        />
      </details>
      <ActiveFilters
        path="/timeline"
        query={params}
        link={timelineAddress(params, view)}
        options={options}
        language={language}
        m={m}
      />
      {hasTooMany(given) && <p className="notice refused">{m.list.tooMany(MOST_VALUES)}</p>}
      {notice}
      <Controls {...moved} stretch={stretch} {...told} />
      {crowd}
      {items.length === 0 && !isCrowd && <p className="empty">{m.timeline.empty}</p>}
      {items.length > undated.length && (
        <>
          <div className="timeline-wide">
            <Outside side="before" items={before} {...moved} />
            {inside.length === 0 && <p className="empty">{m.timeline.emptySpan}</p>}
            <Chart items={inside} stretch={stretch} view={view} {...told} />
            <Outside side="after" items={after} {...moved} />
            <Legend m={m} />
            <AsTable items={items} language={language} m={m} />
          </div>
          <Agenda items={[...before, ...inside, ...after]} view={view} {...told} />
        </>
      )}
      <Undated items={undated} {...told} />
      <nav className="pages" aria-label={m.list.pages}>
        {cursor !== undefined && !isCrowd && <a href={timelineAddress(params, view)}>{m.list.first}</a>}
        {nextCursor !== null && (
          <a href={timelineAddress(params, view, writeCursor(nextCursor))}>{m.list.next}</a>
        )}
      </nav>
    </Page>
  );
}
