import { giveVerdict, listVerdicts } from "#operations/verdicts.ts";
import { MOST_BYTES } from "../../../../../_request/api/body.ts";
import { changeDoor, readDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(listVerdicts);
export const POST = changeDoor(giveVerdict, { status: 201, mostBytes: MOST_BYTES.long });
