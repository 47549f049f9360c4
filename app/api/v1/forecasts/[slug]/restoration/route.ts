import { restoreForecast } from "#operations/forecasts.ts";
import { changeDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = changeDoor(restoreForecast, { status: 201 });
