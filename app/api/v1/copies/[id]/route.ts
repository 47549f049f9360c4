import { findCopy } from "#operations/copies.ts";
import { readDoor } from "../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findCopy);
