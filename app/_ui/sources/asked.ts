import type { QuotedForecast } from "#db/sources/quote-places.ts";
import type { Day } from "#domain/day.ts";
import type { Candidate } from "#domain/sources/extraction.ts";
import type { TimedPlace } from "#domain/sources/transcript.ts";
import type { Language, Translated } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";

/** A sentence of the list as it is rendered. */
export interface ListedCandidate {
  readonly candidate: Candidate;
  /** Its place in the whole list, counted from 1. */
  readonly number: number;
  /** Its voice, by its place among those who speak. */
  readonly voice: number;
  /** The forecast that was taken from it before. */
  readonly onRecord: string | null;
  /** The number of the one it most likely restates. */
  readonly restates: number | null;
}

/** Who may speak, as a form asks it. */
export interface AskedVoice {
  readonly label: string | null;
  readonly isAdded: boolean;
  readonly speaker: string;
  readonly name: Translated;
}

/** What the parts of the form are rendered from. */
export interface ReadingView {
  readonly slug: string;
  readonly listed: readonly ListedCandidate[];
  readonly voices: readonly AskedVoice[];
  readonly speakers: readonly { readonly slug: string; readonly name: Translated }[];
  readonly quoted: readonly QuotedForecast[];
  readonly saidOn: Day;
  readonly isKept: boolean;
  readonly length: number;
  readonly times: readonly TimedPlace[];
  /** Whether the list has sentences behind these. */
  readonly hasNext: boolean;
  readonly m: Messages;
  readonly language: Language;
}
