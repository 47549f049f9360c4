import { type Counts, countByFilter } from "../../db/filter-counts.ts";
import type { ForecastFilter } from "../../db/forecast-filter.ts";
import { listTags } from "../../db/forecasts.ts";
import { listSourceTitles } from "../../db/sources.ts";
import { listSpeakerNames } from "../../db/speakers.ts";
import type { FilterOptions } from "../_ui/filter-form.tsx";
import { kept } from "./kept.ts";

/** As many of a kind as anybody looks through; a page of their own has all. */
const MOST_CHOICES = 40;

const readTotals = kept((read, today) => countByFilter(read, today, {}), { mayLag: true });

const readChoices = kept(
  async (read) => ({
    tags: await listTags(read),
    speakers: await listSpeakerNames(read),
    sources: await listSourceTitles(read),
  }),
  { mayLag: true },
);

/** Those with the most forecasts, in the order that they have among all, and the one that was chosen. */
function foremost<Choice extends { readonly slug: string }>(
  all: readonly Choice[],
  counts: Counts | null,
  chosen: string | undefined,
): readonly Choice[] {
  if (all.length <= MOST_CHOICES) return all;
  const of = ({ slug }: Choice) => counts?.[slug] ?? 0;
  const most = new Set(all.toSorted((a, b) => of(b) - of(a)).slice(0, MOST_CHOICES));
  return all.filter((choice) => most.has(choice) || choice.slug === chosen);
}

/** What can be filtered by, beside what is filtered by now. */
export const readFilterOptions = kept(
  async (read, today, speaker?: string, source?: string): Promise<FilterOptions> => {
    const { tags, speakers, sources } = await readChoices(read, today);
    const totals = await readTotals(read, today);
    return {
      tags,
      speakers: foremost(speakers, totals.speaker, speaker),
      sources: foremost(sources, totals.source, source),
      areAll: { speaker: speakers.length <= MOST_CHOICES, source: sources.length <= MOST_CHOICES },
    };
  },
  { mayLag: true },
);

/** How many each choice of a filter would find, beside the other filters in force. */
export const readFilterCounts = kept(async (read, today, filter: ForecastFilter) =>
  countByFilter(read, today, filter, await readTotals(read, today)),
);
