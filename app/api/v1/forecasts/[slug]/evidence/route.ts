import { findForecastRow } from "#db/change/forecast-row.ts";
import { logEvidence } from "#db/evidence/log.ts";
import { listEvidence } from "#db/evidence/record.ts";
import { answerList, created } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../../../_request/api/handler.ts";
import { problem, refused } from "../../../../../_request/api/problem.ts";
import { draftOf, visitNow } from "../../../../../_request/forms/page-draft.ts";
import { parseEvidenceOrPage } from "../../../../../_request/parse/evidence-body.ts";
import { parseNoQuery } from "../../../../../_request/parse/query.ts";
import { nudgeKeeper } from "../../../../../_request/process/keeper.ts";
import { evidenceAddress, evidenceJson } from "../../../../_json/evidence.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: ApiRequest<"slug">) => {
  if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
  return answerList((await listEvidence(store.read, slug)).map(evidenceJson));
});

export const POST = changing(
  parseEvidenceOrPage,
  async ({ by, ...said }, { store, moment, params }: ApiRequest<"slug">) => {
    const logged = await store.write(async (tx) => {
      const draft = await draftOf(tx, said);
      if (!draft.ok) return draft;
      return logEvidence(tx, params.slug, draft.value, { by }, moment, visitNow(moment.now));
    });
    if (!logged.ok) return refused(logged.error, evidenceJson);
    nudgeKeeper();
    return created(evidenceJson(logged.value.entry), evidenceAddress(logged.value.entry));
  },
);
