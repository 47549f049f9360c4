import { networkInterfaces } from "node:os";
import { shownSetting } from "../../db/engine/without-secrets.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { isRange } from "../fetch/address.ts";
import { DEFAULT_POLICY, type FetchPolicy } from "../fetch/policy.ts";

/** How pages are fetched and kept. */
export interface KeepingSettings {
  /** Whether this process fetches pages at all. */
  readonly fetches: boolean;
  readonly policy: FetchPolicy;
  /** How much space all copies together may take, in bytes. */
  readonly cap: number;
  /** How often, in days, each link is looked at again. */
  readonly everyDays: number;
  /** Where an archive is asked for its copies too; null where none is. */
  readonly archiveOrigin: string | null;
}

type Environment = { readonly [name: string]: string | undefined };
type Read<T> = Result<T, string>;

const MB = 1024 * 1024;
const DEFAULT_SPACE_MB = 2048;
const DEFAULT_EVERY_DAYS = 30;

const refusal = (name: string, value: string, takes: string) =>
  err(`${name} is ${JSON.stringify(shownSetting(value))}; it takes ${takes}`);

function readNumber(
  environment: Environment,
  name: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): Read<number> {
  const value = environment[name];
  if (value === undefined || value === "") return ok(otherwise);
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most
    ? ok(number)
    : refusal(name, value, `a whole number from ${least} to ${most}`);
}

function readList(
  environment: Environment,
  name: string,
  isOne: (entry: string) => boolean,
  takes: string,
): Read<readonly string[]> {
  const value = environment[name] ?? "";
  const entries = value.split(/[\s,]+/).filter((entry) => entry !== "");
  return entries.every(isOne) ? ok(entries) : refusal(name, value, takes);
}

function readSwitch(environment: Environment): Read<boolean> {
  const value = environment.HINDCAST_FETCHING || "on";
  return value === "on" || value === "off"
    ? ok(value === "on")
    : refusal("HINDCAST_FETCHING", value, "on or off");
}

const INTERNET_ARCHIVE = "https://archive.org";

function readArchive(environment: Environment): Read<string | null> {
  const value = environment.HINDCAST_ARCHIVE || "off";
  if (value === "off") return ok(null);
  if (value === "on") return ok(INTERNET_ARCHIVE);
  const url = URL.parse(value);
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  return isHttp && url.origin === value.replace(/\/$/, "")
    ? ok(url.origin)
    : refusal(
        "HINDCAST_ARCHIVE",
        value,
        `on, off, or http:// or https:// and the host of a server that speaks the protocol of ${INTERNET_ARCHIVE}`,
      );
}

/** Where this machine can be reached from outside. What leads into it is refused without being named. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .filter(isRange);

/** The name that we are reached by, or the address where that is one. */
const ownHosts = (origin: string | undefined): readonly string[] => {
  const url = origin ? URL.parse(origin) : null;
  return url === null ? [] : [url.hostname.replace(/^\[|\]$/g, "")];
};

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
const isHost = (text: string) => /^[a-z0-9.-]+$/i.test(text);

/**
 * Reads the settings that say how pages are fetched and kept.
 *
 * @returns the settings, or a sentence that names the first one that cannot be used and what it takes
 */
export function readKeepingSettings(environment: Environment): Read<KeepingSettings> {
  const fetches = readSwitch(environment);
  if (!fetches.ok) return fetches;
  const ports = readList(environment, "HINDCAST_FETCH_PORTS", isPort, "ports, like 80,443,8080");
  if (!ports.ok) return ports;
  const ranges = "ranges of addresses, like 10.1.0.0/16,fd00::/8";
  const allowed = readList(environment, "HINDCAST_FETCH_ALLOWED", isRange, ranges);
  if (!allowed.ok) return allowed;
  const refusable = (entry: string) => isRange(entry) || isHost(entry);
  const refused = readList(environment, "HINDCAST_FETCH_REFUSED", refusable, `${ranges}, or names of hosts`);
  if (!refused.ok) return refused;
  const space = { least: 0, most: 100_000_000, otherwise: DEFAULT_SPACE_MB };
  const megabytes = readNumber(environment, "HINDCAST_COPIES_MB", space);
  if (!megabytes.ok) return megabytes;
  const often = { least: 1, most: 3650, otherwise: DEFAULT_EVERY_DAYS };
  const everyDays = readNumber(environment, "HINDCAST_CHECK_DAYS", often);
  if (!everyDays.ok) return everyDays;
  const set = [...refused.value, ...ownHosts(environment.HINDCAST_ORIGIN)];
  const archiveOrigin = readArchive(environment);
  if (!archiveOrigin.ok) return archiveOrigin;
  return ok({
    fetches: fetches.value,
    cap: megabytes.value * MB,
    everyDays: everyDays.value,
    archiveOrigin: archiveOrigin.value,
    policy: {
      ...DEFAULT_POLICY,
      ...(ports.value.length === 0 ? {} : { ports: ports.value.map(Number) }),
      allowedRanges: allowed.value,
      refusedRanges: [...set.filter(isRange), ...ownAddresses()],
      refusedHosts: set.filter((entry) => !isRange(entry)),
    },
  });
}
