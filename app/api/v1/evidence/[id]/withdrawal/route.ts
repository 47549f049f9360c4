import { withdrawEvidence } from "#db/evidence/log.ts";
import { created } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../../../_request/api/handler.ts";
import { refused } from "../../../../../_request/api/problem.ts";
import { parseWithdrawal } from "../../../../../_request/parse/bodies.ts";
import { evidenceJson } from "../../../../_json/evidence.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseWithdrawal,
  async ({ reason, by }, { store, moment, params: { id } }: ApiRequest<"id">) => {
    const withdrawn = await store.write((tx) => withdrawEvidence(tx, id, reason, { by }, moment));
    if (!withdrawn.ok) return refused(withdrawn.error, evidenceJson);
    return created(evidenceJson(withdrawn.value.entry));
  },
);
