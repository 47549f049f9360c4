import { giveVerdict, listVerdicts } from "#operations/verdicts.ts";
import { changeDoor, readDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(listVerdicts);
export const POST = changeDoor(giveVerdict, { status: 201 });
