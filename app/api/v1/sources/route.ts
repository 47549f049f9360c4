import { findSource, listSources } from "../../../../db/lists/sources.ts";
import { createSourceWithText, findDocumentFacts } from "../../../../db/sources/document.ts";
import { answerList, created } from "../../../_edge/api/answer.ts";
import { MOST_BYTES_WITH_TEXT } from "../../../_edge/api/body.ts";
import { hindranceJson } from "../../../_edge/api/editing-json.ts";
import { type Asked, changing, reading } from "../../../_edge/api/handler.ts";
import { refused } from "../../../_edge/api/problem.ts";
import { documentJson, sourceJson } from "../../../_edge/api/standing-json.ts";
import { parseNoQuery } from "../../../_edge/parse/query.ts";
import { parseSource } from "../../../_edge/parse/source-body.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment }: Asked) =>
  answerList((await listSources(store.read, moment.today)).map(sourceJson)),
);

export const POST = changing(
  (body) => parseSource(body),
  async ({ draft, document, by }, { store, moment }: Asked) => {
    const made = await store.write((tx) => createSourceWithText(tx, draft, document, { by }, moment));
    if (!made.ok) return refused(made.error, hindranceJson);
    const { slug } = made.value;
    const source = await findSource(store.read, slug, moment.today);
    if (source === undefined) throw new Error(`${slug} is gone after it was recorded`);
    const kept = await findDocumentFacts(store.read, slug);
    return created({ ...sourceJson(source), text: kept === undefined ? null : documentJson(kept) });
  },
  { mostBytes: MOST_BYTES_WITH_TEXT },
);
