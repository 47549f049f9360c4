import type { Day } from "#domain/day.ts";

/** What a page says of itself; suggestions for a person to confirm, never more. */
export interface PageDetails {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly description: string | null;
  /** The day as the page writes it, in its own zone; of any year. */
  readonly publishedOn: Day | null;
  /** A language tag, "zh-TW". */
  readonly lang: string | null;
  /** The absolute http or https address that the page calls its own. */
  readonly canonical: string | null;
}

/**
 * Why a page was not read, or not read as far as it goes.
 *
 * - `not-text`: it holds no text, whatever it is called;
 * - `too-nested`, `too-many-elements`: its markup is beyond what is taken apart (many attributes count as elements);
 * - `no-text`: there is nothing to read in it;
 * - `damaged`, `locked`: a PDF that cannot be opened, or not without a password;
 * - `too-long`: it is longer than is read.
 */
export const READING_FAULTS = [
  "not-text",
  "too-nested",
  "too-many-elements",
  "no-text",
  "damaged",
  "locked",
  "too-long",
] as const;
export type ReadingFault = (typeof READING_FAULTS)[number];

/** What was read of a page. With a fault there may still be details, and text as far as it goes. */
export interface PageReading {
  readonly details: PageDetails;
  /** Paragraphs parted by blank lines; NFC, without NUL or lone surrogates, at most `LONGEST_TEXT` UTF-16 units. */
  readonly text: string | null;
  readonly fault: ReadingFault | null;
}

/** The most text that is kept of a page, in UTF-16 units. */
export const LONGEST_TEXT = 1_000_000;

export const NO_DETAILS: PageDetails = {
  title: null,
  siteName: null,
  author: null,
  description: null,
  publishedOn: null,
  lang: null,
  canonical: null,
};

/** A page of which nothing is read but why not. */
export const unread = (fault: ReadingFault): PageReading => ({ details: NO_DETAILS, text: null, fault });
