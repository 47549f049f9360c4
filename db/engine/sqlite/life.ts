import { randomBytes } from "node:crypto";
import { existsSync, linkSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreRefusal } from "../../store.ts";
import { isBusy } from "./connection.ts";
import { type LifeId, readLife, readLog } from "./log.ts";
import { markerOf, readMarker, writeMarker } from "./marker.ts";

/** What SQLite keeps beside a database: they belong to it, and to no other. */
export const SIDE_FILES = ["-wal", "-shm", "-journal"] as const;

/** The side files that stand beside a database, or where one was. */
export const sideFilesOf = (file: string): readonly string[] =>
  SIDE_FILES.map((suffix) => file + suffix).filter((name) => existsSync(name));

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** An id for a life that begins. */
export const newLife = (): LifeId => randomBytes(4).readUInt32BE() || 1;

/** Writes the id of a life into an open database; it is in the log, or in the file, with the next commit. */
export function setLife(connection: Database.Database, life: LifeId): void {
  // SQLite takes it as a signed number.
  connection.pragma(`user_version = ${life | 0}`);
}

/** Gives a copy that nobody has open an id of its own, so that no log of the original is ever taken for its. */
export function giveOwnLife(copy: string): void {
  const connection = new Database(copy, { fileMustExist: true });
  try {
    setLife(connection, newLife());
  } finally {
    connection.close();
  }
}

/**
 * Has the change that is under way name the life that it belongs to: writing the id again writes the first page, so
 * that it comes into the log with the change.
 */
export function nameLife(connection: Database.Database): void {
  connection.pragma(`user_version = ${connection.pragma("user_version", { simple: true })}`);
}

type Mismatch = "file" | "log" | "journal" | "marker";

function mismatch(file: string): Mismatch | null {
  // Ours never has one: whatever it holds would be rolled back into the file.
  if (existsSync(`${file}-journal`)) return "journal";
  const marker = readMarker(file);
  if (marker === "unreadable") return "marker";
  const { life, keepsLog } = readLife(file);
  if (marker !== null && !marker.includes(life)) return "file";
  const log = readLog(file);
  if (log === "nothing") return null;
  // A backup is made without a log: one beside it is another database's.
  if (!keepsLog) return "log";
  const own = marker ?? [life];
  // Versions without ids left logs that name none.
  if (log === "unnamed") return marker === null || own.includes(0) ? null : "log";
  return own.includes(log.life) ? null : "log";
}

const list = (names: readonly string[]) => names.join(", ");

function sentence(file: string, found: Mismatch): string {
  const beside = [...sideFilesOf(file), ...(existsSync(markerOf(file)) ? [markerOf(file)] : [])];
  const restore = "npm run restore -- BACKUP, which moves all of them away together and keeps them";
  switch (found) {
    case "file":
      return `${file} is another database than the one that ${markerOf(file)} was written for. Nothing was changed. To put a backup in place of what was there, use ${restore}. To go on with this file on purpose, move ${list(beside)} away first, and start.`;
    case "log":
      return `${file} and its log ${file}-wal are of two different databases, so the log was not replayed. Nothing was changed. If a backup or an older copy was put here, use ${restore} (here: ${list([file, ...beside])}).`;
    case "journal":
      return `${file}-journal stands beside ${file}, and is none of Hindcast's: opening the database could undo changes in it. Nothing was changed. Move ${file}-journal away and start; to put a backup in place of ${list([file, ...beside])}, use ${restore}.`;
    case "marker":
      return `${markerOf(file)} cannot be read, so that nobody knows which database belongs here. Nothing was changed. If ${file} is the right one, move the marker away and start; to put a backup in place of ${list([file, ...beside])}, use ${restore}.`;
    default:
      return found satisfies never;
  }
}

