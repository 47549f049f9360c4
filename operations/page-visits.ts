import { invalid, type Refusal } from "#db/change/refusal.ts";
import { findPageOf } from "#db/pages/addresses.ts";
import { startPage } from "#db/pages/pages.ts";
import { findPageRecord } from "#db/pages/record.ts";
import { countStarted, MOST_STARTED } from "#db/pages/wanted-visits.ts";
import type { Writer } from "#db/store.ts";
import { ok, type Result } from "#domain/result.ts";

/** How long a page that was just read is not asked for again. */
const FRESH_MS = 60_000;

/** When the page of what is logged is to be visited: now, where pages are fetched. */
export const visitNow = (now: Date, fetches: boolean): { readonly visitAt?: Date } =>
  fetches ? { visitAt: now } : {};

/**
 * Has the page behind a link read, unless it just was. Refused where it is a page that nobody knows and too many of
 * those wait to be read already: anybody can send such links, as many as they like.
 *
 * @returns the page's id; null for a page that nobody knows where none is read
 */
export async function askForPage(
  tx: Writer,
  url: string,
  now: Date,
  fetches: boolean,
): Promise<Result<string | null, Refusal<null>>> {
  const known = await findPageOf(tx, url);
  if (!fetches) return ok(known?.id ?? null);
  const checkedAt = known && (await findPageRecord(tx, known.id))?.link?.checkedAt;
  if (known && checkedAt && now.getTime() - checkedAt.getTime() < FRESH_MS) return ok(known.id);
  if (!known && (await countStarted(tx)) >= MOST_STARTED)
    return invalid([{ field: "url", code: "too-many-waiting" }]);
  return ok((await startPage(tx, url, { now })).id);
}
