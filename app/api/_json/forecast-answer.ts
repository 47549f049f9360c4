import { weigh } from "../../../db/evidence/weigh.ts";
import { findForecast } from "../../../db/lists/forecast-detail.ts";
import type { Asked } from "../../_request/api/handler.ts";
import { forecastJson } from "./forecast.ts";

/** A forecast that was just changed, as it stands now. */
export async function forecastNow({ store, moment }: Pick<Asked, "store" | "moment">, slug: string) {
  const forecast = await findForecast(store.read, slug, moment.today);
  const weighed = await weigh(store.read, slug, moment.today, moment.timeZone);
  if (forecast === undefined || weighed === undefined)
    throw new Error(`${slug} is gone after it was changed`);
  return forecastJson(forecast, weighed);
}

/** Where a forecast is read and changed. */
export const forecastAddress = (slug: string) => `/api/v1/forecasts/${encodeURIComponent(slug)}`;
