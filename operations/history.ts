import { z } from "zod";
import { findForecastRow } from "#db/change/forecast-row.ts";
import { type HistoryEntry, listHistory as list } from "#db/change/history.ts";
import { notFound } from "#db/change/refusal.ts";
import { ACTIONS } from "#db/schema/history.ts";
import { ok } from "#domain/result.ts";
import { bySlug, nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import { read } from "./operation.ts";
import { cursor, DEFAULT_LIMIT, limit, readCursor, refuseCursor, writeCursor } from "./query.ts";

const snapshot = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), answer.listOf(z.string())]),
);

/** A change; `forecast` is the slug of the one it is about, null where it is about none or many. */
const historyEntry = answer.shaped(
  ({ forecast, ...entry }: HistoryEntry) => ({ ...entry, forecast: forecast?.slug ?? null }),
  z.object({
    id: z.string(),
    at: answer.instant,
    by: answer.shownName,
    action: z.enum(ACTIONS),
    forecast: answer.textOrNull,
    reason: answer.textOrNull,
    before: snapshot.nullable(),
    after: snapshot.nullable(),
  }),
);

const historyQuery = z
  .strictObject({ limit, cursor })
  .partial()
  .transform(
    field.whenSound(({ limit: most = DEFAULT_LIMIT, cursor: after }, context) => {
      if (after === undefined) return { limit: most };
      const [seq = ""] = readCursor(after, 1) ?? [];
      if (!/^\d{1,15}$/.test(seq)) refuseCursor(context, after);
      return { limit: most, cursor: Number(seq) };
    }),
  );

type HistoryPage = Awaited<ReturnType<typeof list>>;

const pageOf = ({ items, nextCursor }: HistoryPage) => ({
  items,
  nextCursor: writeCursor(nextCursor === null ? null : [String(nextCursor)]),
});

/** Every change, the newest first. */
export const listHistory = read({
  name: "listHistory",
  needs: "anyone",
  address: nowhere,
  input: historyQuery,
  answer: answer.pageOf(historyEntry),
  run: async (records, _, query) => ok(pageOf(await list(records, query))),
});

/** Every change of one forecast. */
export const listForecastHistory = read({
  name: "listForecastHistory",
  needs: "anyone",
  address: bySlug,
  input: historyQuery,
  answer: answer.pageOf(historyEntry),
  run: async (records, { slug }, query) => {
    if ((await findForecastRow(records, slug)) === undefined) return notFound;
    return ok(pageOf(await list(records, { ...query, forecast: slug })));
  },
});
