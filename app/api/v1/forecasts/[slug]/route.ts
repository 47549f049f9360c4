import { findForecast } from "../../../../../db/forecast-detail.ts";
import { answer } from "../../../../_edge/api/answer.ts";
import { forecastJson } from "../../../../_edge/api/forecast-json.ts";
import { type Asked, reading } from "../../../../_edge/api/handler.ts";
import { problem } from "../../../../_edge/api/problem.ts";
import { parseNoQuery } from "../../../../_edge/parse/query.ts";

export const dynamic = "force-dynamic";

export const GET = reading(parseNoQuery, async (_, { store, moment, params }: Asked<"slug">) => {
  const forecast = await findForecast(store.read, params.slug, moment.today);
  return forecast === undefined ? problem(404) : answer(forecastJson(forecast));
});
