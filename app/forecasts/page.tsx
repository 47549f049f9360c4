import type { Metadata } from "next";
import { countForecasts, listForecasts } from "../../db/forecasts.ts";
import { readFilterOptions } from "../_edge/filter-options.ts";
import { pageContext } from "../_edge/page.ts";
import { readPageQuery, writeCursor } from "../_edge/parse/query.ts";
import { toParams } from "../_edge/search-params.ts";
import { ActiveFilters } from "../_ui/active-filters.tsx";
import { FilterForm } from "../_ui/filter-form.tsx";
import { ForecastRows } from "../_ui/forecast-rows.tsx";
import { withQuery } from "../_ui/routes.ts";

/** Beyond this nobody counts along, and the page says only that there are more. */
const MOST_COUNTED = 1000;

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
  const found = await countForecasts(read, query.filter, today, MOST_COUNTED);
  const { items, nextCursor } = await listForecasts(read, query, today);
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
      {items.length === 0 ? (
        <p className="empty">
          {m.list.empty} <a href="/forecasts/new">{m.editing.add}</a>
        </p>
      ) : (
        <ForecastRows items={items} today={today} language={language} m={m} />
      )}
      <nav className="pages" aria-label={m.list.pages}>
        {query.cursor !== undefined && <a href={withQuery("/forecasts", first)}>{m.list.first}</a>}
        {nextCursor !== null && <a href={withQuery("/forecasts", next)}>{m.list.next}</a>}
      </nav>
    </>
  );
}
