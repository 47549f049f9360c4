import { findForecastRow } from "#db/change/forecast-row.ts";
import { giveVerdict, listVerdicts } from "#db/verdicts/give.ts";
import { answerList, created } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../../../_request/api/handler.ts";
import { problem, refused } from "../../../../../_request/api/problem.ts";
import { parseVerdict } from "../../../../../_request/parse/bodies.ts";
import { parseNoQuery } from "../../../../../_request/parse/query.ts";
import { hindranceJson } from "../../../../_json/editing.ts";
import { verdictJson } from "../../../../_json/verdict.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: ApiRequest<"slug">) => {
  if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
  return answerList((await listVerdicts(store.read, slug)).map(verdictJson));
});

export const POST = changing(
  parseVerdict,
  async ({ by, ...draft }, { store, moment, params }: ApiRequest<"slug">) => {
    const given = await store.write((tx) => giveVerdict(tx, params.slug, draft, { by }, moment));
    return given.ok ? created(verdictJson(given.value)) : refused(given.error, hindranceJson);
  },
);
