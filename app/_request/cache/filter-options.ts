import { type Counts, countByFilter, type FilterCounts } from "#db/lists/filter-counts.ts";
import type { ForecastFilter } from "#db/lists/forecast-filter.ts";
import { listTags } from "#db/lists/forecasts.ts";
import { listSourceTitles } from "#db/lists/sources.ts";
import { listSpeakerNames } from "#db/lists/speakers.ts";
import type { Reader } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import type { FilterOptions } from "../../_ui/lists/filter-form.tsx";
import { cached, staleMsAmong } from "./cached.ts";

/** As many of a kind as anybody looks through; a page of their own has all. */
const MOST_CHOICES = 40;

const sumOf = (counts: Counts | null) => Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);

const readTotals = cached((read, today) => countByFilter(read, today, {}), {
  staleMs: ({ status }) => staleMsAmong(sumOf(status)),
});

const readChoices = cached(async (read) => ({
  tags: await listTags(read),
  speakers: await listSpeakerNames(read),
  sources: await listSourceTitles(read),
}));

/** Those with the most forecasts, in the order that they have among all, and the one that was chosen. */
function foremost<Choice extends { readonly slug: string }>(
  all: readonly Choice[],
  counts: Counts | null,
  chosen: string | undefined,
): readonly Choice[] {
  if (all.length <= MOST_CHOICES) return all;
  const of = new Map(Object.entries(counts ?? {}));
  const by = ({ slug }: Choice) => of.get(slug) ?? 0;
  const most = new Set(all.toSorted((a, b) => by(b) - by(a)).slice(0, MOST_CHOICES));
  return all.filter((choice) => most.has(choice) || choice.slug === chosen);
}

/** What can be filtered by, beside what is filtered by now. */
export async function readFilterOptions(
  read: Reader,
  today: Day,
  speaker?: string,
  source?: string,
): Promise<FilterOptions> {
  const { tags, speakers, sources } = await readChoices(read, today);
  const totals = await readTotals(read, today);
  return {
    tags,
    speakers: foremost(speakers, totals.speaker, speaker),
    sources: foremost(sources, totals.source, source),
    areAll: { speaker: speakers.length <= MOST_CHOICES, source: sources.length <= MOST_CHOICES },
  };
}

/** Stands where nothing else narrows, so that what is kept exactly holds no total that may lag. */
const AS_AMONG_ALL: Counts = {};
const AMONG_ALL: FilterCounts = {
  status: AS_AMONG_ALL,
  outcome: AS_AMONG_ALL,
  stance: AS_AMONG_ALL,
  speaker: AS_AMONG_ALL,
  source: AS_AMONG_ALL,
  tag: AS_AMONG_ALL,
};
const countBeside = cached((read, today, filter: ForecastFilter) =>
  countByFilter(read, today, filter, AMONG_ALL),
);

/** How many each choice of a filter would find, beside the other filters in force. */
export async function readFilterCounts(
  read: Reader,
  today: Day,
  filter: ForecastFilter,
): Promise<FilterCounts> {
  const totals = await readTotals(read, today);
  const beside = await countBeside(read, today, filter);
  const of = (choice: keyof FilterCounts) =>
    beside[choice] === AS_AMONG_ALL ? totals[choice] : beside[choice];
  return {
    status: of("status"),
    outcome: of("outcome"),
    stance: of("stance"),
    speaker: of("speaker"),
    source: of("source"),
    tag: of("tag"),
  };
}
