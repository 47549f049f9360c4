import { findCopy } from "../../../../../../db/pages/copies.ts";
import { compareTexts } from "../../../../../../web/comparing/compare-texts.ts";
import { answer } from "../../../../../_edge/api/answer.ts";
import { differenceJson } from "../../../../../_edge/api/copy-json.ts";
import { type Asked, reading } from "../../../../../_edge/api/handler.ts";
import { problem } from "../../../../../_edge/api/problem.ts";
import { parseDifferenceQuery } from "../../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

/** How the text of the copy became that of another one of its page; null blocks where one of them has no text. */
export const GET = reading(
  parseDifferenceQuery,
  async ({ with: otherId }, { store: { read }, params: { id } }: Asked<"id">) => {
    const copy = await findCopy(read, id);
    const other = await findCopy(read, otherId);
    if (copy === undefined || other?.pageId !== copy.pageId) return problem(404);
    const hasTexts = copy.text !== null && other.text !== null;
    const blocks = hasTexts ? compareTexts(copy.text, other.text) : null;
    return answer({ from: copy.id, to: other.id, blocks: differenceJson(blocks) });
  },
);
