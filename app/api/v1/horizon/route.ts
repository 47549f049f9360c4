import { readPhrase } from "#operations/horizon.ts";
import { readBodyDoor } from "../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = readBodyDoor(readPhrase);
