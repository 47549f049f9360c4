import { findForecastRow } from "#db/change/forecast-row.ts";
import { listHistory } from "#db/change/history.ts";
import { answerList } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../../../_request/api/handler.ts";
import { problem } from "../../../../../_request/api/problem.ts";
import { parseHistoryQuery, writeCursor } from "../../../../../_request/parse/query.ts";
import { historyCursor, historyJson } from "../../../../_json/history.ts";

export const dynamic = "force-dynamic";

export const GET = reading(
  parseHistoryQuery,
  async (query, { store, params: { slug } }: ApiRequest<"slug">) => {
    if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
    const { items, nextCursor } = await listHistory(store.read, { ...query, forecast: slug });
    return answerList(items.map(historyJson), writeCursor(historyCursor(nextCursor)));
  },
);
