import { requestVisit } from "#db/evidence/visit-request.ts";
import { answer } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../../../_request/api/handler.ts";
import { refused } from "../../../../../_request/api/problem.ts";
import { parseAsked } from "../../../../../_request/parse/bodies.ts";
import { nudgeKeeper } from "../../../../../_request/process/keeper.ts";
import { evidenceJson } from "../../../../_json/evidence.ts";

export const dynamic = "force-dynamic";

/** Asks for a visit, and answers before it is made. */
export const POST = changing(
  parseAsked,
  async (_, { store, moment, params: { id } }: ApiRequest<"id">) => {
    const asked = await store.write((tx) => requestVisit(tx, id, moment.now));
    if (!asked.ok) return refused(asked.error, evidenceJson);
    nudgeKeeper();
    return answer(evidenceJson(asked.value), 202);
  },
  { mayBeLeftOut: true },
);
