import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import type { FetchPolicy } from "./policy.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** Why an address is not connected to: it is none, the settings name it, or it belongs to nobody in public. */
export type AddressRefusal = "not-an-address" | "set-apart" | "not-public";

const rangeOf = (text: string): Range => {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
};

const isWithin = (address: Address, [start, bits]: Range): boolean =>
  address.kind() === start.kind() && address.match([start, bits]);

/**
 * All that was ever given to the public of IPv6; what lies outside stands for something else (RFC 4291, section 2.4).
 */
const GLOBAL_UNICAST = rangeOf("2000::/3");
/** Has a public number, and is every Azure machine's way to its host. */
const AZURE_HOST = rangeOf("168.63.129.16");

/**
 * Reads strictly: four decimal numbers, or IPv6 without a zone. Every looser spelling is read differently by somebody.
 * An IPv4 address within IPv6 (`::ffff:1.2.3.4`) is the IPv4 address.
 */
function read(text: string): Address | null {
  if (isIP(text) === 0 || text.includes("%")) return null;
  return ipaddr.process(text);
}

const isPublic = (address: Address): boolean =>
  address.range() === "unicast" &&
  !isWithin(address, AZURE_HOST) &&
  (address.kind() === "ipv4" || isWithin(address, GLOBAL_UNICAST));

/** The one spelling of an address that we compare and dial; null where the text is none. */
export const spelled = (address: string): string | null => read(address)?.toString() ?? null;

/**
 * Whether a text names a range or an address that a policy can hold. A range's address is read as strictly as any, and
 * one of IPv4 is written as such: `10/8` would be `0.0.0.0/8`, and nothing lies in `::ffff:10.0.0.0/104`.
 */
export function isRange(text: string): boolean {
  const [address = "", bits] = text.split("/", 2);
  const known = read(address);
  if (bits === undefined || known === null) return known !== null;
  return known.kind() === (address.includes(":") ? "ipv6" : "ipv4") && ipaddr.isValidCIDR(text);
}

/** Whether an address lies within one of some ranges (see `isRange`); a text that is no address lies in none. */
export function isWithinAny(address: string, ranges: readonly string[]): boolean {
  const known = read(address);
  return known !== null && ranges.some((range) => isWithin(known, rangeOf(range)));
}

/**
 * Why we do not connect to an address, null where we do: only to what is public unicast and to what the policy allows,
 * and never to what it refuses.
 *
 * @param address an IPv4 or IPv6 address, from a link or from a resolver, without brackets
 * @throws where the policy holds a range that is none (see `isRange`)
 * @example refusalOf("::ffff:127.0.0.1", DEFAULT_POLICY) // "not-public"
 */
export function refusalOf(
  address: string,
  { allowedRanges, refusedRanges }: Pick<FetchPolicy, "allowedRanges" | "refusedRanges">,
): AddressRefusal | null {
  const known = read(address);
  if (known === null) return "not-an-address";
  if (isWithinAny(address, refusedRanges)) return "set-apart";
  if (isWithinAny(address, allowedRanges)) return null;
  return isPublic(known) ? null : "not-public";
}
