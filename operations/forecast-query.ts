import { z } from "zod";
import { cursorLength } from "#db/lists/forecast-filter.ts";
import type { ForecastQuery } from "#db/lists/forecasts.ts";
import { isMatchCursor, MATCH_CURSOR_LENGTH } from "#db/search/find.ts";
import { isDay } from "#domain/day.ts";
import { OUTCOMES, SEARCH_SORTS, STANCE_FILTERS, STATUSES } from "#domain/vocabulary.ts";
import * as field from "./fields.ts";
import { cursor, DEFAULT_LIMIT, limit, readCursor, refuseCursor } from "./query.ts";

const emptyDay = z.string().refine(isDay, { error: "not-a-day" }).meta({ format: "date" });

/** As many values of one filter as are looked for at once. */
export const MOST_VALUES = 20;

/** Any of some values. */
const anyOf = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .array(entry)
    .superRefine((given, context) => {
      if (given.length <= MOST_VALUES) return;
      const params = { limit: MOST_VALUES };
      context.addIssue({ code: "custom", message: "too-many", params, input: given });
    })
    .meta({ maxItems: MOST_VALUES });

const filterFields = {
  status: anyOf(field.oneOf(STATUSES)),
  tag: anyOf(field.text(80)),
  outcome: anyOf(field.oneOf(OUTCOMES)),
  stance: anyOf(field.oneOf(STANCE_FILTERS)),
  speaker: field.text(200),
  source: field.text(200),
  q: field.text(200).describe("Words to be searched for."),
  dueAfter: emptyDay,
  dueBefore: emptyDay,
  sort: field.oneOf(SEARCH_SORTS).describe("`relevance` is for a search."),
  limit,
  cursor,
};

const fromTo = { from: emptyDay, to: emptyDay };

/** The parameters of the timeline, which has all of those of the list. */
export const QUERY_FIELDS: readonly string[] = Object.keys({ ...filterFields, ...fromTo });

type Asked = Partial<z.output<z.ZodObject<typeof filterFields & typeof fromTo>>>;

function toQuery(asked: Asked, context: z.RefinementCtx): ForecastQuery {
  const isSearch = asked.q !== undefined;
  const {
    sort = isSearch ? "relevance" : "due",
    limit: most = DEFAULT_LIMIT,
    cursor: text,
    ...filter
  } = asked;
  if (sort === "relevance" && !isSearch) {
    context.addIssue({ code: "custom", message: "not-one-of", path: ["sort"], input: sort });
    return z.NEVER;
  }
  const length = sort === "relevance" ? MATCH_CURSOR_LENGTH : cursorLength(sort);
  const after = text === undefined ? undefined : readCursor(text, length);
  const isUsable = after !== undefined && (sort !== "relevance" || isMatchCursor(after));
  if (text !== undefined && !isUsable) refuseCursor(context, text);
  return { filter, sort, limit: most, cursor: after };
}

/** What a list of forecasts is asked, strictly: an unknown or unusable parameter is an error. */
export const forecastQuery = z.strictObject(filterFields).partial().transform(field.whenSound(toQuery));

/** What the timeline is asked. */
export const timelineQuery = z
  .strictObject({ ...filterFields, ...fromTo })
  .partial()
  .transform(field.whenSound(toQuery));
