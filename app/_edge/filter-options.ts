import { countByFilter } from "../../db/filter-counts.ts";
import type { ForecastFilter } from "../../db/forecast-filter.ts";
import { listTags } from "../../db/forecasts.ts";
import { listSourceTitles } from "../../db/sources.ts";
import { listSpeakerNames } from "../../db/speakers.ts";
import type { FilterOptions } from "../_ui/filter-form.tsx";
import { kept } from "./kept.ts";

/** What can be filtered by. */
export const readFilterOptions = kept(
  async (read): Promise<FilterOptions> => ({
    tags: await listTags(read),
    speakers: await listSpeakerNames(read),
    sources: await listSourceTitles(read),
  }),
);

const readTotals = kept((read, today) => countByFilter(read, today, {}));

/** How many each choice of a filter would find, beside the other filters in force. */
export const readFilterCounts = kept(async (read, today, filter: ForecastFilter) =>
  countByFilter(read, today, filter, await readTotals(read, today)),
);
