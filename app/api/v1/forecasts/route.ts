import { listForecasts } from "../../../../db/forecasts.ts";
import { readFound } from "../../../../db/search-found.ts";
import { answerList } from "../../../_edge/api/answer.ts";
import { foundItemJson, itemJson } from "../../../_edge/api/forecast-json.ts";
import { type Asked, reading } from "../../../_edge/api/handler.ts";
import { parseListQuery, writeCursor } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseListQuery, async (query, { store, moment }: Asked) => {
  const { items, nextCursor } = await listForecasts(store.read, query, moment.today);
  const { q } = query.filter;
  const found = q === undefined ? undefined : await readFound(store.read, items, q);
  const json = found === undefined ? items.map(itemJson) : items.map((item) => foundItemJson(item, found));
  return answerList(json, writeCursor(nextCursor));
});
