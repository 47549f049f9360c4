import { logEvidence } from "../../../../../../db/evidence.ts";
import { listEvidence } from "../../../../../../db/evidence-record.ts";
import { findForecastRow } from "../../../../../../db/forecast-row.ts";
import { answerList, created } from "../../../../../_edge/api/answer.ts";
import { evidenceAddress, evidenceJson } from "../../../../../_edge/api/evidence-json.ts";
import { type Asked, changing, reading } from "../../../../../_edge/api/handler.ts";
import { problem, refused } from "../../../../../_edge/api/problem.ts";
import { parseEvidence } from "../../../../../_edge/parse/bodies.ts";
import { parseNoQuery } from "../../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: Asked<"slug">) => {
  if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
  return answerList((await listEvidence(store.read, slug)).map(evidenceJson));
});

export const POST = changing(
  parseEvidence,
  async ({ by, ...draft }, { store, moment, params }: Asked<"slug">) => {
    const logged = await store.write((tx) => logEvidence(tx, params.slug, draft, { by }, moment));
    if (!logged.ok) return refused(logged.error, evidenceJson);
    return created(evidenceJson(logged.value.entry), evidenceAddress(logged.value.entry));
  },
);
