import { problem } from "../../_request/api/problem.ts";

export const dynamic = "force-dynamic";

/** Every address under /api that is none: without this, Next would answer a page. */
const missing = () => problem(404, { detail: "There is no such address in this API." });

export {
  missing as DELETE,
  missing as GET,
  missing as OPTIONS,
  missing as PATCH,
  missing as POST,
  missing as PUT,
};
