import type { Day } from "#domain/day.ts";
import type { WindowChoice } from "#domain/forecasts/chosen-window.ts";
import type { Stretch } from "#domain/sources/transcript.ts";
import {
  CRITERIA,
  type Criterion,
  LANGUAGES,
  type Language,
  type RelationKind,
  type Translated,
} from "#domain/vocabulary.ts";
import type { DueWindow } from "#domain/window.ts";
import type { Snapshot } from "../schema/tables.ts";
import type { SourceDraft } from "../sources/create.ts";
import type { SpeakerDraft } from "../sources/create-speaker.ts";
import type { ForecastText } from "./insert.ts";

/** How a forecast relates to another: by its slug, or by its place among those that are recorded with it. */
export interface RelationDraft {
  readonly kind: RelationKind;
  readonly to: string | number;
}

/** What a person says of a forecast. Its window is what the words for the time say, unless another is chosen. */
export interface ForecastDraft extends WindowChoice {
  /** Left out, it is made from the claim. */
  readonly slug?: string;
  /** There is one in one language at least. */
  readonly claim: Translated;
  /** Verbatim, as are `section`, `horizon` and `confidence`, in the language `lang`. */
  readonly quote: string;
  /** Where the quote stands in the kept text of its source; left out, it is where it stands first. */
  readonly place?: Stretch;
  readonly lang: Language;
  /** A source on record, by its slug, or one to be put there. */
  readonly source: string | SourceDraft;
  readonly speaker: string | SpeakerDraft;
  readonly section: string | null;
  readonly horizon: string | null;
  readonly confidence: string | null;
  /** Whether it says what will not happen; null: as the words for the time say. */
  readonly negative: boolean | null;
  readonly saidOn: Day;
  /** Ours. */
  readonly graceBy: Day | null;
  /** Ours, for a forecast without a last day. */
  readonly reviewOn: Day | null;
  readonly criteria: { readonly [C in Criterion]: Translated };
  readonly attributionNote: Translated;
  readonly sectionNote: Translated;
  /** Our note on the words for the time; where another window is chosen than they say, it says why. */
  readonly horizonNote: Translated;
  readonly confidenceNote: Translated;
  readonly tags: readonly string[];
  readonly relations: readonly RelationDraft[];
}

/** A draft with its window settled, and its source, speaker and relations on record. */
export interface SettledForecast extends Omit<ForecastDraft, "slug" | "undated" | "reading">, DueWindow {
  readonly negative: boolean;
  readonly source: string;
  readonly speaker: string;
  readonly relations: readonly { readonly kind: RelationKind; readonly to: string }[];
}

/** The notes of ours beside words of the source. */
const NOTES = ["attributionNote", "sectionNote", "horizonNote", "confidenceNote"] as const;

/** Our texts as they are kept: a row for each language that has any. */
export function textsOf(draft: Pick<ForecastDraft, "claim" | "criteria" | (typeof NOTES)[number]>) {
  return LANGUAGES.map((lang): ForecastText => {
    const { criteria, claim, attributionNote, sectionNote, horizonNote, confidenceNote } = draft;
    return {
      lang,
      claim: claim[lang],
      trueIf: criteria.trueIf[lang],
      partlyIf: criteria.partlyIf[lang],
      falseIf: criteria.falseIf[lang],
      cannotBeJudgedIf: criteria.cannotBeJudgedIf[lang],
      whereToLook: criteria.whereToLook[lang],
      finePrint: criteria.finePrint[lang],
      attributionNote: attributionNote[lang],
      sectionNote: sectionNote[lang],
      horizonNote: horizonNote[lang],
      confidenceNote: confidenceNote[lang],
    };
  }).filter(({ lang: _, ...texts }) => Object.values(texts).some((text) => text !== null));
}

const inEach = (name: string, text: Translated) =>
  LANGUAGES.map((lang) => [`${name}.${lang}`, text[lang]] as const);

/** A forecast as the history keeps it: our texts as `claim.en`, `trueIf.zh-Hant`; relations as `restates the-other`. */
export function snapshotOf(forecast: SettledForecast): Snapshot {
  const { source, speaker, quote, lang, section, horizon, confidence, negative, saidOn } = forecast;
  const { dueFrom, dueBy, graceBy, reviewOn, tags, relations, criteria } = forecast;
  return {
    ...Object.fromEntries(inEach("claim", forecast.claim)),
    quote,
    lang,
    source,
    speaker,
    saidOn,
    horizon,
    dueFrom,
    dueBy,
    graceBy,
    reviewOn,
    negative,
    ...Object.fromEntries(CRITERIA.flatMap((criterion) => inEach(criterion, criteria[criterion]))),
    section,
    confidence,
    ...Object.fromEntries(NOTES.flatMap((note) => inEach(note, forecast[note]))),
    tags: tags.toSorted(),
    relations: relations.map(({ kind, to }) => `${kind} ${to}`).toSorted(),
  };
}

/** A snapshot without what is empty: all there is to say of a new forecast. */
export const saidOf = (snapshot: Snapshot): Snapshot =>
  Object.fromEntries(
    Object.entries(snapshot).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && !value.length),
    ),
  );
