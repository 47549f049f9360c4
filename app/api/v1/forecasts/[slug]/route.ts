import { changeForecast, findForecast } from "#operations/forecasts.ts";
import { changeDoor, readDoor } from "../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findForecast);
export const PATCH = changeDoor(changeForecast, { namesRevision: true });
