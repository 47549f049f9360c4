import { findCopy } from "#db/pages/copies.ts";
import { compareTexts } from "#web/comparing/compare-texts.ts";
import { answer } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../../../_request/api/handler.ts";
import { problem } from "../../../../../_request/api/problem.ts";
import { parseDifferenceQuery } from "../../../../../_request/parse/query.ts";
import { differenceJson } from "../../../../_json/copy.ts";

export const dynamic = "force-dynamic";

/** How the text of the copy became that of another one of its page; null blocks where one of them has no text. */
export const GET = reading(
  parseDifferenceQuery,
  async ({ with: otherId }, { store: { read }, params: { id } }: ApiRequest<"id">) => {
    const copy = await findCopy(read, id);
    const other = await findCopy(read, otherId);
    if (copy === undefined || other?.pageId !== copy.pageId) return problem(404);
    const hasTexts = copy.text !== null && other.text !== null;
    const blocks = hasTexts ? compareTexts(copy.text, other.text) : null;
    return answer({ from: copy.id, to: other.id, blocks: differenceJson(blocks) });
  },
);
