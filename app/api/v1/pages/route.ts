import { findPageRecord } from "#db/pages/record.ts";
import { answer } from "../../../_request/api/answer.ts";
import { type ApiRequest, changing } from "../../../_request/api/handler.ts";
import { problem } from "../../../_request/api/problem.ts";
import { askForPage, readsPages } from "../../../_request/forms/page-draft.ts";
import { parseBareLink } from "../../../_request/parse/evidence-body.ts";
import { nudgeKeeper } from "../../../_request/process/keeper.ts";
import { pageAddress, startedPageJson } from "../../_json/started-page.ts";

export const dynamic = "force-dynamic";

/** Has a page read, and does not wait for it: what it says of itself is there later, at its own address. */
export const POST = changing(
  parseBareLink,
  async ({ url }, { store, moment: { now, today } }: ApiRequest) => {
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
  },
);
