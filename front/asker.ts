import ipaddr from "ipaddr.js";
import { isLoopback } from "./open.ts";

interface Arrival {
  /** The address at the other end of the connection. */
  readonly peer: string;
  /** `X-Forwarded-For`, as it came: each proxy adds whom it was asked by to its end. */
  readonly forwardedFor: string | undefined;
}

/** An address, beside which some proxies write the port. */
const addressIn = (told: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(told)?.[1] ?? /^([\d.]+):\d+$/.exec(told)?.[1] ?? told;

/** The first 64 bits of an IPv6 address, all of which one subscriber has; an IPv4 address, within IPv6 too, as it is. */
function network(told: string): string {
  const text = addressIn(told).replace(/%.*$/, "");
  // What is no address is not one more asker each time.
  if (!ipaddr.isValid(text)) return "unknown";
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

/**
 * By what the requests of one asker are counted; null for this machine itself, whose are not.
 *
 * @param isProxy whether what an address says of whom it asks for is believed
 * @example askerOf({ peer: "127.0.0.1", forwardedFor: "1.2.3.4, 2001:db8::7" }, isLoopback) // "2001:db8:0:0"
 */
export function askerOf(
  { peer, forwardedFor }: Arrival,
  isProxy: (address: string) => boolean,
): string | null {
  const told = isProxy(peer) ? forwardedFor?.split(",").at(-1)?.trim() : undefined;
  if (told === undefined || told === "") return isLoopback(peer) ? null : network(peer);
  return network(told);
}
