import { listForecastsOfPage, type PageRecord } from "#db/pages/record.ts";
import type { Reader } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import { offersOf } from "../../_request/forms/page-offers.ts";
import { linkJson } from "./link.ts";

/**
 * What is offered of a page for an entry of evidence, each with where it comes from, and how far its reading has come.
 */
async function suggestionsJson(read: Reader, page: PageRecord, today: Day) {
  const entries = await listForecastsOfPage(read, page.id);
  return offersOf(page, entries.length > 0, today);
}

/** A page that was asked for: what is on record of it, how its link stands, and what is offered of it. */
export const startedPageJson = async (read: Reader, page: PageRecord, today: Day) => ({
  id: page.id,
  url: page.visited?.url ?? null,
  title: page.title,
  publisher: page.publisher,
  author: page.author,
  publishedOn: page.publishedOn,
  link: linkJson(page.link),
  sameAs: page.sameAsId,
  suggestions: await suggestionsJson(read, page, today),
});

/** Where it is looked at again. */
export const pageAddress = (id: string) => `/api/v1/pages/${encodeURIComponent(id)}`;
