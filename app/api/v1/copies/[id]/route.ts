import { findCopy } from "../../../../../db/pages/copies.ts";
import { listPassagesIn } from "../../../../../db/pages/copy-passages.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { copyJson } from "../../../../_edge/api/copy-json.ts";
import { type Asked, reading } from "../../../../_edge/api/handler.ts";
import { problem } from "../../../../_edge/api/problem.ts";
import { parseNoQuery } from "../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store: { read }, params: { id } }: Asked<"id">) => {
  const copy = await findCopy(read, id);
  if (copy === undefined) return problem(404);
  return answer(copyJson(copy, await listPassagesIn(read, id)));
});
