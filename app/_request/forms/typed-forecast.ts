import { type ForecastDetail, findForecast } from "#db/lists/forecast-detail.ts";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import { listForecasts } from "#db/lists/forecasts.ts";
import type { Reader } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import { slugIn } from "#operations/forecast-fields.ts";

const MOST_FOUND = 10;
const MOST_WORDS = 200;

/** A forecast that somebody looks for: the one that was meant, or those that it may be. */
export interface TypedForecast {
  readonly chosen: ForecastDetail | null;
  /** Null while nothing was looked for. */
  readonly found: readonly ForecastItem[] | null;
}

/**
 * Looks for a forecast by what was typed.
 *
 * @param on the slug of the one that was chosen; empty while none was
 * @param words its slug, the address of its page, or words of it; empty where nothing was typed
 */
export async function findTyped(read: Reader, on: string, words: string, today: Day): Promise<TypedForecast> {
  const typed = words.trim();
  const slug = on === "" ? slugIn(typed) : on;
  const chosen = slug === "" ? undefined : await findForecast(read, slug, today);
  if (chosen !== undefined) return { chosen, found: null };
  if (typed === "") return { chosen: null, found: null };
  const query = { filter: { q: typed.slice(0, MOST_WORDS) }, sort: "relevance", limit: MOST_FOUND } as const;
  return { chosen: null, found: (await listForecasts(read, query, today)).items };
}
