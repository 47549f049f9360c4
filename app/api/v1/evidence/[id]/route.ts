import { correctEvidence, findEvidence } from "#operations/evidence.ts";
import { changeDoor, readDoor } from "../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(findEvidence);
export const PATCH = changeDoor(correctEvidence, { namesRevision: true });
