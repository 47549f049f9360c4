import { withdrawForecast } from "../../../../../../db/forecasts/withdraw.ts";
import { created } from "../../../../../_edge/api/answer.ts";
import { forecastNow } from "../../../../../_edge/api/forecast-answer.ts";
import { type Asked, changing } from "../../../../../_edge/api/handler.ts";
import { refused } from "../../../../../_edge/api/problem.ts";
import { parseWithdrawal } from "../../../../../_edge/parse/bodies.ts";

export const dynamic = "force-dynamic";

export const POST = changing(
  parseWithdrawal,
  async ({ reason, by }, { store, moment, params: { slug } }: Asked<"slug">) => {
    const done = await store.write((tx) => withdrawForecast(tx, slug, reason, { by }, moment));
    if (!done.ok) return refused(done.error, () => null);
    return created(await forecastNow({ store, moment }, slug));
  },
);
