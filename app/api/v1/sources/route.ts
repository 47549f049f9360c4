import { findSource, listSources } from "#db/lists/sources.ts";
import { createSourceWithText, findDocumentFacts } from "#db/sources/document.ts";
import { answerList, created } from "../../../_request/api/answer.ts";
import { MOST_BYTES_WITH_TEXT } from "../../../_request/api/body.ts";
import { type ApiRequest, changing, reading } from "../../../_request/api/handler.ts";
import { refused } from "../../../_request/api/problem.ts";
import { parseNoQuery } from "../../../_request/parse/query.ts";
import { parseSource } from "../../../_request/parse/source-body.ts";
import { hindranceJson } from "../../_json/editing.ts";
import { documentJson, sourceJson } from "../../_json/standing.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment }: ApiRequest) =>
  answerList((await listSources(store.read, moment.today)).map(sourceJson)),
);

export const POST = changing(
  (body) => parseSource(body),
  async ({ draft, document, by }, { store, moment }: ApiRequest) => {
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
