import { readText } from "#operations/extractions.ts";
import { MOST_BYTES } from "../../../_request/api/body.ts";
import { readBodyDoor } from "../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = readBodyDoor(readText, { mostBytes: MOST_BYTES.withText });
