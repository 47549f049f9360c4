import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { indexOnce } from "../../search/index-texts.ts";
import { type Notify, type Prepared, type Store, StoreRefusal } from "../../store.ts";
import { newestMigration } from "../migrations.ts";
import { syncToDisk } from "../sync-to-disk.ts";
import { connect } from "./connection.ts";
import { APPLICATION_ID, inspect } from "./file.ts";
import { beginLife, endedUncleanly, livesOf, newLife, requireNoTrace, SIDE_FILES, setLife } from "./life.ts";
import { migrateConnection, versionOf } from "./migrations.ts";
import { sqliteStore } from "./store.ts";
import { upgrade } from "./upgrade.ts";

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it runs.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** The names beside a database that somebody works under, each with the number of their process. */
const AT_WORK = /^\.(?:building|restoring|probe|marker\.writing|before-.*\.unchecked)-(\d+)/;

/** Removes what interrupted work of a process that is gone has left beside the file. */
function removeLeftovers(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(basename(file))) continue;
    const pid = Number(AT_WORK.exec(name.slice(basename(file).length))?.[1]);
    if (pid > 0 && (pid === process.pid || !isRunning(pid)))
      rmSync(join(dirname(file), name), { force: true });
  }
}

/**
 * Makes a new database: built, filled and checkpointed under a temporary name beside it, then put in its place
 * at once, so that an interrupted start leaves nothing. Where two do it at the same moment, the first one's stays.
 */
async function create(file: string, fill: (store: Store) => Promise<void>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  removeLeftovers(file);
  const building = `${file}.building-${process.pid}`;
  try {
    const connection = connect(building, "write");
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    setLife(connection, newLife());
    migrateConnection(connection);
    connection.close();
    const store = sqliteStore(building);
    await fill(store);
    await indexOnce(store);
    await store.close();
    const finished = connect(building, "write");
    finished.pragma("wal_checkpoint(TRUNCATE)");
    finished.close();
    syncToDisk(building);
    // A link, not a rename: it never replaces a file that has appeared meanwhile.
    linkSync(building, file);
    syncToDisk(dirname(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    for (const suffix of ["", ...SIDE_FILES]) rmSync(building + suffix, { force: true });
  }
}

/** Brings a file that is there up to this version, as a new life of it where nobody else has it open. */
async function bringUp(file: string, told: Notify = () => undefined): Promise<void> {
  removeLeftovers(file);
  inspect(file, endedUncleanly(file) ? "whole" : "outline");
  const known = livesOf(file);
  const connection = connect(file, "write");
  try {
    upgrade(connection, file, told);
    beginLife(connection, file, known);
  } finally {
    connection.close();
  }
  const store = sqliteStore(file);
  await indexOnce(store);
  await store.close();
}

/**
 * Makes sure that a sound database of this version is at `file`: creates and fills it when there is none, brings an
 * older one up to date.
 *
 * @param fill writes the first records of a new database; null where none may be made
 * @param told is given a sentence about what else was done, such as the backup before an upgrade
 * @throws StoreRefusal when the file that is there must not be touched, could not be brought up to date, or none may
 * be made
 */
export async function prepareSqlite(
  file: string,
  fill: ((store: Store) => Promise<void>) | null,
  told?: Notify,
): Promise<Prepared> {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) requireNoTrace(file);
  if (existsSync(file)) {
    await bringUp(file, told);
    return "found";
  }
  requireNoTrace(file);
  if (fill === null)
    throw new StoreRefusal(
      `There is no database at ${file}, and HINDCAST_CREATE is off, so none was made. If it should be there, look at DATABASE_URL and whether its disk or volume is there; to make one, start once with HINDCAST_CREATE=on.`,
    );
  await create(file, fill);
  return "created";
}

/**
 * Whether a file is of an older version than this, looked at without changing it. One that is not there is not.
 *
 * @throws StoreRefusal as `inspect`
 */
export function isOlderFile(file: string): boolean {
  if (!existsSync(file)) return false;
  inspect(file, "outline");
  const connection = connect(file, "read");
  try {
    return (versionOf(connection) ?? 0) < newestMigration("sqlite").when;
  } finally {
    connection.close();
  }
}

/**
 * Opens the store over an existing file, brought up to date.
 *
 * @throws StoreRefusal when there is none, or it must not be touched
 */
export async function openSqlite(file: string, told?: Notify): Promise<Store> {
  if (!statSync(file, { throwIfNoEntry: false })?.size) requireNoTrace(file);
  if (!existsSync(file)) {
    throw new StoreRefusal(
      `There is no database at ${file}. Run npm start, which makes one, or set DATABASE_URL.`,
    );
  }
  await bringUp(file, told);
  return sqliteStore(file);
}
