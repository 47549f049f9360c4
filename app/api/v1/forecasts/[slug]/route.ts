import { weigh } from "../../../../../db/evidence/weigh.ts";
import { changeForecast } from "../../../../../db/forecasts/change.ts";
import { findForecast } from "../../../../../db/lists/forecast-detail.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { hindranceJson } from "../../../../_edge/api/editing-json.ts";
import { forecastNow } from "../../../../_edge/api/forecast-answer.ts";
import { forecastJson } from "../../../../_edge/api/forecast-json.ts";
import { type Asked, changing, reading } from "../../../../_edge/api/handler.ts";
import { problem, refused } from "../../../../_edge/api/problem.ts";
import { parseForecastChange } from "../../../../_edge/parse/forecast-body.ts";
import { parseNoQuery } from "../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment, params }: Asked<"slug">) => {
  const forecast = await findForecast(store.read, params.slug, moment.today);
  const weighed = await weigh(store.read, params.slug, moment.today, moment.timeZone);
  return forecast && weighed ? answer(forecastJson(forecast, weighed)) : problem(404);
});

export const PATCH = changing(
  parseForecastChange,
  async ({ patch, by, ...basis }, { store, moment, params: { slug } }: Asked<"slug">) => {
    const changed = await store.write((tx) => changeForecast(tx, slug, patch, basis, { by }, moment));
    if (!changed.ok) return refused(changed.error, hindranceJson);
    return answer(await forecastNow({ store, moment }, slug));
  },
  { namesRevision: true },
);
