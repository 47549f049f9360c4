import { markPassage, unmarkPassage } from "#operations/passages.ts";
import { changeDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const PUT = changeDoor(markPassage);
export const DELETE = changeDoor(unmarkPassage, { mayBeLeftOut: true });
