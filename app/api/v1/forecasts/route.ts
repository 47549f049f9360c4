import { listForecasts } from "../../../../db/forecasts.ts";
import { answerList } from "../../../_edge/api/answer.ts";
import { itemJson } from "../../../_edge/api/forecast-json.ts";
import { type Asked, reading } from "../../../_edge/api/handler.ts";
import { parseListQuery, writeCursor } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseListQuery, async (query, { store, moment }: Asked) => {
  const { items, nextCursor } = await listForecasts(store.read, query, moment.today);
  return answerList(items.map(itemJson), writeCursor(nextCursor));
});
