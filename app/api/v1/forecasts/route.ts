import { createLadder } from "../../../../db/forecast-ladder.ts";
import { listForecasts } from "../../../../db/forecasts.ts";
import { readFound } from "../../../../db/search-found.ts";
import { writeWhole } from "../../../../db/whole.ts";
import { answerList, created } from "../../../_edge/api/answer.ts";
import { hindranceJson } from "../../../_edge/api/editing-json.ts";
import { forecastAddress, forecastNow } from "../../../_edge/api/forecast-answer.ts";
import { foundItemJson, itemJson } from "../../../_edge/api/forecast-json.ts";
import { type Asked, changing, reading } from "../../../_edge/api/handler.ts";
import { refused } from "../../../_edge/api/problem.ts";
import { parseForecast } from "../../../_edge/parse/forecast-body.ts";
import { parseListQuery, writeCursor } from "../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseListQuery, async (query, { store, moment }: Asked) => {
  const { items, nextCursor } = await listForecasts(store.read, query, moment.today);
  const { q } = query.filter;
  const found = q === undefined ? undefined : await readFound(store.read, items, q);
  const json = found === undefined ? items.map(itemJson) : items.map((item) => foundItemJson(item, found));
  return answerList(json, writeCursor(nextCursor));
});

export const POST = changing(parseForecast, async ({ draft, ladder, by }, asked: Asked) => {
  const { store, moment } = asked;
  const recorded = await writeWhole(store, (tx) => createLadder(tx, draft, ladder, { by }, moment));
  if (!recorded.ok) return refused(recorded.error, hindranceJson);
  const { slug } = recorded.value.first;
  return created(await forecastNow(asked, slug), forecastAddress(slug));
});
