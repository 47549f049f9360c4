import type { PageEntry } from "#db/pages/record.ts";
import type { PageOffers } from "#operations/page-offers.ts";

/** A page that a form begins with. */
export interface StartedPage {
  readonly id: string;
  readonly offers: PageOffers;
  /** Why it could not be read, by its code. */
  readonly fault: string | null;
  /** Where it is logged already. */
  readonly entries: readonly PageEntry[];
}

/** The name of a button that asks for the page to be read before anything is logged. */
export const READ_FIRST = "readFirst";
