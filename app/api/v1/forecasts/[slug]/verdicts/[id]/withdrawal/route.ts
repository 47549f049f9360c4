import { withdrawVerdict } from "#db/verdicts/give.ts";
import { created } from "../../../../../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../../../../../_request/api/handler.ts";
import { refused } from "../../../../../../../_request/api/problem.ts";
import { parseWithdrawal } from "../../../../../../../_request/parse/bodies.ts";
import { verdictJson } from "../../../../../../_json/verdict.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseWithdrawal,
  async ({ reason, by }, { store, moment, params: { slug, id } }: ApiRequest<"slug" | "id">) => {
    const withdrawn = await store.write((tx) => withdrawVerdict(tx, slug, id, reason, { by }, moment));
    return withdrawn.ok ? created(verdictJson(withdrawn.value)) : refused(withdrawn.error, verdictJson);
  },
);
