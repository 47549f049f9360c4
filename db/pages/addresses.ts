import { eq, inArray, min } from "drizzle-orm";
import { addressKeys } from "#domain/pages/link.ts";
import { isSameSite } from "#domain/pages/revisit.ts";
import { isForGood, isSameAddress } from "#domain/pages/same-page.ts";
import { copies, evidence, pageAddresses, pages, samePages, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

// A page is known by its own link, in any writing, and by what its link is known to lead to for good. The latter is its
// claim only: whoever logs that address gets a page of their own, which is visited by its own address.

const linkOf = (page: { readonly linkKey: string }): string => `https://${page.linkKey}`;

/** The pages that the keys of a link lead to, by the key that says most. */
async function holdersOf(read: Reader, link: string): Promise<readonly (typeof pages.$inferSelect)[]> {
  const keys = addressKeys(link);
  const found = await read
    .select({ key: pageAddresses.linkKey, page: pages })
    .from(pageAddresses)
    .innerJoin(pages, eq(pages.id, pageAddresses.pageId))
    .where(inArray(pageAddresses.linkKey, [...keys]));
  return keys.flatMap((key) => found.filter((one) => one.key === key)).map(({ page }) => page);
}

/** The page whose own link this is. One whose link only leads here is another. */
export async function findPageOf(read: Reader, link: string) {
  return (await holdersOf(read, link)).find((page) => isSameAddress(linkOf(page), link));
}

/** Whether what is kept of a page came from this address, to which its link led for good. */
async function leadsForGood(read: Reader, pageId: string, address: string): Promise<boolean> {
  const [newest] = await read
    .select({ redirects: copies.redirects, finalUrl: copies.finalUrl })
    .from(watches)
    .innerJoin(copies, eq(copies.id, watches.copyId))
    .where(eq(watches.pageId, pageId));
  return newest !== undefined && isForGood(newest.redirects) && isSameAddress(newest.finalUrl, address);
}

/**
 * The other pages whose links led to an address when they were visited, and which of them are known to do so for good.
 */
export async function listLeadingTo(
  read: Reader,
  address: string,
): Promise<readonly { readonly id: string; readonly isSure: boolean }[]> {
  const others = (await holdersOf(read, address)).filter((page) => !isSameAddress(linkOf(page), address));
  const found: { id: string; isSure: boolean }[] = [];
  for (const id of new Set(others.map((page) => page.id)))
    found.push({ id, isSure: await leadsForGood(read, id, address) });
  return found;
}

/** The older page that one turned out to be, or itself. */
async function findOldest(read: Reader, pageId: string): Promise<string> {
  const [same] = await read
    .select({ id: samePages.sameAsId })
    .from(samePages)
    .where(eq(samePages.pageId, pageId));
  return same?.id ?? pageId;
}

/** A page with all that turned out to be the same, the oldest first. */
export async function listSame(read: Reader, pageId: string): Promise<readonly string[]> {
  const first = await findOldest(read, pageId);
  const others = await read
    .select({ id: samePages.pageId })
    .from(samePages)
    .where(eq(samePages.sameAsId, first));
  return [first, ...others.map(({ id }) => id)];
}

/** Which of two pages was logged first. One that nobody has logged came last. */
async function inOrder(read: Reader, a: string, b: string): Promise<readonly [older: string, newer: string]> {
  const logged = await read
    .select({ id: evidence.pageId, at: min(evidence.recordedAt) })
    .from(evidence)
    .where(inArray(evidence.pageId, [a, b]))
    .groupBy(evidence.pageId);
  const at = (id: string) => logged.find((one) => one.id === id)?.at?.getTime() ?? Number.POSITIVE_INFINITY;
  if (at(a) !== at(b)) return at(a) < at(b) ? [a, b] : [b, a];
  return a < b ? [a, b] : [b, a];
}

/** Two pages are one from now on: the one of them that was logged first. Each is visited as before. */
export async function joinPages(tx: Writer, a: string, b: string): Promise<void> {
  // Asked for each time: whatever was joined last may have made another page the oldest.
  const [here, there] = [await findOldest(tx, a), await findOldest(tx, b)];
  if (here === there) return;
  const [older, newer] = await inOrder(tx, here, there);
  await tx.update(samePages).set({ sameAsId: older }).where(eq(samePages.sameAsId, newer));
  await tx.insert(samePages).values({ pageId: newer, sameAsId: older });
}

/** Takes down every writing of a page's own link, also where another page's link was known to lead to it. */
export async function ownAddress(tx: Writer, pageId: string, link: string): Promise<void> {
  const leading = await listLeadingTo(tx, link);
  for (const linkKey of addressKeys(link))
    await tx
      .insert(pageAddresses)
      .values({ linkKey, pageId })
      .onConflictDoUpdate({ target: pageAddresses.linkKey, set: { pageId } });
  for (const { id, isSure } of leading) if (isSure) await joinPages(tx, pageId, id);
}

/**
 * Takes down an address to which a page's link led for good. A page that has it for its own link is the same from now
 * on, and so is one of another site whose link leads there for good too. Two of one site are not: that is where
 * careless sites lead whatever they have taken down.
 */
export async function claimAddress(tx: Writer, pageId: string, address: string): Promise<void> {
  const [page] = await tx.select({ linkKey: pages.linkKey }).from(pages).where(eq(pages.id, pageId));
  const holders = (await holdersOf(tx, address)).filter(({ id }) => id !== pageId);
  for (const linkKey of addressKeys(address))
    await tx.insert(pageAddresses).values({ linkKey, pageId }).onConflictDoNothing();
  for (const holder of holders) {
    const isOfAnotherSite = page !== undefined && !isSameSite(linkOf(holder), linkOf(page));
    const isSame =
      isSameAddress(linkOf(holder), address) ||
      (isOfAnotherSite && (await leadsForGood(tx, holder.id, address)));
    if (isSame) await joinPages(tx, pageId, holder.id);
  }
}
