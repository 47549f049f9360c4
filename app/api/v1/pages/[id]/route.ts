import { findArchivedCopy } from "../../../../../db/pages/archived-copies.ts";
import { listCopies } from "../../../../../db/pages/copies.ts";
import { findPageRecord, listForecastsOfPage } from "../../../../../db/pages/record.ts";
import { listVisits } from "../../../../../db/pages/visit-log.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { archivedJson, copyItemJson, pageEntryJson } from "../../../../_edge/api/copy-json.ts";
import { type Asked, reading } from "../../../../_edge/api/handler.ts";
import { visitJson } from "../../../../_edge/api/link-json.ts";
import { problem } from "../../../../_edge/api/problem.ts";
import { startedPageJson } from "../../../../_edge/api/started-page-json.ts";
import { parseNoQuery } from "../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

/** As many visits as one answer tells. */
const MOST_VISITS = 100;

export const GET = reading(parseNoQuery, async (_, { store, moment, params: { id } }: Asked<"id">) => {
  const { read } = store;
  const page = await findPageRecord(read, id);
  if (page === undefined) return problem(404);
  return answer({
    ...(await startedPageJson(read, page, moment.today)),
    archived: archivedJson(await findArchivedCopy(read, id)),
    copies: (await listCopies(read, id)).map(copyItemJson),
    visits: (await listVisits(read, id, { limit: MOST_VISITS })).map(visitJson),
    entries: (await listForecastsOfPage(read, id)).map(pageEntryJson),
  });
});
