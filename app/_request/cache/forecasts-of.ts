import { listForecasts } from "../../../db/lists/forecasts.ts";
import { pageContext } from "../page-context.ts";
import { DEFAULT_LIMIT } from "../parse/query.ts";

/** The first page of what a source holds or a speaker said, as it falls due. */
export async function readForecastsOf(filter: { readonly speaker: string } | { readonly source: string }) {
  const { read, today } = await pageContext();
  return listForecasts(read, { filter, sort: "due", limit: DEFAULT_LIMIT }, today);
}
