import { notFound } from "#db/change/refusal.ts";
import { findDocument, findDocumentFacts, findNamedSource, keepDocument } from "#db/sources/document.ts";
import { listQuotePlaces } from "#db/sources/quote-places.ts";
import { answer, created } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../../../_request/api/handler.ts";
import { problem, refused } from "../../../../../_request/api/problem.ts";
import { parseNoQuery } from "../../../../../_request/parse/query.ts";
import { parseDocument } from "../../../../../_request/parse/source-body.ts";
import { hindranceJson } from "../../../../_json/editing.ts";
import { documentJson } from "../../../../_json/standing.ts";

export const dynamic = "force-dynamic";

/** The text that is kept with a source, and where the quotes of its forecasts stand in it. */
export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: ApiRequest<"slug">) => {
  const document = await findDocument(store.read, slug);
  if (document === undefined) return problem(404);
  const { text, times } = document;
  const places = await listQuotePlaces(store.read, slug);
  const quotes = places.map(({ slug: forecast, start, end }) => ({ forecast, start, end }));
  return answer({ ...documentJson(document), text, times, quotes });
});

/** Keeps a text with a source that has none. A body as any other: what is larger comes with its source. */
export const PUT = changing(
  (body) => parseDocument(body),
  async ({ document, by }, { store, moment, params: { slug } }: ApiRequest<"slug">) => {
    const kept = await store.write(async (tx) => {
      const source = await findNamedSource(tx, slug);
      return source === undefined ? notFound : keepDocument(tx, source, document, { by }, moment);
    });
    if (!kept.ok) return refused(kept.error, hindranceJson);
    const found = await findDocumentFacts(store.read, slug);
    if (found === undefined) throw new Error(`the text of ${slug} is gone after it was kept`);
    return created(documentJson(found));
  },
);
