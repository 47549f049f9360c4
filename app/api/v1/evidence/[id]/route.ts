import { correctEvidence } from "../../../../../db/evidence/correct.ts";
import { findEvidence } from "../../../../../db/evidence/record.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { evidenceJson } from "../../../../_edge/api/evidence-json.ts";
import { type Asked, changing, reading } from "../../../../_edge/api/handler.ts";
import { problem, refused } from "../../../../_edge/api/problem.ts";
import { nudgeKeeper } from "../../../../_edge/keeper.ts";
import { visitNow } from "../../../../_edge/page-visits.ts";
import { parseCorrection } from "../../../../_edge/parse/evidence-body.ts";
import { parseNoQuery } from "../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, params: { id } }: Asked<"id">) => {
  const entry = await findEvidence(store.read, id);
  return entry === undefined ? problem(404) : answer(evidenceJson(entry));
});

export const PATCH = changing(
  parseCorrection,
  async ({ patch, by, ...basis }, { store, moment, params: { id } }: Asked<"id">) => {
    const visit = visitNow(moment.now);
    const corrected = await store.write((tx) => correctEvidence(tx, id, patch, basis, { by }, moment, visit));
    if (!corrected.ok) return refused(corrected.error, evidenceJson);
    nudgeKeeper();
    return answer(evidenceJson(corrected.value.entry));
  },
  { namesRevision: true },
);
