import { requestVisit } from "../../../../../../db/evidence/visit-request.ts";
import { answer } from "../../../../../_edge/api/answer.ts";
import { evidenceJson } from "../../../../../_edge/api/evidence-json.ts";
import { type Asked, changing } from "../../../../../_edge/api/handler.ts";
import { refused } from "../../../../../_edge/api/problem.ts";
import { nudgeKeeper } from "../../../../../_edge/keeper.ts";
import { parseAsked } from "../../../../../_edge/parse/bodies.ts";

export const dynamic = "force-dynamic";

/** Asks for a visit, and answers before it is made. */
export const POST = changing(
  parseAsked,
  async (_, { store, moment, params: { id } }: Asked<"id">) => {
    const asked = await store.write((tx) => requestVisit(tx, id, moment.now));
    if (!asked.ok) return refused(asked.error, evidenceJson);
    nudgeKeeper();
    return answer(evidenceJson(asked.value), 202);
  },
  { mayBeLeftOut: true },
);
