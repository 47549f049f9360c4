import { readTimeline } from "#db/lists/timeline.ts";
import { answerList } from "../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../_request/api/handler.ts";
import { parseTimelineQuery, writeCursor } from "../../../_request/parse/query.ts";
import { timelineItemJson } from "../../_json/forecast.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseTimelineQuery, async (query, { store, moment }: ApiRequest) => {
  const { items, nextCursor } = await readTimeline(store.read, query, moment.today);
  return answerList(items.map(timelineItemJson), writeCursor(nextCursor));
});
