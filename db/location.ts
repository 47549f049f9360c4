import { isAbsolute, resolve } from "node:path";
import { err, ok, type Result } from "../domain/result.ts";

export const DEFAULT_DATABASE_URL = "file:./data/hindcast.db";

/** Where a database is: a file by its absolute path, or a database of a PostgreSQL server by its address. */
export type Location =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgres"; readonly url: string };

export type Engine = Location["engine"];

const ACCEPTED = `it takes file: with a relative or absolute path, like ${DEFAULT_DATABASE_URL}, or postgres://user:password@host:port/database`;

/** An address as it may be shown: without its password and without what follows the database's name. */
export function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return url.replace(/\/\/.*@/, "//").replace(/\?.*$/, "");
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}

const isPostgres = (url: string) => /^postgres(?:ql)?:\/\//.test(url);

function parsePostgres(url: string): Result<Location, string> {
  const refused = err(`DATABASE_URL is ${JSON.stringify(withoutSecrets(url))}; ${ACCEPTED}`);
  if (!URL.canParse(url)) return refused;
  const { pathname } = new URL(url);
  return /^\/[^/]+$/.test(pathname) ? ok({ engine: "postgres", url }) : refused;
}

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
  if (path === "" || path.endsWith("/") || path.startsWith("//")) return refused;
  return ok({ engine: "sqlite", file: isAbsolute(path) ? path : resolve(base, path) });
}

/** A place in words that may be printed. */
export const describeLocation = (location: Location): string =>
  location.engine === "sqlite" ? location.file : withoutSecrets(location.url);
