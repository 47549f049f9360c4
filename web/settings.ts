import { networkInterfaces } from "node:os";
import { z } from "zod";
import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from "#db/engine/location.ts";
import { shownSetting } from "#db/engine/without-secrets.ts";
import { type Day, isDay } from "#domain/day.ts";
import { err, ok } from "#domain/result.ts";
import { isRange, isWithinAny } from "./fetch/address.ts";
import { DEFAULT_POLICY, type FetchPolicy } from "./fetch/policy.ts";

const MB = 1024 * 1024;
const INTERNET_ARCHIVE = "https://archive.org";
const RANGES = "ranges of addresses, like 10.1.0.0/16,fd00::/8";

/**
 * One setting: what it takes, as the end of a sentence, how that is read (undefined: it is nothing of the kind), and what
 * holds where it is not set or blank.
 */
const setting = <T>(takes: string, read: (text: string) => T | undefined, otherwise: () => T) =>
  z
    .string()
    .default("")
    .transform((text, context) => {
      if (text === "") return otherwise();
      const value = read(text);
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: `it takes ${takes}` });
      return z.NEVER;
    });

function wholeNumber<T>(least: number, most: number, otherwise: () => T) {
  const read = (text: string) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
  return setting<number | T>(`a whole number from ${least} to ${most}`, read, otherwise);
}

function list(takes: string, isOne: (entry: string) => boolean, otherwise: readonly string[] = []) {
  const read = (text: string) => {
    const entries = text.split(/[\s,]+/).filter((entry) => entry !== "");
    return entries.every(isOne) ? entries : undefined;
  };
  return setting<readonly string[]>(takes, read, () => otherwise);
}

/** An origin and nothing more, but for a slash at its end. */
function readOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  const isHttp = url?.protocol === "http:" || url?.protocol === "https:";
  return isHttp && url.origin === text.replace(/\/$/, "") ? url.origin : undefined;
}

function readTimezone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function readArchive(text: string): string | null | undefined {
  if (text === "off") return null;
  return text === "on" ? INTERNET_ARCHIVE : readOrigin(text);
}

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
const isHost = (text: string) => /^[a-z0-9.-]+$/i.test(text);
const THIS_MACHINE = ["127.0.0.0/8", "::1"];
const isSwitch = (text: string) => (text === "on" ? true : text === "off" ? false : undefined);
const systemZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every setting that a process reads once it runs. README says what each is for. */
const SETTINGS = z.object({
  HINDCAST_FETCHING: setting("on or off", isSwitch, () => true),
  HINDCAST_FETCH_PORTS: list("ports, like 80,443,8080", isPort),
  HINDCAST_FETCH_ALLOWED: list(RANGES, isRange),
  HINDCAST_FETCH_REFUSED: list(`${RANGES}, or names of hosts`, (entry) => isRange(entry) || isHost(entry)),
  HINDCAST_COPIES_MB: wholeNumber(0, 100_000_000, () => 2048),
  HINDCAST_CHECK_DAYS: wholeNumber(1, 3650, () => 30),
  HINDCAST_ARCHIVE: setting<string | null>(
    `on, off, or http:// or https:// and the host of a server that speaks the protocol of ${INTERNET_ARCHIVE}`,
    readArchive,
    () => null,
  ),
  HINDCAST_DATABASE_CONNECTIONS: wholeNumber(2, 500, () => undefined),
  HINDCAST_ORIGIN: setting<string | null>(
    "http:// or https:// and a host, like https://hindcast.example.org",
    readOrigin,
    () => null,
  ),
  HINDCAST_OPEN: setting("on or off", isSwitch, () => false),
  HINDCAST_PROXIES: list(RANGES, isRange, THIS_MACHINE),
  HINDCAST_TIMEZONE: setting("the name of a time zone, like Asia/Taipei", readTimezone, systemZone),
  HINDCAST_TODAY: setting<Day | null>(
    "a calendar day, like 2026-11-23",
    (text) => (isDay(text) ? text : undefined),
    () => null,
  ),
});

/** Where this machine can be reached from outside. What leads into it is refused without being named. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .filter(isRange);

/** The name that we are reached by, or the address where that is one. */
const ownHosts = (origin: string | null): readonly string[] =>
  origin === null ? [] : [new URL(origin).hostname.replace(/^\[|\]$/g, "")];

function policyOf(read: z.output<typeof SETTINGS>): FetchPolicy {
  const refused = [...read.HINDCAST_FETCH_REFUSED, ...ownHosts(read.HINDCAST_ORIGIN)];
  const ports = read.HINDCAST_FETCH_PORTS.map(Number);
  return {
    ...DEFAULT_POLICY,
    ...(ports.length > 0 && { ports }),
    allowedRanges: read.HINDCAST_FETCH_ALLOWED,
    refusedRanges: [...refused.filter(isRange), ...ownAddresses()],
    refusedHosts: refused.filter((entry) => !isRange(entry)),
  };
}

/**
 * Reads the settings of a process.
 *
 * @param base what a relative path of a database starts at
 * @returns the settings, or a sentence that names the first one that cannot be used, and what it takes; without a
 *   password that was set
 * @example readSettings({ HINDCAST_FETCHING: "off" }, "/srv") // ok, and nothing is fetched
 */
export function readSettings(environment: { readonly [name: string]: string | undefined }, base: string) {
  const database = parseDatabaseUrl(environment.DATABASE_URL || DEFAULT_DATABASE_URL, base);
  if (!database.ok) return database;
  const parsed = SETTINGS.safeParse(environment);
  if (!parsed.success) return err(sentenceOf(environment, parsed.error.issues));
  const read = parsed.data;
  return ok({
    database: database.value,
    /** How many connections this process may hold to a PostgreSQL server; undefined leaves it to the store. */
    databaseConnections: read.HINDCAST_DATABASE_CONNECTIONS,
    /** The origin that people reach the app at, where it is not the one in the request's `Host`. */
    origin: read.HINDCAST_ORIGIN,
    /** Whether it answers others than this machine, although nobody is asked who they are. */
    isOpen: read.HINDCAST_OPEN,
    /** Whether an address is that of a proxy of ours, which is believed when it says for whom it asks. */
    isProxy: (address: string): boolean => isWithinAny(address, read.HINDCAST_PROXIES),
    /** The zone that today is counted in. */
    timezone: read.HINDCAST_TIMEZONE,
    /** Today, pinned; null follows the clock. */
    pinnedToday: read.HINDCAST_TODAY,
    /** How the pages of evidence are fetched and kept. */
    keeping: {
      /** Whether this process fetches pages at all. */
      fetches: read.HINDCAST_FETCHING,
      policy: policyOf(read),
      /** How much space all copies together may take, in bytes. */
      cap: read.HINDCAST_COPIES_MB * MB,
      /** How often, in days, each link is looked at again. */
      everyDays: read.HINDCAST_CHECK_DAYS,
      /** Where an archive is asked for its copies too; null where none is. */
      archiveOrigin: read.HINDCAST_ARCHIVE,
    },
  });
}

export type Settings = Extract<ReturnType<typeof readSettings>, { ok: true }>["value"];

function sentenceOf(
  environment: { readonly [name: string]: string | undefined },
  [issue]: readonly z.core.$ZodIssue[],
): string {
  const name = String(issue?.path[0]);
  return `${name} is ${JSON.stringify(shownSetting(environment[name] ?? ""))}; ${issue?.message}`;
}
