import { isIP } from "node:net";
import { ok, type Result } from "#domain/result.ts";
import { type FetchFault, failed } from "./fault.ts";
import type { FetchPolicy } from "./policy.ts";

/** What one request goes to. */
export interface Target {
  /** The address as it is asked for: without fragment, the host without a dot at its end. */
  readonly url: URL;
  /** Name or address, without brackets. */
  readonly host: string;
  readonly isLiteral: boolean;
  readonly port: number;
  readonly isSecure: boolean;
}

const MOST_CHARACTERS = 8_000;

/** Names that stand for something on this machine or in its own network (RFC 6761, 6762, 8375, and what is in use). */
const INSIDE = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)$/;

function isRefusedName(host: string, { refusedHosts }: FetchPolicy): boolean {
  const isOneWord = !host.includes(".");
  const hasGap = host.split(".").includes("");
  return isOneWord || hasGap || INSIDE.test(host) || refusedHosts.some((own) => nameOf(own) === host);
}

const nameOf = (host: string): string => host.toLowerCase().replace(/\.$/, "");

/**
 * Reads where a link leads, or why we do not go there. Numbers in other writings (`0x7f.1`, `①②⑦.⓪.⓪.①`,
 * `%31%32%37.0.0.1`) are addresses once the URL parser has read them; the addresses themselves are judged elsewhere.
 *
 * @param from where the link stands, for one that leads on from an answer
 */
export function targetOf(link: string, policy: FetchPolicy, from?: URL): Result<Target, FetchFault> {
  if (link.length > MOST_CHARACTERS) return failed("not-a-link", link.slice(0, MOST_CHARACTERS), "too long");
  const url = URL.parse(link, from);
  if (url === null) return failed("not-a-link", link);
  url.hash = "";
  const isSecure = url.protocol === "https:";
  if (!isSecure && url.protocol !== "http:") return failed("not-a-link", url.href, "neither http nor https");
  if (url.username !== "" || url.password !== "") return failed("not-a-link", url.href, "has credentials");
  url.hostname = nameOf(url.hostname);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isLiteral = isIP(host) !== 0;
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  if (!isLiteral && isRefusedName(host, policy)) return failed("host-refused", url.href, host);
  if (!policy.ports.includes(port)) return failed("port-refused", url.href, String(port));
  return ok({ url, host, isLiteral, port, isSecure });
}
