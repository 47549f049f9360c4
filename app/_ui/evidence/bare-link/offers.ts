import type { PageEntry } from "#db/pages/record.ts";
import type { Day } from "#domain/day.ts";

/** A page that a form begins with. */
export interface StartedPage {
  readonly id: string;
  readonly offers: PageOffers;
  /** Why it could not be read, by its code. */
  readonly fault: string | null;
  /** Where it is logged already. */
  readonly entries: readonly PageEntry[];
}

/**
 * How far the reading of a page has come: nobody has asked for it; it is under way; it was read; it was read and says
 * nothing of itself; it could not be read.
 */
export type ReadingState = "unread" | "waiting" | "read" | "silent" | "failed";

/** A detail of a page for a person to confirm: what it says of itself, or what is on record of it. */
export interface Offer<Value extends string = string> {
  readonly value: Value;
  readonly from: "page" | "record";
}

/** What is offered of a page, by the fields that it is for. */
export interface PageOffers {
  readonly reading: ReadingState;
  readonly title: Offer | null;
  readonly publisher: Offer | null;
  readonly author: Offer | null;
  readonly publishedOn: Offer<Day> | null;
  readonly description: Offer | null;
  /** A language tag, "zh-TW". */
  readonly lang: Offer | null;
}

/** The name of a button that asks for the page to be read before anything is logged. */
export const READ_FIRST = "readFirst";
