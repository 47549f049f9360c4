import { listForecasts, recordForecast, recordForecasts } from "#operations/forecasts.ts";
import { MOST_BYTES } from "../../../_request/api/body.ts";
import { changeWay, eitherDoor, readDoor } from "../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(listForecasts);

/** One forecast, or with `forecasts` several at once. */
export const POST = eitherDoor(
  "forecasts",
  changeWay(recordForecasts, { status: 201 }),
  changeWay(recordForecast, {
    status: 201,
    location: ({ slug }) => `/api/v1/forecasts/${encodeURIComponent(slug)}`,
  }),
  { mostBytes: MOST_BYTES.withText },
);
