import { withdrawVerdict } from "#operations/verdicts.ts";
import { changeDoor } from "../../../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = changeDoor(withdrawVerdict, { status: 201 });
