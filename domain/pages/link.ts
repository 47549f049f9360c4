import { err, ok, type Result } from "../result.ts";

export type LinkFault = "not-a-link" | "not-http" | "has-credentials";

const UNPRINTABLE = /[\s\p{Cc}]/u;
const CAMPAIGN_PARAMETERS = new Set(["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid"]);

/**
 * Accepts a link to a page: an absolute http or https address without a user name or password.
 * It comes back exactly as typed; nothing is rewritten.
 *
 * @example parseLink("https://example.org/a?b=1") // ok
 * @example parseLink("javascript:alert(1)") // err("not-http")
 */
export function parseLink(text: string): Result<string, LinkFault> {
  if (UNPRINTABLE.test(text)) return err("not-a-link");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return err("not-http");
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1];
  if (authority === undefined || authority.includes("\\") || !URL.canParse(text)) return err("not-a-link");
  if (authority.includes("@")) return err("has-credentials");
  return ok(text);
}

const isCampaign = (pair: string): boolean => {
  const name = pair.split("=", 1)[0] ?? "";
  return name.startsWith("utm_") || CAMPAIGN_PARAMETERS.has(name);
};

/**
 * What two links to the same page have in common, for comparing only: the host in lower case; scheme, default
 * port, fragment, one trailing slash and campaign parameters (`utm_*`, `fbclid`, ...) left out. Every other
 * parameter counts, in its order.
 *
 * @param link a link that `parseLink` accepted
 * @example linkKey("http://Example.org/a/?utm_source=x#top") === linkKey("https://example.org/a")
 */
export function linkKey(link: string): string {
  const url = new URL(link);
  const parameters = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !isCampaign(pair));
  const query = parameters.length > 0 ? `?${parameters.join("&")}` : "";
  return `${url.host}${url.pathname.replace(/\/$/, "")}${query}`;
}

/**
 * What more is known to say only how somebody came to a page. Not left out of `linkKey`, which is kept in the records.
 */
const CAME_BY =
  /^(?:[gw]braid|gclsrc|dclid|yclid|twclid|ttclid|li_fat_id|igsh|srsltid|_g[al]|__twitter_impression|ref_src|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|vero_(?:id|conv)|ml_subscriber(?:_hash)?|rb_clickid|s_cid|wickedid|_openstat|spm|cmpid)$/i;
const IS_AMP = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i;
/** A host's other names; what is left has to be a host still. */
const OTHER_HOST = /^(?:(?:m|mobile|amp|www)\.)+(?=[^.]+\.[^.])/;

/** How the known AMP caches write the address of the page that they show: after `/s/` where it is https. */
const AMP_VIEWERS = /^https?:\/\/(?:www\.)?google\.com\/amp\/(?:s\/)?(.+)$/;
const AMP_CACHES = /^https?:\/\/[a-z0-9-]+\.cdn\.ampproject\.org\/[cv]\/(?:s\/)?(.+)$/;

/** The page that an AMP cache shows, where a link leads to one: its address stands in the cache's. */
function pageInCache(link: string): string | null {
  const [, page] = AMP_VIEWERS.exec(link) ?? AMP_CACHES.exec(link) ?? [];
  const url = page === undefined ? null : URL.parse(`https://${page}`);
  return url?.hostname.includes(".") && url.username === "" && url.password === "" ? url.href : null;
}

const pathWithoutAmp = (path: string): string =>
  path.replace(/(?<=.)\/amp$/i, "").replace(/\.amp(?=\.html?$)/i, "");

/**
 * Every key under which a link may be known, the surest first: `linkKey`, then the same as other devices and senders
 * write it: without `amp` at the end of the path, in the file's name or the query, without more campaign parameters,
 * and without `m.`, `mobile.`, `amp.` or `www.` before the host. Two links that share one lead to one page.
 *
 * A page in an AMP cache (`google.com/amp/s/…`, `….cdn.ampproject.org/c/s/…`) has the keys of the page that it shows.
 *
 * A guess, and mistaken where a site keeps something else under such a name: `/guitar` and `/guitar/amp`.
 *
 * @param link a link that `parseLink` accepted
 * @example addressKeys("https://m.example.org/a/amp") // ["m.example.org/a/amp", "m.example.org/a", "example.org/a"]
 * Source of the parameters: what browsers strip that do so (Firefox among them), and what senders call their own.
 */
export function addressKeys(link: string): readonly string[] {
  const inCache = pageInCache(new URL(link).href);
  if (inCache !== null) return [...new Set([linkKey(link), ...addressKeys(inCache)])];
  const key = linkKey(link);
  const [, host = "", path = "", query = ""] = /^([^/?]*)([^?]*)\??(.*)$/s.exec(key) ?? [];
  const parameters = query
    .split("&")
    .filter((pair) => pair !== "" && !IS_AMP.test(pair) && !CAME_BY.test(pair.split("=", 1)[0] ?? ""));
  const rest = pathWithoutAmp(path) + (parameters.length > 0 ? `?${parameters.join("&")}` : "");
  return [...new Set([key, host + rest, host.replace(OTHER_HOST, "") + rest])];
}
