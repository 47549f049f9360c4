import { findPageOf } from "../../db/page-addresses.ts";
import { findPageRecord } from "../../db/page-record.ts";
import { startPage } from "../../db/pages.ts";
import type { Writer } from "../../db/store.ts";
import { getSettings } from "./settings.ts";

/** How long a page that was just read is not asked for again. */
const FRESH_MS = 60_000;

/** Whether pages are read here at all. */
export const readsPages = (): boolean => getSettings().keeping.fetches;

/** When the page of what is logged is to be visited: now, where pages are read. */
export const visitNow = (now: Date): { readonly visitAt?: Date } => (readsPages() ? { visitAt: now } : {});

/**
 * Has the page behind a link read, unless it just was.
 *
 * @returns the page's id; null for a page that nobody knows where none is read
 */
export async function askForPage(tx: Writer, url: string, now: Date): Promise<string | null> {
  const known = await findPageOf(tx, url);
  if (!readsPages()) return known?.id ?? null;
  const checkedAt = known && (await findPageRecord(tx, known.id))?.link?.checkedAt;
  if (known && checkedAt && now.getTime() - checkedAt.getTime() < FRESH_MS) return known.id;
  return (await startPage(tx, url, { now })).id;
}
