/** What the origin check reads of a request's headers. */
interface Headers {
  get(name: string): string | null;
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Whether a request that changes something comes from our own pages, or from no page at all.
 *
 * Refused when `Origin` is there and is not ours (`null` is foreign), or `Sec-Fetch-Site` is there and is neither
 * `same-origin` nor `none`. With neither header it is a script of somebody's own, which holds no cookie of ours.
 *
 * @param publicOrigin the setting HINDCAST_ORIGIN; null compares with the request's `Host`, which the front has looked
 * at: by itself it proves nothing, since a page elsewhere can have its own name lead here
 */
export function isOwnRequest(headers: Headers, publicOrigin: string | null): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  if (origin === null) return true;
  if (publicOrigin !== null) return origin === publicOrigin;
  const host = headers.get("host");
  return host !== null && /^https?:/.test(origin) && hostOf(origin) === host.toLowerCase();
}

/** The same for a form of ours: a browser always says where a form was posted from. */
export const isOwnForm = (headers: Headers, publicOrigin: string | null): boolean =>
  headers.get("origin") !== null && isOwnRequest(headers, publicOrigin);
