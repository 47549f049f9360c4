import type { StoredForecast } from "#db/forecasts/stored.ts";
import type { SourceRecord } from "#db/lists/sources.ts";
import type { SpeakerRecord } from "#db/lists/speakers.ts";
import { CRITERIA, LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";

/** Whether a claim is of what will not happen, as a form asks it: as the words say, or chosen. */
export const directionChoices = ({ direction }: Messages["editing"]) =>
  (["", "no", "yes"] as const).map((value) => ({ value, text: direction[value] }));

/** How a form says what was chosen; blank is as the words say. */
export const directionWord = (chosen: boolean | null): "" | "no" | "yes" => {
  if (chosen === null) return "";
  return chosen ? "yes" : "no";
};

/** What the fields of a forecast are called. */
export function forecastLabels(m: Messages): { readonly [name: string]: string } {
  const { editing: e, forecast, evidence, form } = m;
  const inLanguages = (name: string, labels: { readonly en: string; readonly "zh-Hant": string }) =>
    LANGUAGES.map((lang) => [`${name}.${lang}`, labels[lang]] as const);
  return {
    quote: e.quote,
    lang: e.lang,
    source: e.source,
    speaker: e.speaker,
    saidOn: e.saidOn,
    section: e.section,
    confidence: e.confidence,
    horizon: e.horizon,
    reading: e.readings.legend,
    claim: e.claimShort,
    dueFrom: e.dueFrom,
    dueBy: e.dueBy,
    undated: e.undated,
    horizonNote: e.chooseWindow,
    graceBy: e.graceBy,
    reviewOn: e.reviewOn,
    negative: e.negative,
    tags: e.tags,
    relations: e.relation,
    ladder: e.ladder,
    reason: e.reason,
    by: form.by,
    "newSource.title": e.sourceTitle,
    "newSource.url": e.sourceUrl,
    "newSource.publisher": e.sourcePublisher,
    "newSource.publishedOn": e.sourcePublishedOn,
    "newSource.kind": e.sourceKind,
    same: m.reading.same,
    take: m.reading.take,
    url: evidence.url,
    ...Object.fromEntries([
      ...inLanguages("claim", e.claim),
      ...inLanguages("horizonNote", e.horizonNote),
      ...inLanguages("newSpeaker.name", e.speakerName),
      ...inLanguages("newSpeaker.role", e.speakerRole),
      ...inLanguages("name", e.speakerName),
      ...inLanguages("role", e.speakerRole),
      ...CRITERIA.flatMap((criterion) =>
        ["", ...LANGUAGES.map((lang) => `.${lang}`)].map((lang) => [
          `criteria.${criterion}${lang}`,
          forecast.criterion[criterion],
        ]),
      ),
    ]),
    name: e.newSpeakerTitle,
  };
}

/** What every part of the form is rendered from. */
export interface ForecastFormProps {
  /** The forecast that is changed; null for a new one. */
  readonly stored: StoredForecast | null;
  /** What a new one begins with. */
  readonly preset: { readonly source?: string; readonly speaker?: string; readonly saidOn?: string };
  readonly options: {
    readonly sources: readonly Pick<SourceRecord, "slug" | "title">[];
    readonly speakers: readonly Pick<SpeakerRecord, "slug" | "name">[];
  };
  readonly m: Messages;
  readonly language: Language;
}
