import { findCopy } from "#db/pages/copies.ts";
import { listPassagesIn } from "#db/pages/copy-passages.ts";
import { answer } from "../../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../../_request/api/handler.ts";
import { problem } from "../../../../_request/api/problem.ts";
import { parseNoQuery } from "../../../../_request/parse/query.ts";
import { copyJson } from "../../../_json/copy.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store: { read }, params: { id } }: ApiRequest<"id">) => {
  const copy = await findCopy(read, id);
  if (copy === undefined) return problem(404);
  return answer(copyJson(copy, await listPassagesIn(read, id)));
});
