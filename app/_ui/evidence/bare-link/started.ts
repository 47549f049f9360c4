import type { PageEntry } from "../../../../db/pages/record.ts";
import type { PageOffers } from "./offers.ts";

/** A page that a form begins with. */
export interface Started {
  readonly id: string;
  readonly offers: PageOffers;
  /** Why it could not be read, by its code. */
  readonly fault: string | null;
  /** Where it is logged already. */
  readonly entries: readonly PageEntry[];
}
