import { isIP, isIPv6 } from "node:net";
import { isHealth } from "./routes.ts";

/** What is looked at of a request before anything is done for it. */
interface Asking {
  readonly method: string;
  /** As the request says it: a path with its query, or a whole address. */
  readonly target: string;
  /** Every `Host` it came with. */
  readonly hosts: readonly string[];
}

const WHOLE_ADDRESS = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i;

/**
 * Whether a request may go on to the app. One that only asks whether all is well may come by any name: those who watch
 * over a server in a container or behind a proxy call it by names of their own, and learn no record.
 */
export function isAdmitted({ method, target, hosts }: Asking, names: ReadonlySet<string>): boolean {
  if (isHealth(target) && (method === "GET" || method === "HEAD")) return true;
  // A whole address goes before the Host (RFC 9112, 3.2.2), so it has to be ours as well.
  const [, named] = WHOLE_ADDRESS.exec(target) ?? [];
  return isOurs(hosts, names) && (named === undefined || isOurs([named], names));
}

type Environment = { readonly [name: string]: string | undefined };

const HOST = /^(?:\[([\da-f:.]+)\]|([^\s:/?#[\]@\\%,]+))(?::\d*)?$/i;
const LOCALHOST = /^(?:[^.]+\.)*localhost$/;

/**
 * The name or the address in a `Host`: in lower case, without the port, without a dot at its end and without the
 * brackets of IPv6; null for a text that is no host.
 *
 * @example hostName("Hindcast.Example.org.:8080") // "hindcast.example.org"
 */
export function hostName(host: string): string | null {
  const [, bracketed, name] = HOST.exec(host) ?? [];
  if (bracketed !== undefined) return isIPv6(bracketed) ? bracketed.toLowerCase() : null;
  return name === undefined ? null : name.toLowerCase().replace(/\.$/, "");
}

/** The names that the settings give this server, beside those that are always its own. */
export function ownNames({ HINDCAST_ORIGIN = "", HOST = "" }: Environment): ReadonlySet<string> {
  const origin = URL.canParse(HINDCAST_ORIGIN) ? new URL(HINDCAST_ORIGIN).host : "";
  return new Set([origin, HOST].map(hostName).filter((name) => name !== null));
}

/**
 * Whether a request was meant for this server, going by the `Host` it came with.
 *
 * A page elsewhere can have its own name lead to this machine (DNS rebinding), and is then of one origin with whatever
 * answers there. So a name is ours only if a setting says so, or if nobody can have it lead anywhere: an address, which
 * no name server is asked for, and what ends in `localhost`, which browsers find on the machine itself.
 *
 * @param hosts every `Host` of the request, whole; there has to be one
 */
export function isOurs(hosts: readonly string[], names: ReadonlySet<string>): boolean {
  const [host, ...more] = hosts;
  const name = host === undefined || more.length > 0 ? null : hostName(host);
  return name !== null && (isIP(name) !== 0 || LOCALHOST.test(name) || names.has(name));
}
