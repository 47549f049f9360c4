import { readTimeline } from "../../../../db/lists/timeline.ts";
import { answerList } from "../../../_edge/api/answer.ts";
import { timelineItemJson } from "../../../_edge/api/forecast-json.ts";
import { type Asked, reading } from "../../../_edge/api/handler.ts";
import { parseTimelineQuery, writeCursor } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseTimelineQuery, async (query, { store, moment }: Asked) => {
  const { items, nextCursor } = await readTimeline(store.read, query, moment.today);
  return answerList(items.map(timelineItemJson), writeCursor(nextCursor));
});
