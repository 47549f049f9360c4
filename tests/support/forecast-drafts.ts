import type { ForecastDraft } from "#db/forecasts/draft.ts";
import type { SourceDraft } from "#db/sources/create.ts";
import { day } from "#domain/day.ts";

export const NOWHERE = { en: null, "zh-Hant": null };
export const SOURCE = "tri-dao-unsupervised-learning-2025";

/** A forecast that nobody has recorded, of somebody and from somewhere on record. */
export const aDraft = (changes: Partial<ForecastDraft> = {}): ForecastDraft => ({
  claim: { en: "Robots fold laundry in half of all homes.", "zh-Hant": null },
  quote: "Robots will fold your laundry within two years.",
  lang: "en",
  source: SOURCE,
  speaker: "tri-dao",
  ...{ section: null, horizon: "within two years", confidence: null, negative: false },
  saidOn: day("2026-11-01"),
  ...{ dueFrom: null, dueBy: null, undated: false, graceBy: null, reviewOn: null },
  criteria: {
    ...{ trueIf: { en: "Half of all homes have one.", "zh-Hant": null }, partlyIf: NOWHERE },
    ...{ falseIf: NOWHERE, cannotBeJudgedIf: NOWHERE, whereToLook: NOWHERE, finePrint: NOWHERE },
  },
  ...{ attributionNote: NOWHERE, sectionNote: NOWHERE, horizonNote: NOWHERE, confidenceNote: NOWHERE },
  tags: ["robots"],
  relations: [],
  ...changes,
});

/** A source and a speaker who are not on record. */
export const aSource: SourceDraft = {
  ...{ kind: "talk", title: "Robots at home", titleLang: "en", url: "https://example.org/robots" },
  ...{ publisher: "Example", lang: "en", publishedOn: day("2026-11-01"), note: NOWHERE },
};
export const aSpeaker = {
  name: { en: "Zoë Ng", "zh-Hant": "吳" },
  role: { en: "Engineer", "zh-Hant": null },
};
