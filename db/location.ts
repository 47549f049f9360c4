import { isAbsolute, resolve } from "node:path";
import { err, ok, type Result } from "../domain/result.ts";

export const DEFAULT_DATABASE_URL = "file:./data/hindcast.db";

/**
 * The file that a `DATABASE_URL` names, as an absolute path. Relative paths start at `base`.
 *
 * @returns the path, or a sentence that says what would be accepted
 * @example parseDatabaseUrl("file:./data/hindcast.db", "/srv") // ok("/srv/data/hindcast.db")
 */
export function parseDatabaseUrl(url: string, base: string): Result<string, string> {
  const refused = err(
    `DATABASE_URL is ${JSON.stringify(url)}; it takes file: with a relative or absolute path, like ${DEFAULT_DATABASE_URL}`,
  );
  if (!url.startsWith("file:") || url.includes("?") || url.includes("#") || url.includes("\0"))
    return refused;
  const path = url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "" || path.endsWith("/") || path.startsWith("//")) return refused;
  return ok(isAbsolute(path) ? path : resolve(base, path));
}
