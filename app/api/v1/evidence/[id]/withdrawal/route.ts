import { withdrawEvidence } from "#operations/evidence.ts";
import { changeDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = changeDoor(withdrawEvidence, { status: 201 });
