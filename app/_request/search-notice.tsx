import type { ForecastQuery } from "#db/lists/forecasts.ts";
import { hasMoreMatches, MOST_MATCHES } from "#db/search/find.ts";
import type { Reader } from "#db/store.ts";
import { parseSearch } from "#domain/search/query.ts";
import type { Messages } from "#messages/en.ts";

/** What has to be said of a search: that it looks for nothing, or that it stopped looking. */
export async function searchNotice({
  read,
  query: { filter, sort },
  m,
}: {
  read: Reader;
  query: Pick<ForecastQuery, "filter" | "sort">;
  m: Messages;
}) {
  const { q, ...rest } = filter;
  if (q === undefined) return null;
  const words = parseSearch(q);
  if (words.all.length === 0) return <p className="notice refused">{m.list.noWords}</p>;
  const isNarrowed = Object.values(rest).some((value) => value !== undefined);
  if (sort === "relevance" && !isNarrowed) return null;
  return (await hasMoreMatches(read, words)) ? (
    <p className="small">{m.list.newestOnly(MOST_MATCHES)}</p>
  ) : null;
}
