import { err, ok, type Result } from "./result.ts";

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
