import { readTimeline as readStored } from "#db/lists/timeline.ts";
import { ok } from "#domain/result.ts";
import { nowhere } from "./addresses.ts";
import { pageOf } from "./answer-fields.ts";
import { timelineItem } from "./forecast-answers.ts";
import { timelineQuery } from "./forecast-query.ts";
import { read } from "./operation.ts";
import { writeCursor } from "./query.ts";

export const readTimeline = read({
  name: "readTimeline",
  needs: "anyone",
  address: nowhere,
  input: timelineQuery,
  answer: pageOf(timelineItem),
  run: async (records, _, query, { moment }) => {
    const { items, nextCursor } = await readStored(records, query, moment.today);
    return ok({ items, nextCursor: writeCursor(nextCursor) });
  },
});
