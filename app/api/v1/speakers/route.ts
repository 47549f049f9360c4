import { listSpeakers, recordSpeaker } from "#operations/speakers.ts";
import { changeDoor, readDoor } from "../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(listSpeakers);
export const POST = changeDoor(recordSpeaker, { status: 201 });
