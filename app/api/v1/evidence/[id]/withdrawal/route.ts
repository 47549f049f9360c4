import { withdrawEvidence } from "../../../../../../db/evidence/log.ts";
import { created } from "../../../../../_edge/api/answer.ts";
import { evidenceJson } from "../../../../../_edge/api/evidence-json.ts";
import { type Asked, changing } from "../../../../../_edge/api/handler.ts";
import { refused } from "../../../../../_edge/api/problem.ts";
import { parseWithdrawal } from "../../../../../_edge/parse/bodies.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseWithdrawal,
  async ({ reason, by }, { store, moment, params: { id } }: Asked<"id">) => {
    const withdrawn = await store.write((tx) => withdrawEvidence(tx, id, reason, { by }, moment));
    if (!withdrawn.ok) return refused(withdrawn.error, evidenceJson);
    return created(evidenceJson(withdrawn.value.entry));
  },
);
