import { listHistory } from "#operations/history.ts";
import { readDoor } from "../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(listHistory);
