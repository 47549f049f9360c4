import { listEvidence, logEvidence } from "#operations/evidence.ts";
import { changeDoor, readDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const GET = readDoor(listEvidence);
export const POST = changeDoor(logEvidence, { status: 201, location: ({ id }) => `/api/v1/evidence/${id}` });
