import { findPageLink } from "#db/pages/link-state.ts";
import { findPageRecord, listForecastsOfPage } from "#db/pages/record.ts";
import type { Reader } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import { offersOf } from "#operations/page-offers.ts";
import type { StartedPage } from "../../_ui/evidence/bare-link/offers.ts";

/** A page that a form begins with, and the link that leads to it; undefined where there is none of that id. */
export async function readStarted(
  read: Reader,
  id: string,
  today: Day,
): Promise<(StartedPage & { readonly url: string | undefined }) | undefined> {
  const page = await findPageRecord(read, id);
  if (page === undefined) return undefined;
  const entries = await listForecastsOfPage(read, id);
  const { link } = page;
  return {
    id,
    url: await findPageLink(read, id),
    offers: offersOf(page, entries.length > 0, today),
    fault: link?.fault ?? (link?.standing === "gone" ? "gone" : null),
    entries,
  };
}
