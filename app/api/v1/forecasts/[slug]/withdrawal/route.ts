import { withdrawForecast } from "#db/forecasts/withdraw.ts";
import { created } from "../../../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../../../_request/api/handler.ts";
import { refused } from "../../../../../_request/api/problem.ts";
import { parseWithdrawal } from "../../../../../_request/parse/bodies.ts";
import { forecastNow } from "../../../../_json/forecast.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseWithdrawal,
  async ({ reason, by }, { store, moment, params: { slug } }: ApiRequest<"slug">) => {
    const done = await store.write((tx) => withdrawForecast(tx, slug, reason, { by }, moment));
    if (!done.ok) return refused(done.error, () => null);
    return created(await forecastNow({ store, moment }, slug));
  },
);
