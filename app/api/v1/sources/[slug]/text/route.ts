import { listQuotePlaces } from "../../../../../../db/quote-places.ts";
import { findDocument } from "../../../../../../db/source-document.ts";
import { answer } from "../../../../../_edge/api/answer.ts";
import { type Asked, reading } from "../../../../../_edge/api/handler.ts";
import { problem } from "../../../../../_edge/api/problem.ts";
import { documentJson } from "../../../../../_edge/api/standing-json.ts";
import { parseNoQuery } from "../../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

/** The text that is kept with a source, and where the quotes of its forecasts stand in it. */
export const GET = reading(parseNoQuery, async (_, { store, params: { slug } }: Asked<"slug">) => {
  const document = await findDocument(store.read, slug);
  if (document === undefined) return problem(404);
  const { text, times } = document;
  const places = await listQuotePlaces(store.read, slug);
  const quotes = places.map(({ slug: forecast, start, end }) => ({ forecast, start, end }));
  return answer({ ...documentJson(document), text, times, quotes });
});
