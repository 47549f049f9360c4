import { z } from "zod";
import { cursorLength } from "#db/lists/forecast-filter.ts";
import type { ForecastQuery } from "#db/lists/forecasts.ts";
import { type LinkCursor, TROUBLED, type TroubledQuery } from "#db/pages/troubled-links.ts";
import { isMatchCursor, MATCH_CURSOR_LENGTH } from "#db/search/find.ts";
import { isDay } from "#domain/day.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { OUTCOMES, SEARCH_SORTS, type Sort, STANCE_FILTERS, STATUSES } from "#domain/vocabulary.ts";
import { type FieldError, firstOfEach } from "./field-error.ts";
import { givenId, isClean, oneOf, parseWith, text } from "./fields.ts";

export const DEFAULT_LIMIT = 50;
export const MOST_LIMIT = 100;

/** Parameters that are read as lists; of these a machine may repeat the first, and a page, which is kind, all. */
const LISTS = new Set(["tag", "status", "outcome", "stance"]);
const REPEATABLE = new Set(["tag"]);

const emptyDay = z.string().refine(isDay, { error: "not-a-day" });
const filterFields = {
  status: z.array(oneOf(STATUSES)),
  tag: z.array(text(80)),
  outcome: z.array(oneOf(OUTCOMES)),
  stance: z.array(oneOf(STANCE_FILTERS)),
  speaker: text(200),
  source: text(200),
  q: text(200),
  dueAfter: emptyDay,
  dueBefore: emptyDay,
  sort: oneOf(SEARCH_SORTS),
  limit: z
    .string()
    .transform((typed) => (/^\d{1,3}$/.test(typed) ? Number(typed) : 0))
    .superRefine((limit, context) => {
      if (limit < 1 || limit > MOST_LIMIT) {
        context.addIssue({
          code: "custom",
          message: "not-in-range",
          params: { least: 1, limit: MOST_LIMIT },
          input: limit,
        });
      }
    }),
  cursor: z.string().max(1000, { error: "bad-cursor" }),
};

const { limit, cursor } = filterFields;
const list = z.strictObject(filterFields).partial();
const timeline = z.strictObject({ ...filterFields, from: emptyDay, to: emptyDay }).partial();

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

/** A cursor as text that means nothing to those who hold it. */
export const writeCursor = (cursor: readonly string[] | null): string | null =>
  cursor === null ? null : Buffer.from(JSON.stringify(cursor)).toString("base64url");

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((part) => typeof part === "string");

/** @returns what `writeCursor` was given, or undefined when the text is not its work for this many values */
export function readCursor(cursor: string, length: number): readonly string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return isTexts(values) && values.length === length ? values : undefined;
  } catch {
    return undefined;
  }
}

function toQuery(
  fields: z.output<typeof timeline>,
  fallbackLimit: number,
): Result<ForecastQuery, readonly FieldError[]> {
  const isSearch = fields.q !== undefined;
  const { sort = isSearch ? "relevance" : "due", limit = fallbackLimit, cursor, ...filter } = fields;
  if (sort === "relevance" && !isSearch) return err([{ field: "sort", code: "not-one-of" }]);
  const length = sort === "relevance" ? MATCH_CURSOR_LENGTH : cursorLength(sort);
  const after = cursor === undefined ? undefined : readCursor(cursor, length);
  const isUsable = after !== undefined && (sort !== "relevance" || isMatchCursor(after));
  if (cursor !== undefined && !isUsable) return err([{ field: "cursor", code: "bad-cursor" }]);
  return ok({ filter, sort, limit, cursor: after });
}

function parse(
  schema: typeof list | typeof timeline,
  params: URLSearchParams,
  repeatable: ReadonlySet<string> = REPEATABLE,
) {
  const collected = collect(params, repeatable);
  if (!collected.ok) return collected;
  const parsed = parseWith(schema, collected.value);
  return parsed.ok ? toQuery(parsed.value, DEFAULT_LIMIT) : parsed;
}

/** The query of `GET /forecasts`, strictly: an unknown or unusable parameter is an error. */
export const parseListQuery = (params: URLSearchParams) => parse(list, params);

/** The query of `GET /timeline`. */
export const parseTimelineQuery = (params: URLSearchParams) => parse(timeline, params);

