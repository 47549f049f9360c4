import { isSameSite } from "#domain/pages/revisit.ts";
import { isSameAddress } from "#domain/pages/same-page.ts";
import { listLeadingTo, listSame } from "../pages/addresses.ts";
import type { Reader } from "../store.ts";
import { type EvidenceRecord, listEvidenceOfPages } from "./record.ts";

/**
 * The entry on a forecast that has a link's page already: by the same address, or by another one of its site that is
 * known to be the same page. What another site says it leads to keeps nobody from logging that.
 *
 * @param pageId the page of the link, where it is on record
 * @param except an entry that does not count
 */
export async function findEarlierEntry(
  read: Reader,
  forecastId: string,
  url: string,
  pageId: string | undefined,
  except?: string,
): Promise<EvidenceRecord | undefined> {
  const leading = await listLeadingTo(read, url);
  const known = leading.filter(({ isSure }) => isSure).map(({ id }) => id);
  const same = new Set<string>();
  for (const id of pageId === undefined ? known : [pageId, ...known])
    for (const one of await listSame(read, id)) same.add(one);
  // The others may have been logged by this very address when another page's link led to it.
  const suspects = new Set([...same, ...leading.map(({ id }) => id)]);
  if (suspects.size === 0) return undefined;
  const entries = await listEvidenceOfPages(read, forecastId, [...suspects]);
  return entries.find(
    (entry) =>
      entry.id !== except &&
      (entry.pageId === pageId ||
        isSameAddress(entry.url, url) ||
        (same.has(entry.pageId) && isSameSite(entry.url, url))),
  );
}
