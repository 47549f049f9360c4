import { findPageRecord } from "../../../../../db/page-record.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { type Asked, reading } from "../../../../_edge/api/handler.ts";
import { problem } from "../../../../_edge/api/problem.ts";
import { startedPageJson } from "../../../../_edge/api/started-page-json.ts";
import { parseNoQuery } from "../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment, params: { id } }: Asked<"id">) => {
  const page = await findPageRecord(store.read, id);
  return page === undefined ? problem(404) : answer(await startedPageJson(store.read, page, moment.today));
});
