import type { FetchFault } from "#web/fetch/fault.ts";
import { type FetchedPage, fetchPage } from "#web/fetch/fetch-page.ts";
import { DEFAULT_LIMITS, DEFAULT_POLICY, type FetchLimits } from "#web/fetch/policy.ts";
import type { Network } from "#web/fetch/reach.ts";

/** A request for a page that was never had before. */
export const asking = (url: string) => ({ url, etag: null, lastModified: null });

/** What a page turned out to be, by a policy with these limits; a fault fails the test. */
export async function pageAt(url: string, network: Network, limits: Partial<FetchLimits> = {}) {
  const found = await fetchPage(asking(url), withLimits(limits), network);
  if (!found.ok) throw new Error(`not fetched: ${JSON.stringify(found.error)}`);
  return found.value satisfies FetchedPage;
}

/** Why a page could not be had, and after how many milliseconds; a page fails the test. */
export async function faultAt(url: string, network: Network, limits: Partial<FetchLimits> = {}) {
  const from = performance.now();
  const found = await fetchPage(asking(url), withLimits(limits), network);
  if (found.ok) throw new Error(`fetched: ${JSON.stringify(found.value).slice(0, 500)}`);
  return { ...(found.error satisfies FetchFault), took: performance.now() - from };
}

export const withLimits = (limits: Partial<FetchLimits>) => ({
  ...DEFAULT_POLICY,
  limits: { ...DEFAULT_LIMITS, ...limits },
});
