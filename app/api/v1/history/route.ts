import { listHistory } from "#db/change/history.ts";
import { answerList } from "../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../_request/api/handler.ts";
import { parseHistoryQuery, writeCursor } from "../../../_request/parse/query.ts";
import { historyCursor, historyJson } from "../../_json/history.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseHistoryQuery, async (query, { store }: ApiRequest) => {
  const { items, nextCursor } = await listHistory(store.read, query);
  return answerList(items.map(historyJson), writeCursor(historyCursor(nextCursor)));
});
