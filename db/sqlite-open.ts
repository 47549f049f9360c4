import { existsSync, linkSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { newestMigration } from "./migrations.ts";
import { indexOnce } from "./search-index.ts";
import { connect } from "./sqlite-connection.ts";
import { APPLICATION_ID, inspect } from "./sqlite-file.ts";
import { migrateConnection, versionOf } from "./sqlite-migrations.ts";
import { sqliteStore } from "./sqlite-store.ts";
import { upgrade } from "./sqlite-upgrade.ts";
import { type Prepared, type Store, StoreRefusal, type Told } from "./store.ts";
import { syncToDisk } from "./sync-to-disk.ts";

const SIDE_FILES = ["", "-wal", "-shm", "-journal"];

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it runs.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Removes what an interrupted first run or backup of a process that is gone has left beside the file. */
function removeLeftovers(file: string): void {
  const [building, backup] = [`${basename(file)}.building-`, `${basename(file)}.before-`];
  for (const name of readdirSync(dirname(file))) {
    const end = name.startsWith(building)
      ? name.slice(building.length)
      : name.startsWith(backup) && /\.unchecked-(\d.*)$/.exec(name)?.[1];
    const pid = end ? Number.parseInt(end, 10) : Number.NaN;
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
    for (const suffix of SIDE_FILES) rmSync(building + suffix, { force: true });
  }
}

/**
 * Makes sure that a sound database of this version is at `file`: creates and fills it when there is none, brings an
 * older one up to date.
 *
 * @param fill writes the first records of a new database
 * @param told is given a sentence about what else was done, such as the backup before an upgrade
 * @throws StoreRefusal when the file that is there must not be touched, or could not be brought up to date
 */
export async function prepareSqlite(
  file: string,
  fill: (store: Store) => Promise<void>,
  told: Told = () => undefined,
): Promise<Prepared> {
  if (!existsSync(file)) {
    await create(file, fill);
    return "created";
  }
  removeLeftovers(file);
  inspect(file);
  const connection = connect(file, "write");
  try {
    upgrade(connection, file, told);
  } finally {
    connection.close();
  }
  const store = sqliteStore(file);
  await indexOnce(store);
  await store.close();
  return "found";
}

/**
 * Whether a file is of an older version than this, looked at without changing it. One that is not there is not.
 *
 * @throws StoreRefusal as `inspect`
 */
export function isOlderFile(file: string): boolean {
  if (!existsSync(file)) return false;
  inspect(file);
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
export async function openSqlite(file: string, told?: Told): Promise<Store> {
  if (!existsSync(file)) {
    throw new StoreRefusal(
      `There is no database at ${file}. Run npm start, which makes one, or set DATABASE_URL.`,
    );
  }
  await prepareSqlite(file, () => Promise.resolve(), told);
  return sqliteStore(file);
}
