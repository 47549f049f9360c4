import type { Metadata } from "next";
import { countForecasts, type ForecastQuery, listForecasts } from "#db/lists/forecasts.ts";
import { readFound } from "#db/lists/found.ts";
import { parseSearch } from "#domain/search/query.ts";
import type { Language } from "#domain/vocabulary.ts";
import { MOST_VALUES } from "#operations/forecast-query.ts";
import { writeCursor } from "#operations/query.ts";
import { cached } from "../_request/cache/cached.ts";
import { readFilterCounts, readFilterOptions } from "../_request/cache/filter-options.ts";
import { messagesIn, pageContext } from "../_request/page-context.ts";
import { hasTooMany, toParams } from "../_request/parse/params.ts";
import { readPageQuery } from "../_request/parse/query.ts";
import { searchNotice } from "../_request/search-notice.tsx";
import { Page } from "../_ui/frame/page.tsx";
import { ActiveFilters } from "../_ui/lists/active-filters.tsx";
import { FilterForm } from "../_ui/lists/filter-form.tsx";
import { ForecastRows } from "../_ui/lists/forecast-rows.tsx";
import { Rendered } from "../_ui/text/rendered.tsx";
import { toHtml } from "../_words/html.ts";
import { withQuery } from "../_words/routes.ts";

/** Beyond this nobody counts along, and the page says only that there are more. */
const MOST_COUNTED = 1000;

/** A page of the list as it is rendered in a language, until something changes or the day ends. */
const renderedList = cached(async (read, today, language: Language, query: ForecastQuery) => {
  const { items, nextCursor } = await listForecasts(read, query, today);
  const { q } = query.filter;
  const found = q === undefined ? undefined : await readFound(read, items, q);
  const m = messagesIn(language);
  const rows = toHtml(<ForecastRows items={items} found={found} today={today} language={language} m={m} />);
  const isAll = query.cursor === undefined && nextCursor === null;
  const total = isAll ? items.length : await countForecasts(read, query.filter, today, MOST_COUNTED);
  return { rows: items.length === 0 ? null : rows, total, nextCursor };
});

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.list.title };
}

/** All forecasts, narrowed and ordered by what stands in the address. */
export default async function ForecastsPage({ searchParams }: PageProps<"/forecasts">) {
  const { read, today, language, m } = await pageContext();
  const given = await searchParams;
  const params = toParams(given);
  const query = readPageQuery(params);
  const options = await readFilterOptions(read, today, query.filter.speaker, query.filter.source);
  const counts = await readFilterCounts(read, today, query.filter);
  const { rows, total, nextCursor } = await renderedList(read, today, language, query);
  const { q } = query.filter;
  // Then the notice says what is wrong.
  const isNothing = q !== undefined && parseSearch(q).all.length === 0;
  const notice = await searchNotice({ read, query, m });
  const next = new URLSearchParams(params);
  next.set("cursor", writeCursor(nextCursor) ?? "");
  const first = new URLSearchParams(params);
  first.delete("cursor");
  return (
    <Page>
      <h1>{m.list.title}</h1>
      <FilterForm
        action="/forecasts"
        query={params}
        options={options}
        counts={counts}
        language={language}
        m={m}
        sorted
      />
      <ActiveFilters path="/forecasts" query={params} options={options} language={language} m={m} />
      <h2>{total > MOST_COUNTED ? m.list.foundMore(MOST_COUNTED) : m.list.found(total)}</h2>
      {hasTooMany(given) && <p className="notice refused">{m.list.tooMany(MOST_VALUES)}</p>}
      {notice}
      {rows === null ? (
        !isNothing && (
          <p className="empty">
            {q === undefined ? m.list.empty : m.list.emptySearch} <a href="/forecasts/new">{m.editing.add}</a>
          </p>
        )
      ) : (
        <Rendered as="ul" className="plain" of={rows} />
      )}
      <nav className="pages" aria-label={m.list.pages}>
        {query.cursor !== undefined && <a href={withQuery("/forecasts", first)}>{m.list.first}</a>}
        {nextCursor !== null && <a href={withQuery("/forecasts", next)}>{m.list.next}</a>}
      </nav>
    </Page>
  );
}
