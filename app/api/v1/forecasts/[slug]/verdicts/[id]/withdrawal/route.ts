import { withdrawVerdict } from "../../../../../../../../db/verdicts/give.ts";
import { created } from "../../../../../../../_edge/api/answer.ts";
import { type Asked, changing } from "../../../../../../../_edge/api/handler.ts";
import { refused } from "../../../../../../../_edge/api/problem.ts";
import { verdictJson } from "../../../../../../../_edge/api/verdict-json.ts";
import { parseWithdrawal } from "../../../../../../../_edge/parse/bodies.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseWithdrawal,
  async ({ reason, by }, { store, moment, params: { slug, id } }: Asked<"slug" | "id">) => {
    const withdrawn = await store.write((tx) => withdrawVerdict(tx, slug, id, reason, { by }, moment));
    return withdrawn.ok ? created(verdictJson(withdrawn.value)) : refused(withdrawn.error, verdictJson);
  },
);
