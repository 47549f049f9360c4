import { findForecastRow } from "../../../../../../db/change/forecast-row.ts";
import { listHistory } from "../../../../../../db/change/history.ts";
import { answerList } from "../../../../../_edge/api/answer.ts";
import { type Asked, reading } from "../../../../../_edge/api/handler.ts";
import { historyCursor, historyJson } from "../../../../../_edge/api/history-json.ts";
import { problem } from "../../../../../_edge/api/problem.ts";
import { parseHistoryQuery, writeCursor } from "../../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseHistoryQuery, async (query, { store, params: { slug } }: Asked<"slug">) => {
  if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
  const { items, nextCursor } = await listHistory(store.read, { ...query, forecast: slug });
  return answerList(items.map(historyJson), writeCursor(historyCursor(nextCursor)));
});
