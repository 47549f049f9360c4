import { changeForecast, findForecast } from "#operations/forecasts.ts";
import { MOST_BYTES } from "../../../../_request/api/body.ts";
import { changeDoor, readDoor } from "../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findForecast);
export const PATCH = changeDoor(changeForecast, { namesRevision: true, mostBytes: MOST_BYTES.long });