/** How often, and how long apart, a mismatch is looked at again: another process may be at its renewal just now. */
const LOOKS = 20;
const BETWEEN_LOOKS_MS = 25;

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * Makes sure that a database, its log and its marker are of one life, before anything opens them: SQLite replays
 * whatever log it finds. Not to be called by a process that has the file open: closing it here would give up the
 * locks that SQLite holds there (see https://www.sqlite.org/howtocorrupt.html, section 2.2).
 *
 * @throws StoreRefusal that names the files and the command to use
 */
export function requireOneLife(file: string): void {
  let found = mismatch(file);
  for (let look = 1; found !== null && look < LOOKS; look++) {
    pause(BETWEEN_LOOKS_MS);
    found = mismatch(file);
  }
  if (found !== null) throw new StoreRefusal(sentence(file, found));
}

/**
 * The ids by which a database and what stands beside it may be known until a new life has begun. As for
 * `requireOneLife`, not for a process that has the file open.
 */
export function livesOf(file: string): readonly LifeId[] {
  const marker = readMarker(file);
  return [readLife(file).life, ...(marker === "unreadable" ? [] : (marker ?? []))];
}

/**
 * Makes sure that there was no database where none is now, or an empty one: a lost disk, a mistyped folder or a log
 * left behind must not end in a new database.
 *
 * @throws StoreRefusal that says what is missing and how to go on
 */
export function requireNoTrace(file: string): void {
  const marker = markerOf(file);
  if (existsSync(marker)) {
    const state = existsSync(file) ? "is empty" : "is not there";
    throw new StoreRefusal(
      `${file} ${state}, but ${marker} says that a database was. Nothing was made. If its disk or volume is not there, put it back; to put a backup in its place, use npm run restore -- BACKUP; to start anew on purpose, move ${list([marker, ...sideFilesOf(file)])} away.`,
    );
  }
  const left = sideFilesOf(file);
  if (left.length > 0 && !existsSync(file))
    throw new StoreRefusal(
      `${list(left)} ${left.length === 1 ? "is" : "are"} left of a database that was at ${file}, and would be taken into a new one. Nothing was made. Put the database back beside ${left.length === 1 ? "it" : "them"}, or use npm run restore -- BACKUP; to start anew on purpose, move ${list(left)} away.`,
    );
}

/**
 * Keeps every other process from opening a database until the answer is called. The lock is taken under another name
 * of the same file, so that neither its log nor anything else beside it is touched, whether or not they belong to it.
 *
 * @returns null where a process has it open; for what is no database, an answer that does nothing
 */
export function keepClosed(file: string): (() => void) | null {
  const probe = `${file}.probe-${process.pid}`;
  rmSync(probe, { force: true });
  linkSync(file, probe);
  const connection = new Database(probe, { timeout: 0 });
  const release = () => {
    connection.close();
    for (const suffix of ["", ...SIDE_FILES]) rmSync(probe + suffix, { force: true });
  };
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN EXCLUSIVE");
    return release;
  } catch (error) {
    release();
    return isBusy(error) ? null : () => undefined;
  }
}

/** Whether a process has a database open. */
export function isInUse(file: string): boolean {
  const release = keepClosed(file);
  release?.();
  return release === null;
}

/** Whether the last who had a database open did not close it: then its log still holds something. */
export const endedUncleanly = (file: string): boolean => sizeOf(`${file}-wal`) > 0 && !isInUse(file);

/** Whether a connection is the only one to its database; no other comes in until `letOthersIn`. */
function keepOthersOut(connection: Database.Database): boolean {
  const patience = connection.pragma("busy_timeout", { simple: true });
  connection.pragma("locking_mode = EXCLUSIVE");
  // Whoever is there stays there: there is nothing to wait for.
  connection.pragma("busy_timeout = 0");
  try {
    connection.exec("BEGIN IMMEDIATE");
    return true;
  } catch (error) {
    if (!isBusy(error)) throw error;
    letOthersIn(connection);
    return false;
  } finally {
    connection.pragma(`busy_timeout = ${patience}`);
  }
}

function letOthersIn(connection: Database.Database): void {
  connection.pragma("locking_mode = NORMAL");
  // It takes effect with the next read.
  connection.prepare("select 1 from sqlite_schema limit 1").get();
}

/** Empties the log into the file; false where something hinders it. */
const emptyLog = (connection: Database.Database): boolean =>
  connection.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;

/**
 * Begins a new life of a database, where no other process has it open: what an earlier life may have left somewhere
 * no longer matches. The marker names all lives in question until the file itself has the new one, so that a kill at
 * any step leaves what starts again.
 *
 * @param connection open to `file`
 * @param known the ids by which the file may be known until now (see `livesOf`), read before it was opened
 */
export function beginLife(connection: Database.Database, file: string, known: readonly LifeId[]): void {
  if (!keepOthersOut(connection)) return;
  try {
    const life = newLife();
    // Where a renewal was cut short, the log says otherwise than the file.
    const inLog = Number(connection.pragma("user_version", { simple: true })) >>> 0;
    writeMarker(file, [...new Set([...known, inLog, life])]);
    setLife(connection, life);
    connection.exec("COMMIT");
    if (!emptyLog(connection)) return;
    writeMarker(file, [life]);
    // The log is empty now: whatever comes into it next, it names its life from the start.
    connection.exec("BEGIN IMMEDIATE");
    nameLife(connection);
    connection.exec("COMMIT");
  } finally {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    letOthersIn(connection);
  }
}
