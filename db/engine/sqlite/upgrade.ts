import { dirname } from "node:path";
import type { Database as Connection } from "better-sqlite3";
import { StoreRefusal, type Told } from "../../store.ts";
import { isOutOfRoom } from "../disk-room.ts";
import { codeOf } from "../error-code.ts";
import { MigrationFailed } from "../migrations.ts";
import { backUpBefore, requireRoomFor } from "./backup-before.ts";
import { migrateConnection, pendingIn } from "./migrations.ts";
import { looseReferences } from "./soundness.ts";

/** How long another process may take for the same, or for a change of its own, before this one gives up. */
const TURN_WAIT_MS = 60_000;

const holdsRecords = (connection: Connection): boolean =>
  connection.prepare("select 1 from history limit 1").get() !== undefined;

/** How many bytes a copy takes: what lies in pages that are free is not copied. */
function bytesIn(connection: Connection): number {
  const ask = (pragma: string) => Number(connection.pragma(pragma, { simple: true }));
  return (ask("page_count") - ask("freelist_count")) * ask("page_size");
}

/** While nobody else can write, so that the backup is what the migration begins with. */
function backUpFirst(connection: Connection, file: string, told: Told): void {
  // Another process may have brought it up to date meanwhile.
  const newest = pendingIn(connection).at(-1);
  if (newest === undefined || !holdsRecords(connection)) return;
  requireRoomFor(file, bytesIn(connection));
  told(`Backup before the upgrade: ${backUpBefore(file, newest)}`);
}

function requireReferences(connection: Connection): void {
  const loose = looseReferences(connection);
  if (loose.length > 0) throw new MigrationFailed("foreign keys", new Error(loose.join("; ")));
}

const UNCHANGED = "Nothing was changed: every record is as it was.";

function explained(file: string, error: unknown): unknown {
  if (error instanceof StoreRefusal) return error;
  const refused = (reason: string, remedy: string) =>
    new StoreRefusal(`${file} could not be brought up to date${reason}. ${UNCHANGED} ${remedy}`);
  if (codeOf(error).startsWith("SQLITE_BUSY"))
    return refused(": another process keeps it to itself", "Stop that process, then start again.");
  if (isOutOfRoom(error, dirname(file)))
    return refused(
      `: there is no room left on the disk of ${dirname(file)}`,
      "Make room there, then start again.",
    );
  if (!(error instanceof MigrationFailed)) return error;
  return refused(
    ` (${error.message.replaceAll("\n", " ")})`,
    "Start the version that wrote it, and pass this sentence on to those who look after Hindcast.",
  );
}

/**
 * Brings an open file up to this version, if it is older: all of it or nothing. Where it holds records, a backup is made
 * before, which is complete and checked, and stays.
 *
 * @param file where it is; it has been inspected
 * @param told is given a sentence about the backup once it is there
 * @throws StoreRefusal when it could not be done; then the file is as it was
 */
export function upgrade(connection: Connection, file: string, told: Told, turnWaitMs = TURN_WAIT_MS): void {
  if (pendingIn(connection).length === 0) return;
  const patience = connection.pragma("busy_timeout", { simple: true });
  connection.pragma(`busy_timeout = ${turnWaitMs}`);
  try {
    migrateConnection(connection, {
      first: () => backUpFirst(connection, file, told),
      last: () => requireReferences(connection),
    });
  } catch (error) {
    throw explained(file, error);
  } finally {
    connection.pragma(`busy_timeout = ${patience}`);
  }
}
