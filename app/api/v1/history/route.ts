import { listHistory } from "../../../../db/change/history.ts";
import { answerList } from "../../../_edge/api/answer.ts";
import { type Asked, reading } from "../../../_edge/api/handler.ts";
import { historyCursor, historyJson } from "../../../_edge/api/history-json.ts";
import { parseHistoryQuery, writeCursor } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseHistoryQuery, async (query, { store }: Asked) => {
  const { items, nextCursor } = await listHistory(store.read, query);
  return answerList(items.map(historyJson), writeCursor(historyCursor(nextCursor)));
});
