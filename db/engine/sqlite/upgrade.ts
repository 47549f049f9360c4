import { closeSync, existsSync, openSync, readSync, rmSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Database as Connection } from "better-sqlite3";
import { type Notify, StoreRefusal } from "../../store.ts";
import { isOutOfRoom } from "../disk-room.ts";
import { codeOf } from "../errors.ts";
import { MigrationFailed } from "../migrations.ts";
import { copyChecked } from "./backup.ts";
import { migrateConnection, pendingIn } from "./migrations.ts";
import { looseReferences } from "./soundness.ts";

// The backup that is made before a file is brought up to date. All of them stay: nobody but their owner takes one away.

/** The names of such backups: beside the file, after the newest migration of this version, a number where one is taken. */
const nameOf = (file: string, migration: string, turn: number) =>
  `${file}.before-${migration}.backup${turn === 1 ? "" : `-${turn}`}`;

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000).toLocaleString("en")} MB`;

/**
 * Makes sure that the disk which a file is on has room for its backup, before anything is begun.
 *
 * @param bytes what the backup takes at most
 * @throws StoreRefusal that says how much is needed and how much there is
 */
export function requireRoomFor(file: string, bytes: number): void {
  const { bavail, bsize, blocks } = statfsSync(dirname(file));
  // Some file systems do not know; then it shows when it is written.
  if (blocks === 0 || bavail * bsize >= bytes) return;
  throw new StoreRefusal(
    `${file} was not brought up to date: the backup that is made before needs ${megabytes(bytes)}, and the disk of ${dirname(file)} has ${megabytes(bavail * bsize)} left. Nothing was changed. Make room there, then start again.`,
  );
}

/** What SQLite counts up in its header at each change, and the id of a database's life, tell no records apart. */
const HEADER = 100;
const PORTION = 1 << 20;

function holdTheSame(one: string, other: string): boolean {
  if (statSync(one).size !== statSync(other).size) return false;
  const handles = [openSync(one, "r"), openSync(other, "r")] as const;
  try {
    const [a, b] = [Buffer.alloc(PORTION), Buffer.alloc(PORTION)];
    for (let at = HEADER; ; at += PORTION) {
      const length = readSync(handles[0], a, 0, PORTION, at);
      readSync(handles[1], b, 0, PORTION, at);
      if (!a.subarray(0, length).equals(b.subarray(0, length))) return false;
      if (length < PORTION) return true;
    }
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

/**
 * Backs up a file that is about to be brought up to date. Nothing is written over: a further backup gets a number, unless
 * an earlier one holds the same, as after an upgrade that was cut short.
 *
 * @returns where the backup is
 */
function backUpBefore(file: string, migration: string): string {
  const earlier: string[] = [];
  for (let turn = 1; ; turn++) {
    const target = nameOf(file, migration, turn);
    if (existsSync(target)) {
      earlier.push(target);
      continue;
    }
    copyChecked(file, target);
    const same = earlier.find((one) => holdTheSame(one, target));
    if (same === undefined) return target;
    rmSync(target);
    return same;
  }
}

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
function backUpFirst(connection: Connection, file: string, told: Notify): void {
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
export function upgrade(connection: Connection, file: string, told: Notify, turnWaitMs = TURN_WAIT_MS): void {
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
