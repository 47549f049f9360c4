import type { Metadata } from "next";
import { countForecasts, type ForecastQuery, listForecasts } from "../../db/forecasts.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { readFilterOptions } from "../_edge/filter-options.ts";
import { kept } from "../_edge/kept.ts";
import { messagesIn } from "../_edge/language.ts";
import { pageContext } from "../_edge/page.ts";
import { readPageQuery, writeCursor } from "../_edge/parse/query.ts";
import { toParams } from "../_edge/search-params.ts";
import { ActiveFilters } from "../_ui/active-filters.tsx";
import { FilterForm } from "../_ui/filter-form.tsx";
import { drawRows, Rows } from "../_ui/forecast-rows.tsx";
import { withQuery } from "../_ui/routes.ts";

/** Beyond this nobody counts along, and the page says only that there are more. */
const MOST_COUNTED = 1000;

/** A page of the list as it is drawn in a language, until something changes or the day ends. */
const drawnList = kept(async (read, today, language: Language, query: ForecastQuery) => {
  const { items, nextCursor } = await listForecasts(read, query, today);
  const rows = drawRows(items, { today, language, m: messagesIn(language) });
  const found = await countForecasts(read, query.filter, today, MOST_COUNTED);
  return { rows: items.length === 0 ? null : rows, found, nextCursor };
});

export async function generateMetadata(): Promise<Metadata> {
  const { m } = await pageContext();
  return { title: m.list.title };
}

/** All forecasts, narrowed and ordered by what stands in the address. */
export default async function ForecastsPage({ searchParams }: PageProps<"/forecasts">) {
  const { read, today, language, m } = await pageContext();
  const params = toParams(await searchParams);
  const query = readPageQuery(params);
  const options = await readFilterOptions(read, today);
  const { rows, found, nextCursor } = await drawnList(read, today, language, query);
  const next = new URLSearchParams(params);
  next.set("cursor", writeCursor(nextCursor) ?? "");
  const first = new URLSearchParams(params);
  first.delete("cursor");
  return (
    <>
      <h1>{m.list.title}</h1>
      <FilterForm action="/forecasts" query={params} options={options} language={language} m={m} sorted />
      <ActiveFilters path="/forecasts" query={params} options={options} language={language} m={m} />
      <h2>{found > MOST_COUNTED ? m.list.foundMore(MOST_COUNTED) : m.list.found(found)}</h2>
      {rows === null ? (
        <p className="empty">
          {m.list.empty} <a href="/forecasts/new">{m.editing.add}</a>
        </p>
      ) : (
        <Rows of={rows} />
      )}
      <nav className="pages" aria-label={m.list.pages}>
        {query.cursor !== undefined && <a href={withQuery("/forecasts", first)}>{m.list.first}</a>}
        {nextCursor !== null && <a href={withQuery("/forecasts", next)}>{m.list.next}</a>}
      </nav>
    </>
  );
}