/**
 * The query of a page, kindly: blank, unknown and unusable parameters are ignored, since people edit addresses and
 * old links outlive us.
 *
 * @param order of a page that has one of its own
 */
export function readPageQuery(params: URLSearchParams, order?: Sort): ForecastQuery {
  const usable = new URLSearchParams();
  for (const [field, value] of params) {
    if (value === "" || !Object.hasOwn(timeline.shape, field)) continue;
    if (!LISTS.has(field) && usable.has(field)) continue;
    const one = new URLSearchParams([[field, value]]);
    const isSearchOrder = field === "sort" && value === "relevance";
    if (field === "cursor" || isSearchOrder || parse(timeline, one).ok) usable.append(field, value);
  }
  if (usable.get("sort") === "relevance" && !usable.has("q")) usable.delete("sort");
  if (order !== undefined) usable.set("sort", order);
  const parsed = parse(timeline, usable, LISTS);
  if (parsed.ok) return parsed.value;
  usable.delete("cursor");
  const again = parse(timeline, usable, LISTS);
  return again.ok ? again.value : { filter: {}, sort: "due", limit: DEFAULT_LIMIT };
}

/** The query of a history: `limit` and `cursor`. */
export function parseHistoryQuery(
  params: URLSearchParams,
): Result<{ readonly limit: number; readonly cursor?: number }, readonly FieldError[]> {
  const collected = collect(params);
  if (!collected.ok) return collected;
  const parsed = parseWith(z.strictObject({ limit, cursor }).partial(), collected.value);
  if (!parsed.ok) return parsed;
  const { limit: most = DEFAULT_LIMIT, cursor: after } = parsed.value;
  if (after === undefined) return ok({ limit: most });
  const [seq = ""] = readCursor(after, 1) ?? [];
  if (!/^\d{1,15}$/.test(seq)) return err([{ field: "cursor", code: "bad-cursor" }]);
  return ok({ limit: most, cursor: Number(seq) });
}

/** A query that takes no parameters at all. */
export function parseNoQuery(params: URLSearchParams): Result<null, readonly FieldError[]> {
  const errors = [...new Set(params.keys())].map((field): FieldError => ({ field, code: "unknown-field" }));
  return errors.length > 0 ? err(firstOfEach(errors)) : ok(null);
}

const links = z.strictObject({ standing: oneOf(TROUBLED), limit, cursor }).partial();
const difference = z.strictObject({ with: givenId });

/** A cursor of the list of links, as the text that `parseLinksQuery` reads. */
export const writeLinkCursor = (cursor: LinkCursor | null): string | null =>
  writeCursor(cursor === null ? null : [String(cursor.since.getTime()), cursor.pageId]);

function readLinkCursor(cursor: string): LinkCursor | undefined {
  const [since = "", pageId = ""] = readCursor(cursor, 2) ?? [];
  if (!/^\d{1,15}$/.test(since) || pageId === "" || !isClean(pageId)) return undefined;
  return { since: new Date(Number(since)), pageId };
}

/** The query of `GET /links`: `standing`, `limit` and `cursor`. */
export function parseLinksQuery(params: URLSearchParams): Result<TroubledQuery, readonly FieldError[]> {
  const collected = collect(params);
  if (!collected.ok) return collected;
  const parsed = parseWith(links, collected.value);
  if (!parsed.ok) return parsed;
  const { standing, limit: most = DEFAULT_LIMIT, cursor: after } = parsed.value;
  const asked = { limit: most, ...(standing && { standing }) };
  if (after === undefined) return ok(asked);
  const from = readLinkCursor(after);
  if (from === undefined) return err([{ field: "cursor", code: "bad-cursor" }]);
  return ok({ ...asked, cursor: from });
}

/** The same of a page, kindly: what cannot be used is ignored. */
export function readLinksQuery(params: URLSearchParams): TroubledQuery {
  const standing = TROUBLED.find((one) => one === params.get("standing"));
  const cursor = readLinkCursor(params.get("cursor") ?? "");
  return { limit: DEFAULT_LIMIT, ...(standing && { standing }), ...(cursor && { cursor }) };
}

/** The query of a difference: `with`, the other copy. */
export function parseDifferenceQuery(
  params: URLSearchParams,
): Result<{ readonly with: string }, readonly FieldError[]> {
  const collected = collect(params);
  return collected.ok ? parseWith(difference, collected.value) : collected;
}
