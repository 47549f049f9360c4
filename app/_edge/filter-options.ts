import { listTags } from "../../db/forecasts.ts";
import { listSources } from "../../db/sources.ts";
import { listSpeakers } from "../../db/speakers.ts";
import type { Reader } from "../../db/store.ts";
import type { Day } from "../../domain/day.ts";
import type { FilterOptions } from "../_ui/filter-form.tsx";

/** What can be filtered by. */
export async function readFilterOptions(read: Reader, today: Day): Promise<FilterOptions> {
  return {
    tags: await listTags(read),
    speakers: await listSpeakers(read, today),
    sources: await listSources(read, today),
  };
}
