import { correctEvidence } from "#db/evidence/correct.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { answer } from "../../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../../_request/api/handler.ts";
import { problem, refused } from "../../../../_request/api/problem.ts";
import { visitNow } from "../../../../_request/forms/page-draft.ts";
import { parseCorrection } from "../../../../_request/parse/evidence-body.ts";
import { parseNoQuery } from "../../../../_request/parse/query.ts";
import { nudgeKeeper } from "../../../../_request/process/keeper.ts";
import { evidenceJson } from "../../../_json/evidence.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { id } }: ApiRequest<"id">) => {
  const entry = await findEvidence(store.read, id);
  return entry === undefined ? problem(404) : answer(evidenceJson(entry));
});

export const PATCH = changing(
  parseCorrection,
  async ({ patch, by, ...basis }, { store, moment, stale, params: { id } }: ApiRequest<"id">) => {
    const visit = visitNow(moment.now);
    const corrected = await store.write((tx) => correctEvidence(tx, id, patch, basis, { by }, moment, visit));
    if (!corrected.ok) return refused(corrected.error, evidenceJson, stale);
    nudgeKeeper();
    return answer(evidenceJson(corrected.value.entry));
  },
  { namesRevision: true },
);
