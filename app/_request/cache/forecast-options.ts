import { listForecasts } from "#db/lists/forecasts.ts";
import { listSourceChoices } from "#db/lists/sources.ts";
import { listSpeakerChoices } from "#db/lists/speakers.ts";
import type { Reader } from "#db/store.ts";
import { DEFAULT_LIMIT } from "#operations/query.ts";
import { pageContext } from "../page-context.ts";

/** The first page of what a source holds or a speaker said, as it falls due. */
export async function readForecastsOf(filter: { readonly speaker: string } | { readonly source: string }) {
  const { read, today } = await pageContext();
  return listForecasts(read, { filter, sort: "due", limit: DEFAULT_LIMIT }, today);
}

/** How many sources and speakers a form offers: a page has to stay a page. Others are added to from their own page. */
const MOST_OFFERED = 200;

/** The sources and speakers that a forecast's form offers, with those it is to begin with. */
export async function readForecastOptions(
  read: Reader,
  chosen: { readonly source?: string; readonly speaker?: string },
) {
  return {
    sources: await listSourceChoices(read, MOST_OFFERED, chosen.source),
    speakers: await listSpeakerChoices(read, MOST_OFFERED, chosen.speaker),
  };
}
