import { findArchivedCopy } from "#db/pages/archived-copies.ts";
import { listCopies } from "#db/pages/copies.ts";
import { findPageRecord, listForecastsOfPage } from "#db/pages/record.ts";
import { listVisits } from "#db/pages/visit-log.ts";
import { answer } from "../../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../../_request/api/handler.ts";
import { problem } from "../../../../_request/api/problem.ts";
import { parseNoQuery } from "../../../../_request/parse/query.ts";
import { archivedJson, copyItemJson, pageEntryJson } from "../../../_json/copy.ts";
import { visitJson } from "../../../_json/link.ts";
import { startedPageJson } from "../../../_json/started-page.ts";

export const dynamic = "force-dynamic";

/** As many visits as one answer tells. */
const MOST_VISITS = 100;

export const GET = reading(parseNoQuery, async (_, { store, moment, params: { id } }: ApiRequest<"id">) => {
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
