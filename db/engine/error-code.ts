/**
 * The code of an error of the system, of SQLite or of PostgreSQL (`EACCES`, `SQLITE_FULL`, `53100`), also where others
 * are wrapped around it; "" where there is none.
 */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}
