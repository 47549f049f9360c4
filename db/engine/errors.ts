/** As many as fit into a sentence. */
const MOST_TOLD = 3;

/**
 * The first of many findings, for a sentence, and how many there are besides.
 *
 * @example inShort(["a", "b", "c", "d", "e"]) // "a; b; c; 2 more"
 */
export const inShort = (found: readonly string[]): string =>
  found.length > MOST_TOLD
    ? `${found.slice(0, MOST_TOLD).join("; ")}; ${found.length - MOST_TOLD} more`
    : found.join("; ");
/**
 * The code of an error of the system, of SQLite or of PostgreSQL (`EACCES`, `SQLITE_FULL`, `53100`), also where others
 * are wrapped around it; "" where there is none.
 */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}
