import { findPage } from "#operations/pages.ts";
import { readDoor } from "../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findPage);
