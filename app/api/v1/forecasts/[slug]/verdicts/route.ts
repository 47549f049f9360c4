import { findForecastRow } from "../../../../../../db/change/forecast-row.ts";
import { giveVerdict, listVerdicts } from "../../../../../../db/verdicts/give.ts";
import { answerList, created } from "../../../../../_edge/api/answer.ts";
import { hindranceJson } from "../../../../../_edge/api/editing-json.ts";
import { type Asked, changing, reading } from "../../../../../_edge/api/handler.ts";
import { problem, refused } from "../../../../../_edge/api/problem.ts";
import { verdictJson } from "../../../../../_edge/api/verdict-json.ts";
import { parseVerdict } from "../../../../../_edge/parse/bodies.ts";
import { parseNoQuery } from "../../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: Asked<"slug">) => {
  if ((await findForecastRow(store.read, slug)) === undefined) return problem(404);
  return answerList((await listVerdicts(store.read, slug)).map(verdictJson));
});

export const POST = changing(
  parseVerdict,
  async ({ by, ...draft }, { store, moment, params }: Asked<"slug">) => {
    const given = await store.write((tx) => giveVerdict(tx, params.slug, draft, { by }, moment));
    return given.ok ? created(verdictJson(given.value)) : refused(given.error, hindranceJson);
  },
);
