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
