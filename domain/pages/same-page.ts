import { addressKeys } from "./link.ts";
import type { Whither } from "./revisit.ts";

// What may be taken for one page. Evidence is judged by what is found at its link, so nothing is one page because
// somebody's server happens to lead there.

/** The statuses by which a server says that the address itself is another from now on (RFC 9110, 15.4.2 and 15.4.9). */
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/**
 * Whether a link led on, and each step said that it is for good. One temporary step makes all of it temporary: a
 * log-in, a consent page or a notice stands there for many addresses.
 *
 * @param redirects the steps, in their order
 * @example isForGood([{ status: 301 }, { status: 302 }]) // false
 */
export const isForGood = (redirects: readonly { readonly status: number }[]): boolean =>
  redirects.length > 0 && redirects.every(({ status }) => PERMANENT.has(status));

/**
 * Whether two links are one address as they are written: they differ only in what `addressKeys` leaves out.
 *
 * @param a links that `parseLink` accepted
 * @example isSameAddress("http://m.example.org/a?utm_source=x", "https://example.org/a/") // true
 */
export function isSameAddress(a: string, b: string): boolean {
  const keys = new Set(addressKeys(a));
  return addressKeys(b).some((key) => keys.has(key));
}

/**
 * Where a link leads, against where it led when its page was first kept. Tracking parameters, `https`, `www.` and a
 * slash at the end are no other place.
 *
 * @param known the link itself, and where it led at first
 * @example whitherOf(["https://example.org/a"], { finalUrl: "https://www.example.org/a/", redirects: [] }) // "there"
 */
export function whitherOf(
  known: readonly string[],
  {
    finalUrl,
    redirects,
  }: { readonly finalUrl: string; readonly redirects: readonly { readonly status: number }[] },
): Whither {
  if (known.some((address) => isSameAddress(address, finalUrl))) return "there";
  return isForGood(redirects) ? "elsewhere-for-good" : "elsewhere";
}
