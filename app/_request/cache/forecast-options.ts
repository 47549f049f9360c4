import { listSourceChoices } from "../../../db/lists/sources.ts";
import { listSpeakerChoices } from "../../../db/lists/speakers.ts";
import type { Reader } from "../../../db/store.ts";

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
