import Database, { type Statement } from "better-sqlite3";
import { StoreRefusal } from "../../store.ts";
import { closeToOthers, makePrivate } from "../private-file.ts";

const OLDEST_NODE = [22, 19] as const;

/**
 * Stops before better-sqlite3 loads its library under a Node that it would crash.
 * (Importing the package is harmless; the library is loaded by the first connection.)
 */
function requireRecentNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new StoreRefusal(
    `Node ${OLDEST_NODE.join(".")} or newer is needed, this is ${version}: run it through npm`,
  );
}

const MOST_STATEMENTS = 500;

/**
 * Keeps prepared statements for the next time: they are freed late, and drizzle prepares one for every query,
 * which under load costs memory faster than it comes back.
 */
function keepStatements(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Statement>();
  connection.prepare = ((source: string) => {
    const known = kept.get(source);
    if (known !== undefined && !known.busy) {
      kept.delete(source);
      kept.set(source, known);
      return known.reader ? known.raw(false) : known;
    }
    const statement = prepare(source);
    kept.set(source, statement);
    const oldest = kept.keys().next().value;
    if (kept.size > MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return statement;
  }) as typeof connection.prepare;
}

/** Whether a statement was refused because another connection keeps the file locked. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** How long opening waits for another process that opens, upgrades or closes the file. */
const LOCK_WAIT_MS = 5_000;

/**
 * Opens one connection with the settings that the store's promises rest on: WAL with `synchronous=FULL` (a commit
 * is on disk before it is answered), foreign keys on, no trust in functions named by the file's own schema. Nobody but the owner may read or write what it
 * makes; SQLite gives the log beside a file the rights of that file.
 */
export function connect(file: string, mode: "read" | "write"): Database.Database {
  requireRecentNode();
  if (mode === "write") {
    makePrivate(file);
    closeToOthers(file);
  }
  const connection = new Database(file, {
    readonly: mode === "read",
    fileMustExist: mode === "read",
    timeout: LOCK_WAIT_MS,
  });
  if (mode === "write") connection.pragma("journal_mode = WAL");
  // WAL lowers this to NORMAL at the first statement unless it is said again.
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  keepStatements(connection);
  return connection;
}
