import { DEFAULT_DATABASE_URL, type Location, parseDatabaseUrl } from "../../../db/engine/location.ts";
import { shownSetting } from "../../../db/engine/without-secrets.ts";
import { type Day, isDay } from "../../../domain/day.ts";
import { type KeepingSettings, readKeepingSettings } from "../../../web/keeping/settings.ts";

export interface Settings {
  /** Where the database is: a file, or a PostgreSQL server's. */
  readonly database: Location;
  /** How many connections this process may hold to a PostgreSQL server; undefined leaves it to the store. */
  readonly databaseConnections: number | undefined;
  /** The origin that people reach the app at, where it is not the one in the request's `Host`. */
  readonly origin: string | null;
  /** The zone that today is counted in. */
  readonly timezone: string;
  /** Today, pinned; null follows the clock. */
  readonly pinnedToday: Day | null;
  /** How the pages of evidence are fetched and kept. */
  readonly keeping: KeepingSettings;
}

/** A setting that the app cannot start with; its message names the variable and what it takes. */
export class SettingRefused extends Error {
  override name = "SettingRefused";
}

type Environment = { readonly [name: string]: string | undefined };

function readOrigin(value: string | undefined): string | null {
  if (value === undefined || value === "") return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const bare =
    url !== null &&
    (url.protocol === "http:" || url.protocol === "https:") &&
    url.origin === value.replace(/\/$/, "");
  if (url === null || !bare) {
    throw new SettingRefused(
      `HINDCAST_ORIGIN is ${JSON.stringify(shownSetting(value))}; it takes http:// or https:// and a host, like https://hindcast.example.org`,
    );
  }
  return url.origin;
}

function readTimezone(value: string | undefined): string {
  if (value === undefined || value === "") return Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new SettingRefused(
      `HINDCAST_TIMEZONE is ${JSON.stringify(value)}; it takes the name of a time zone, like Asia/Taipei`,
    );
  }
}

function readToday(value: string | undefined): Day | null {
  if (value === undefined || value === "") return null;
  if (isDay(value)) return value;
  throw new SettingRefused(
    `HINDCAST_TODAY is ${JSON.stringify(value)}; it takes a calendar day, like 2026-11-23`,
  );
}

const FEWEST_CONNECTIONS = 2;
const MOST_CONNECTIONS = 500;

function readConnections(value: string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= FEWEST_CONNECTIONS && number <= MOST_CONNECTIONS) return number;
  throw new SettingRefused(
    `HINDCAST_DATABASE_CONNECTIONS is ${JSON.stringify(value)}; it takes a whole number from ${FEWEST_CONNECTIONS} to ${MOST_CONNECTIONS}`,
  );
}

/**
 * Reads and checks the settings of an environment.
 *
 * @throws SettingRefused for the first one that cannot be used
 */
export function readSettings(environment: Environment, base: string): Settings {
  const database = parseDatabaseUrl(environment.DATABASE_URL || DEFAULT_DATABASE_URL, base);
  if (!database.ok) throw new SettingRefused(database.error);
  const keeping = readKeepingSettings(environment);
  if (!keeping.ok) throw new SettingRefused(keeping.error);
  return {
    database: database.value,
    databaseConnections: readConnections(environment.HINDCAST_DATABASE_CONNECTIONS),
    origin: readOrigin(environment.HINDCAST_ORIGIN),
    timezone: readTimezone(environment.HINDCAST_TIMEZONE),
    pinnedToday: readToday(environment.HINDCAST_TODAY),
    keeping: keeping.value,
  };
}

let settings: Settings | undefined;

/** The settings of this process, read once. */
export function getSettings(): Settings {
  settings ??= readSettings(process.env, process.cwd());
  return settings;
}
