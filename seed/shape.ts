import type { Day } from "#domain/day.ts";
import type {
  Criterion,
  JudgedCriterion,
  Language,
  RelationKind,
  SourceKind,
  Stance,
  Strength,
} from "#domain/vocabulary.ts";

/** A text in both languages; the seed leaves none out. */
export type Both = { readonly [L in Language]: string };

/** Words of the source, verbatim in the source's language, with a note of ours beside them where one is needed. */
export interface Words {
  /** Verbatim; absent when the speaker gave none. */
  readonly words?: string;
  readonly note?: Both;
}

export interface SeedSource {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly titleLang: Language;
  readonly url: string;
  readonly publisher: string;
  /** The language of the quotes. */
  readonly lang: Language;
  readonly publishedOn: Day;
  readonly note: Both;
}

export interface SeedSpeaker {
  readonly slug: string;
  readonly name: Both;
  readonly role: Both;
}

export interface SeedForecast {
  readonly slug: string;
  readonly speaker: string;
  readonly claim: Both;
  /** Verbatim, the shortest phrase that carries the claim. */
  readonly quote: string;
  /** Who said it, where the transcript leaves a doubt. */
  readonly attributionNote?: Both;
  readonly section: Words;
  readonly horizon: Words;
  readonly confidence: Words;
  readonly dueFrom: Day | null;
  readonly dueBy: Day | null;
  readonly graceBy: Day | null;
  readonly reviewOn: Day | null;
  /** A criterion that the editors could not state is left out. */
  readonly criteria: { readonly [K in Criterion]?: Both };
  readonly tags: readonly string[];
  readonly relations: readonly { readonly kind: RelationKind; readonly to: string }[];
}

export interface SeedEvidence {
  readonly forecast: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: Day | null;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly kind: SourceKind;
  /** Absent where it plainly speaks to none. */
  readonly criterion?: JudgedCriterion;
  readonly summary: string;
}
