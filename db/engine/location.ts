import { isAbsolute, resolve } from "node:path";
import { err, ok, type Result } from "#domain/result.ts";
import { withoutSecrets } from "./without-secrets.ts";

/**
 * Whether a database may be made where there is none, from HINDCAST_CREATE. Off for volumes that may be missing at a
 * start, and addresses that may be mistyped: a new database would look like the old one gone.
 *
 * @returns a sentence that says what is accepted, where it is something else
 */
export function readMayCreate(value: string | undefined): Result<boolean, string> {
  if (value === undefined || value === "" || value === "on") return ok(true);
  if (value === "off") return ok(false);
  return err(`HINDCAST_CREATE is ${JSON.stringify(value)}; it takes on or off`);
}

export const DEFAULT_DATABASE_URL = "file:./data/hindcast.db";

/** Where a database is: a file by its absolute path, or a database of a PostgreSQL server by its address. */
export type Location =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgres"; readonly url: string };

export type Engine = Location["engine"];

const ACCEPTED = `it takes file: with a relative or absolute path, like ${DEFAULT_DATABASE_URL}, or postgres://user:password@host:port/database`;

const isPostgres = (url: string) => /^postgres(?:ql)?:\/\//.test(url);

const canBeDecoded = (part: string): boolean => {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
};

/** A path with an "@", or anything behind a "#", is the rest of a password that has a "/" or a "#" in it. */
function parsePostgres(url: string): Result<Location, string> {
  const refused = err(`DATABASE_URL is ${JSON.stringify(withoutSecrets(url))}; ${ACCEPTED}`);
  if (!URL.canParse(url)) return refused;
  const { pathname, hash, username, password } = new URL(url);
  if (hash !== "" || ![pathname, username, password].every(canBeDecoded)) return refused;
  return /^\/[^/@]+$/.test(pathname) ? ok({ engine: "postgres", url }) : refused;
}

/** A path that is the address of a server behind the wrong scheme, password and all. */
const isAddress = (path: string) => /:.*@/s.test(path);

/**
 * Where the database is that a `DATABASE_URL` names. Relative paths start at `base`.
 *
 * @returns the place, or a sentence that says what would be accepted and shows no password
 * @example parseDatabaseUrl("file:./data/hindcast.db", "/srv") // ok({ engine: "sqlite", file: "/srv/data/hindcast.db" })
 */
export function parseDatabaseUrl(url: string, base: string): Result<Location, string> {
  if (isPostgres(url)) return parsePostgres(url);
  const refused = err(`DATABASE_URL is ${JSON.stringify(withoutSecrets(url))}; ${ACCEPTED}`);
  if (!url.startsWith("file:") || url.includes("?") || url.includes("#") || url.includes("\0"))
    return refused;
  const path = url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "" || path.endsWith("/") || path.startsWith("//") || isAddress(path)) return refused;
  return ok({ engine: "sqlite", file: isAbsolute(path) ? path : resolve(base, path) });
}

/** Whether two places are one: whoever is let in to it, and by which password. */
export function isSamePlace(one: Location, other: Location): boolean {
  if (one.engine === "sqlite") return other.engine === "sqlite" && one.file === other.file;
  if (other.engine === "sqlite") return false;
  const [a, b] = [new URL(one.url), new URL(other.url)];
  const named = ["host", "port"].every((name) => a.searchParams.get(name) === b.searchParams.get(name));
  return a.host === b.host && a.pathname === b.pathname && named;
}

/** A place in words that may be printed. */
export const describeLocation = (location: Location): string =>
  location.engine === "sqlite" ? location.file : withoutSecrets(location.url);
