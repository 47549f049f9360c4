import { findPutAside } from "#db/forecasts/typed-texts.ts";
import { findSource, type SourceRecord } from "#db/lists/sources.ts";
import { findDocument } from "#db/sources/document.ts";
import { type Day, isDay } from "#domain/day.ts";
import type { Candidate, Extraction } from "#domain/sources/extraction.ts";
import type { TimedPlace } from "#domain/sources/transcript.ts";
import { extractedFrom } from "#operations/extracted.ts";
import type { pageContext } from "../page-context.ts";

/** As many sentences as one page has: each is a form of its own. */
const MOST_SHOWN = 24;

/** What an address asks of a source's text; it may be anything. */
export interface ReadingAsked {
  /** What a text that is not kept was put aside under. */
  readonly typed: string;
  /** The day from which spans are to be counted, where it is another than the text was given with. */
  readonly saidOn: string;
  /** How many sentences of the list come before this page. */
  readonly skip: string;
}

/** A source's text with what was found in it, and the part of the list that a page shows. */
export interface SourceReading {
  readonly source: SourceRecord;
  readonly text: string;
  readonly times: readonly TimedPlace[];
  readonly saidOn: Day;
  readonly isKept: boolean;
  readonly extraction: Extraction;
  readonly skip: number;
  readonly shown: readonly Candidate[];
  /** Where the next page of the list begins, and the one before; null where there is none. */
  readonly next: number | null;
  readonly previous: number | null;
}

/** Why there is nothing to choose from: no text, one that was put aside too long ago, or too many others to be read. */
export interface NothingRead {
  readonly source: SourceRecord;
  readonly text: null;
  readonly why: "not-kept" | "gone" | "too-busy";
}

type Context = Pick<Awaited<ReturnType<typeof pageContext>>, "read" | "today" | "now">;

async function findText({ read, now }: Context, slug: string, typed: string) {
  if (typed === "") {
    const document = await findDocument(read, slug);
    return document === undefined ? undefined : { ...document, isKept: true };
  }
  const aside = await findPutAside(read, typed, now);
  const { text = "", saidOn = "" } = aside?.values ?? {};
  if (aside === undefined || !isDay(saidOn)) return undefined;
  return { text, times: [], saidOn, isKept: false };
}

/**
 * Reads the text of a source for forecasts.
 *
 * @returns undefined when there is no such source; without a text when there is nothing to choose from just now
 */
export async function readSourceText(
  context: Context,
  slug: string,
  { typed, saidOn, skip }: ReadingAsked,
): Promise<SourceReading | NothingRead | undefined> {
  const source = await findSource(context.read, slug, context.today);
  if (source === undefined) return undefined;
  const found = await findText(context, slug, typed);
  if (found === undefined) return { source, text: null, why: typed === "" ? "not-kept" : "gone" };
  const { text, times, isKept } = found;
  const from = isDay(saidOn) && saidOn <= context.today ? saidOn : found.saidOn;
  const read = await extractedFrom(text, from);
  if (!read.ok) return { source, text: null, why: read.error };
  const extraction = read.value;
  const before = /^\d{1,7}$/.test(skip) ? Number(skip) : 0;
  const start = before < extraction.candidates.length ? before - (before % MOST_SHOWN) : 0;
  const shown = extraction.candidates.slice(start, start + MOST_SHOWN);
  return {
    source,
    text,
    times,
    saidOn: from,
    isKept,
    extraction,
    skip: start,
    shown,
    next: start + MOST_SHOWN < extraction.candidates.length ? start + MOST_SHOWN : null,
    previous: start > 0 ? start - MOST_SHOWN : null,
  };
}
