import { isIP } from "node:net";

// There are no accounts, so whoever is answered can change everything. Others than this machine are answered only where
// somebody has said so (HINDCAST_OPEN).

const LOOPBACK = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i;

/** Whether an address leads nowhere but to the machine that it is asked on. */
export const isLoopback = (address: string): boolean => isIP(address) !== 0 && LOOPBACK.test(address);

/**
 * The same of the host of an address, where it may be a name, or an IPv6 address in brackets.
 *
 * @example isLoopbackName("[::1]") // true
 */
export const isLoopbackName = (host: string): boolean =>
  /^(?:[^.]+\.)*localhost\.?$/i.test(host) || isLoopback(host.replace(/^\[|\]$/g, ""));

/** What says that somebody else is asked for: a proxy puts it on. */
const FORWARDING = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

interface Headers {
  readonly [name: string]: unknown;
}

/** Whether a request was passed on by a proxy, which may ask for anybody. */
export const isForwarded = (headers: Headers): boolean =>
  FORWARDING.some((name) => headers[name] !== undefined);

/** What is known of a request and of the server that it came to. */
interface Arrival {
  /** The address that the server really listens on; null where it is none, such as a socket in a folder. */
  readonly listensOn: string | null;
  readonly headers: Headers;
}

/** Whether a request may be of another machine than this one. */
export const isOfOthers = ({ listensOn, headers }: Arrival): boolean =>
  (listensOn !== null && !isLoopback(listensOn)) || isForwarded(headers);
