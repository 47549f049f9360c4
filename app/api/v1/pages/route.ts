import { startPage } from "#operations/pages.ts";
import { changeDoor } from "../../../_request/api/door.ts";

export const dynamic = "force-dynamic";

export const POST = changeDoor(startPage, {
  status: ({ fetches }) => (fetches ? 202 : 200),
  location: ({ id }) => `/api/v1/pages/${encodeURIComponent(id)}`,
});
