import { findPageRecord } from "../../../../db/pages/record.ts";
import { answer } from "../../../_edge/api/answer.ts";
import { type Asked, changing } from "../../../_edge/api/handler.ts";
import { problem } from "../../../_edge/api/problem.ts";
import { pageAddress, startedPageJson } from "../../../_edge/api/started-page-json.ts";
import { nudgeKeeper } from "../../../_edge/keeper.ts";
import { askForPage, readsPages } from "../../../_edge/page-visits.ts";
import { parseBareLink } from "../../../_edge/parse/evidence-body.ts";

export const dynamic = "force-dynamic";

/** Has a page read, and does not wait for it: what it says of itself is there later, at its own address. */
export const POST = changing(parseBareLink, async ({ url }, { store, moment: { now, today } }: Asked) => {
  const asked = await store.write((tx) => askForPage(tx, url, now));
  if (!asked.ok) {
    return problem(503, { detail: "Too many links wait to be read just now. Ask again in a minute." });
  }
  const page = asked.value === null ? undefined : await findPageRecord(store.read, asked.value);
  if (page === undefined) {
    return problem(409, { detail: "No pages are read here, and this one is not on record." });
  }
  nudgeKeeper();
  const location = pageAddress(page.id);
  return answer(await startedPageJson(store.read, page, today), readsPages() ? 202 : 200, { location });
});
