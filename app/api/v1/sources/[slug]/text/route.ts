import { findSourceText, keepSourceText } from "#operations/sources.ts";
import { changeDoor, readDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findSourceText);
/** A body as any other: a larger text comes with its source. */
export const PUT = changeDoor(keepSourceText, { status: 201 });
