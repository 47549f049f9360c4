import { weigh } from "#db/evidence/weigh.ts";
import { changeForecast } from "#db/forecasts/change.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { answer } from "../../../../_request/api/answer.ts";
import { type ApiRequest, changing, reading } from "../../../../_request/api/handler.ts";
import { problem, refused } from "../../../../_request/api/problem.ts";
import { parseForecastChange } from "../../../../_request/parse/forecast-body.ts";
import { parseNoQuery } from "../../../../_request/parse/query.ts";
import { hindranceJson } from "../../../_json/editing.ts";
import { forecastJson, forecastNow } from "../../../_json/forecast.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment, params }: ApiRequest<"slug">) => {
  const forecast = await findForecast(store.read, params.slug, moment.today);
  const weighed = await weigh(store.read, params.slug, moment.today, moment.timeZone);
  return forecast && weighed ? answer(forecastJson(forecast, weighed)) : problem(404);
});

export const PATCH = changing(
  parseForecastChange,
  async ({ patch, by, ...basis }, { store, moment, stale, params: { slug } }: ApiRequest<"slug">) => {
    const changed = await store.write((tx) => changeForecast(tx, slug, patch, basis, { by }, moment));
    if (!changed.ok) return refused(changed.error, hindranceJson, stale);
    return answer(await forecastNow({ store, moment }, slug));
  },
  { namesRevision: true },
);
