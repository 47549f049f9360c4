import { correctEvidence } from "../../../../../db/evidence.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { evidenceJson } from "../../../../_edge/api/evidence-json.ts";
import { type Asked, changing } from "../../../../_edge/api/handler.ts";
import { refused } from "../../../../_edge/api/problem.ts";
import { nudgeKeeper } from "../../../../_edge/keeper.ts";
import { visitNow } from "../../../../_edge/page-visits.ts";
import { parseCorrection } from "../../../../_edge/parse/evidence-body.ts";

export const dynamic = "force-dynamic";

export const PATCH = changing(
  parseCorrection,
  async ({ patch, by, reason }, { store, moment, params: { id } }: Asked<"id">) => {
    const visit = visitNow(moment.now);
    const corrected = await store.write((tx) =>
      correctEvidence(tx, id, patch, reason, { by }, moment, visit),
    );
    if (!corrected.ok) return refused(corrected.error, evidenceJson);
    nudgeKeeper();
    return answer(evidenceJson(corrected.value.entry));
  },
);
