import type { ForecastQuery } from "#db/lists/forecasts.ts";
import { TROUBLED, type TroubledQuery } from "#db/pages/troubled-links.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Sort } from "#domain/vocabulary.ts";
import type { FieldError } from "#operations/field-error.ts";
import { parseWith } from "#operations/fields.ts";
import { QUERY_FIELDS, timelineQuery } from "#operations/forecast-query.ts";
import { readLinkCursor } from "#operations/links.ts";
import { DEFAULT_LIMIT } from "#operations/query.ts";

/** Parameters that are read as lists; of these a machine may repeat the first, and a page, which is kind, all. */
const LISTS = new Set(["tag", "status", "outcome", "stance"]);
const REPEATABLE = new Set(["tag"]);

/** A query string as fields; one that comes twice and may not is named. */
export function collect(
  params: URLSearchParams,
  repeatable: ReadonlySet<string> = REPEATABLE,
): Result<{ readonly [field: string]: unknown }, readonly FieldError[]> {
  const fields = [...new Set(params.keys())];
  const twice = fields.filter((field) => !repeatable.has(field) && params.getAll(field).length > 1);
  if (twice.length > 0) return err(twice.map((field) => ({ field, code: "sent-twice" })));
  // From entries, not by assignment: that is how `__proto__` becomes a field like any other, to be refused.
  return ok(
    Object.fromEntries(
      fields.map((field) => [field, LISTS.has(field) ? params.getAll(field) : params.get(field)]),
    ),
  );
}

function parse(params: URLSearchParams, repeatable: ReadonlySet<string> = REPEATABLE) {
  const collected = collect(params, repeatable);
  return collected.ok ? parseWith(timelineQuery, collected.value) : collected;
}

/**
 * The query of a page, kindly: blank, unknown and unusable parameters are ignored, since people edit addresses and
 * old links outlive us.
 *
 * @param order of a page that has one of its own
 */
export function readPageQuery(params: URLSearchParams, order?: Sort): ForecastQuery {
  const usable = new URLSearchParams();
  for (const [field, value] of params) {
    if (value === "" || !QUERY_FIELDS.includes(field)) continue;
    if (!LISTS.has(field) && usable.has(field)) continue;
    const one = new URLSearchParams([[field, value]]);
    const isSearchOrder = field === "sort" && value === "relevance";
    if (field === "cursor" || isSearchOrder || parse(one).ok) usable.append(field, value);
  }
  if (usable.get("sort") === "relevance" && !usable.has("q")) usable.delete("sort");
  if (order !== undefined) usable.set("sort", order);
  const parsed = parse(usable, LISTS);
  if (parsed.ok) return parsed.value;
  usable.delete("cursor");
  const again = parse(usable, LISTS);
  return again.ok ? again.value : { filter: {}, sort: "due", limit: DEFAULT_LIMIT };
}

/** The query of the page of links, kindly: what cannot be used is ignored. */
export function readLinksQuery(params: URLSearchParams): TroubledQuery {
  const standing = TROUBLED.find((one) => one === params.get("standing"));
  const cursor = readLinkCursor(params.get("cursor") ?? "");
  return { limit: DEFAULT_LIMIT, ...(standing && { standing }), ...(cursor && { cursor }) };
}
