import { eq } from "drizzle-orm";
import { isSameSite, isSameText, mayStandFor } from "#domain/pages/revisit.ts";
import { isForGood, isSameAddress } from "#domain/pages/same-page.ts";
import { isReprint } from "#domain/pages/sketch.ts";
import { contents, copies, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { claimAddress, findPageOf, joinPages } from "./addresses.ts";
import type { VisitFound, Watch } from "./watches.ts";

type FoundIdentity = Pick<VisitFound, "finalUrl" | "redirects" | "reading" | "sha256" | "sketch">;

/** Whether the newest copy of a page, read at its own address, says what was found. */
async function saysTheSame(read: Reader, pageId: string, found: FoundIdentity): Promise<boolean> {
  const [known] = await read
    .select({ text: contents.text, sha256: copies.sha256, sketch: contents.sketch })
    .from(watches)
    .innerJoin(copies, eq(copies.id, watches.copyId))
    .leftJoin(contents, eq(contents.sha256, copies.contentSha256))
    .where(eq(watches.pageId, pageId));
  if (known === undefined || found.sha256 === null) return false;
  const state = { text: found.reading?.text ?? null, sha256: found.sha256 };
  return isSameText(known, state) || isReprint(known.sketch ?? [], found.sketch ?? []);
}

/** What a page of the same site calls itself, where that is another address than it was found at. */
function otherName(url: string, { finalUrl, reading }: FoundIdentity): string | null {
  const canonical = reading?.details.canonical ?? null;
  if (canonical === null || !URL.canParse(canonical) || !isSameSite(canonical, finalUrl)) return null;
  return isSameAddress(canonical, url) || !mayStandFor(url, canonical) ? null : canonical;
}

/**
 * Learns what other page a page is, from what a visit found: by a redirect that is for good, or by what it calls itself
 * where a page was logged by that address and says the same. Whatever is less than that is only suspected.
 */
export async function learnIdentity(
  tx: Writer,
  { pageId, url }: Pick<Watch, "pageId" | "url">,
  found: FoundIdentity,
): Promise<void> {
  const isLedOn = found.redirects.length > 0 && !isSameAddress(found.finalUrl, url);
  const isItself = !isLedOn || isForGood(found.redirects);
  if (!isItself) return;
  if (isLedOn && mayStandFor(url, found.finalUrl)) await claimAddress(tx, pageId, found.finalUrl);
  const name = otherName(url, found);
  const named = name === null ? undefined : await findPageOf(tx, name);
  if (named !== undefined && named.id !== pageId && (await saysTheSame(tx, named.id, found)))
    await joinPages(tx, pageId, named.id);
}
