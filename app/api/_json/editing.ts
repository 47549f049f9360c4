import type { StoredForecast } from "#db/forecasts/stored.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import { verdictJson } from "./verdict.ts";

/** A forecast in the fields that change it, as it stands now. */
const storedJson = ({ slug, revision, settled }: StoredForecast) => ({
  slug,
  revision,
  claim: settled.claim,
  quote: settled.quote,
  lang: settled.lang,
  source: settled.source,
  speaker: settled.speaker,
  saidOn: settled.saidOn,
  section: settled.section,
  confidence: settled.confidence,
  horizon: settled.horizon,
  dueFrom: settled.dueFrom,
  dueBy: settled.dueBy,
  graceBy: settled.graceBy,
  reviewOn: settled.reviewOn,
  negative: settled.negative,
  criteria: settled.criteria,
  attributionNote: settled.attributionNote,
  sectionNote: settled.sectionNote,
  horizonNote: settled.horizonNote,
  confidenceNote: settled.confidenceNote,
  tags: settled.tags,
  relations: settled.relations.map(({ kind, to }) => ({ kind, forecast: to })),
});

/** What stands in the way of recording or changing a forecast. */
export function hindranceJson(current: StoredForecast | VerdictRecord | NamedRecord) {
  if ("settled" in current) return storedJson(current);
  return "outcome" in current ? verdictJson(current) : { slug: current.slug, title: current.title };
}
