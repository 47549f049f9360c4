import { setReview } from "#operations/reviews.ts";
import { changeDoor } from "../../../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = changeDoor(setReview, { status: 201 });
