import { findSourceText, keepSourceText } from "#operations/sources.ts";
import { MOST_BYTES } from "../../../../../_request/api/body.ts";
import { changeDoor, readDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findSourceText);
export const PUT = changeDoor(keepSourceText, { status: 201, mostBytes: MOST_BYTES.withText });
