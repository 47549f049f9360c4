import { recordAtOnce } from "#db/forecasts/at-once.ts";
import { createLadder } from "#db/forecasts/ladder.ts";
import { listForecasts } from "#db/lists/forecasts.ts";
import { readFound } from "#db/lists/found.ts";
import { answerList, created } from "../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../_request/api/handler.ts";
import { refused, unacceptable } from "../../../_request/api/problem.ts";
import { fieldOfOne, parseForecasts, type SeveralForecasts } from "../../../_request/parse/forecasts-body.ts";
import { parseListQuery, writeCursor } from "../../../_request/parse/query.ts";
import { hindranceJson } from "../../_json/editing.ts";
import { forecastAddress, forecastNow, foundItemJson, itemJson } from "../../_json/forecast.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseListQuery, async (query, { store, moment }: ApiRequest) => {
  const { items, nextCursor } = await listForecasts(store.read, query, moment.today);
  const { q } = query.filter;
  const found = q === undefined ? undefined : await readFound(store.read, items, q);
  const json = found === undefined ? items.map(itemJson) : items.map((item) => foundItemJson(item, found));
  return answerList(json, writeCursor(nextCursor));
});

/** Several at once, all of them or none. */
async function recordSeveral({ drafts, by }: SeveralForecasts, asked: ApiRequest): Promise<Response> {
  const { store, moment } = asked;
  const recorded = await store.write((tx) => recordAtOnce(tx, drafts, { by }, moment));
  if (recorded.ok) {
    return created({ items: await Promise.all(recorded.value.map(({ slug }) => forecastNow(asked, slug))) });
  }
  const { error } = recorded;
  if (error.kind !== "some-invalid") return refused(error, hindranceJson);
  return unacceptable(
    error.of.flatMap(({ place, faults }) =>
      faults.map((fault) => ({ ...fault, field: fieldOfOne(place, fault.field) })),
    ),
  );
}

export const POST = changing(parseForecasts, async (sent, asked: ApiRequest) => {
  if ("drafts" in sent) return recordSeveral(sent, asked);
  const { draft, ladder, by } = sent;
  const { store, moment } = asked;
  const recorded = await store.write((tx) => createLadder(tx, draft, ladder, { by }, moment));
  if (!recorded.ok) return refused(recorded.error, hindranceJson);
  const { slug } = recorded.value.first;
  return created(await forecastNow(asked, slug), forecastAddress(slug));
});
