import { eq, inArray, min, sql } from "drizzle-orm";
import { addressKeys } from "../domain/link.ts";
import { evidence, pageAddresses, pages, samePages } from "./schema.ts";
import type { Reader, Writer } from "./store.ts";

/** A page by its id, or the older one that it turned out to be. */
const oldest = sql<string>`coalesce(${samePages.sameAsId}, ${pageAddresses.pageId})`;

/** The page that a link leads to: by the key that says most, and where it is known to be an older one, that one. */
export async function findPageOf(read: Reader, link: string) {
  const keys = addressKeys(link);
  const found = await read
    .select({ key: pageAddresses.linkKey, page: pages })
    .from(pageAddresses)
    .leftJoin(samePages, eq(samePages.pageId, pageAddresses.pageId))
    .innerJoin(pages, eq(pages.id, oldest))
    .where(inArray(pageAddresses.linkKey, [...keys]));
  return keys.flatMap((key) => found.filter((one) => one.key === key)).map(({ page }) => page)[0];
}

/** The older page that one turned out to be, or itself. */
export async function findOldest(read: Reader, pageId: string): Promise<string> {
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

/** Whether one of the keys of a link is the page's own. */
export async function isAddressOf(read: Reader, pageId: string, link: string): Promise<boolean> {
  const found = await read
    .select({ pageId: pageAddresses.pageId })
    .from(pageAddresses)
    .where(inArray(pageAddresses.linkKey, [...addressKeys(link)]));
  return found.some((one) => one.pageId === pageId);
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

async function join(tx: Writer, a: string, b: string): Promise<void> {
  const [older, newer] = await inOrder(tx, a, b);
  await tx.update(samePages).set({ sameAsId: older }).where(eq(samePages.sameAsId, newer));
  await tx.insert(samePages).values({ pageId: newer, sameAsId: older });
}

/** Takes more links to a page down. Where one of them leads to another page, the two are one from now on. */
export async function learnAddresses(tx: Writer, pageId: string, links: readonly string[]): Promise<void> {
  const keys = [...new Set(links.flatMap(addressKeys))];
  if (keys.length === 0) return;
  const known = await tx
    .select({ key: pageAddresses.linkKey, pageId: oldest })
    .from(pageAddresses)
    .leftJoin(samePages, eq(samePages.pageId, pageAddresses.pageId))
    .where(inArray(pageAddresses.linkKey, keys));
  const free = keys.filter((linkKey) => !known.some(({ key }) => key === linkKey));
  if (free.length > 0) await tx.insert(pageAddresses).values(free.map((key) => ({ linkKey: key, pageId })));
  for (const other of new Set(known.map((one) => one.pageId))) {
    // Asked for anew each time: whatever was joined last may have made another page the oldest.
    const [here, there] = [await findOldest(tx, pageId), await findOldest(tx, other)];
    if (here !== there) await join(tx, here, there);
  }
}
