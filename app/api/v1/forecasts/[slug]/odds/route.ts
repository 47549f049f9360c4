import { weigh } from "#db/evidence/weigh.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import { oddsOf } from "#domain/evidence/odds.ts";
import { statedConfidence } from "#domain/forecasts/stated-confidence.ts";
import { answer } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, reading } from "../../../../../_request/api/handler.ts";
import { problem } from "../../../../../_request/api/problem.ts";
import { parseOddsQuery } from "../../../../../_request/parse/odds.ts";
import { oddsJson } from "../../../../_json/weighing.ts";

export const dynamic = "force-dynamic";

export const GET = reading(
  parseOddsQuery,
  async (question, { store, moment, params }: ApiRequest<"slug">) => {
    const forecast = await findForecast(store.read, params.slug, moment.today);
    const weighed = await weigh(store.read, params.slug, moment.today, moment.timeZone);
    if (forecast === undefined || weighed === undefined) return problem(404);
    const stated = statedConfidence(forecast.confidence.words);
    return answer(oddsJson(forecast.slug, stated, oddsOf(weighed.entries, question)));
  },
);
