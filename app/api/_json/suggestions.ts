import { listForecastsOfPage, type PageRecord } from "../../../db/pages/record.ts";
import type { Reader } from "../../../db/store.ts";
import type { Day } from "../../../domain/day.ts";
import { offersOf } from "../../_request/forms/page-offers.ts";

/**
 * What is offered of a page for an entry of evidence, each with where it comes from, and how far its reading has come.
 */
export async function suggestionsJson(read: Reader, page: PageRecord, today: Day) {
  const entries = await listForecastsOfPage(read, page.id);
  return offersOf(page, entries.length > 0, today);
}
