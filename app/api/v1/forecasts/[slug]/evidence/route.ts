import { findForecastRow } from "../../../../../../db/change/forecast-row.ts";
import { logEvidence } from "../../../../../../db/evidence/log.ts";
import { listEvidence } from "../../../../../../db/evidence/record.ts";
import { answerList, created } from "../../../../../_edge/api/answer.ts";
import { evidenceAddress, evidenceJson } from "../../../../../_edge/api/evidence-json.ts";
import { type Asked, changing, reading } from "../../../../../_edge/api/handler.ts";
import { problem, refused } from "../../../../../_edge/api/problem.ts";
import { nudgeKeeper } from "../../../../../_edge/keeper.ts";
import { draftOf } from "../../../../../_edge/page-draft.ts";
import { visitNow } from "../../../../../_edge/page-visits.ts";
import { parseEvidenceOrPage } from "../../../../../_edge/parse/evidence-body.ts";
import { parseNoQuery } from "../../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: Asked<"slug">) => {
  if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
  return answerList((await listEvidence(store.read, slug)).map(evidenceJson));
});

export const POST = changing(
  parseEvidenceOrPage,
  async ({ by, ...said }, { store, moment, params }: Asked<"slug">) => {
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
