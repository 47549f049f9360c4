import { AsyncLocalStorage } from "node:async_hooks";
import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Database as Connection } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { askedBy, SYSTEM } from "../../change/actor.ts";
import * as schema from "../../schema/tables.ts";
import {
  type Actor,
  isRefused,
  type ReadHandle,
  type Store,
  StoreFull,
  StoreMoved,
  StoreUnavailable,
  type WriteHandle,
} from "../../store.ts";
import { isOutOfRoom } from "../disk-room.ts";
import { newestMigration } from "../migrations.ts";
import { connect, isBusy } from "./connection.ts";
import { nameLife } from "./life.ts";

/** Which file it is that a name leads to: nobody else gets this pair while somebody has the file open. */
type Identity = string;

/** Kept beside a database, and as much a part of it while it is open: what was acknowledged may be in the log alone. */
const SIDE_FILES = ["-wal", "-shm"];
const TRIES = 3;

function identityOf(path: string): Identity | null {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? null : `${found.dev} ${found.ino}`;
  } catch {
    // A folder on the way may not be looked into any more: then it is not there for us.
    return null;
  }
}

/** A file that is open, and whether its name still leads to it. */
interface FileInPlace<T> {
  readonly opened: T;
  /** @throws StoreMoved, the same one each time until it is back, when the file or its log was deleted or replaced */
  assert(): void;
}

/** Watches over the names of the files that are open by now. */
function watching(file: string): () => void {
  // SQLite keeps them beside the file that a link leads to.
  const beside = SIDE_FILES.map((suffix) => realpathSync(file) + suffix);
  const opened = [file, ...beside].flatMap((path) => {
    const identity = identityOf(path);
    return identity === null ? [] : [{ path, identity }];
  });
  let moved: StoreMoved | null = null;
  return () => {
    const gone = opened.find(({ path, identity }) => identityOf(path) !== identity);
    if (gone === undefined) {
      moved = null;
      return;
    }
    const happened = identityOf(gone.path) === null ? "deleted or moved away" : "replaced by another file";
    moved ??= new StoreMoved(
      `${gone.path} was ${happened} while Hindcast has it open: no change is accepted until that very file is back, or Hindcast is stopped and started again.`,
    );
    throw moved;
  };
}

/**
 * Opens a database's file and remembers which one it is.
 *
 * @param open opens it, and has read from it when it returns: its log is there from then on
 * @throws StoreUnavailable when the file is replaced each time while it is opened
 */
function openInPlace<T extends { close(): void }>(file: string, open: () => T): FileInPlace<T> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = identityOf(file);
    const opened = open();
    const assert = watching(file);
    if (before !== null && identityOf(file) === before) return { opened, assert };
    opened.close();
  }
  throw new StoreUnavailable(`${file} is being replaced`);
}

/** How long SQLite itself waits for the write lock: it does so inside the event loop, the store waits on outside it. */
const LOCK_WAIT_MS = 5;
const LONGEST_WAIT_MS = 5_000;
const RETRY_EVERY_MS = 10;

// The driver's queries are promises too; only its types say otherwise. The one place where they are renamed.
const reader = (connection: Connection) => drizzle(connection, { schema }) as unknown as ReadHandle;
const writer = (connection: Connection) => drizzle(connection, { schema }) as unknown as WriteHandle;

/** Takes the file's write lock, waiting for other processes outside the event loop. */
async function begin(connection: Connection): Promise<void> {
  const patience = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > patience)
        throw new StoreUnavailable("another process keeps the database to itself", { cause: error });
      await wait(RETRY_EVERY_MS);
    }
  }
}

/** Both connections to a file. Each has read from it, so that the log beside it is open as well. */
function connectBoth(file: string) {
  const writing = connect(file, "write");
  const reading = connect(file, "read");
  for (const connection of [writing, reading]) connection.pragma("schema_version");
  const close = () => {
    reading.close();
    writing.close();
  };
  return { writing, reading, close };
}

/**
 * A store over one SQLite file: a read-only connection for reads and a dedicated one for changes, which run one at
 * a time, each `BEGIN IMMEDIATE` to `COMMIT`.
 *
 * @param file an existing Hindcast database of this version (see `openStore`)
 */
export function sqliteStore(file: string): Store {
  const place = openInPlace(file, () => connectBoth(file));
  const { writing, reading } = place.opened;
  writing.pragma(`busy_timeout = ${LOCK_WAIT_MS}`);
  const [toRead, toWrite] = [reader(reading), writer(writing)];
  const inside = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();

  const folder = dirname(realpathSync(file));
  // The same one until there is room again, so that it is told once.
  let full: StoreFull | null = null;

  function named(error: unknown): unknown {
    if (!isOutOfRoom(error, folder)) return error;
    full ??= new StoreFull(`There is no room left in ${folder}: no change is made until there is.`, {
      cause: error,
    });
    return full;
  }

  async function transact<T>(change: () => Promise<T>): Promise<T> {
    await begin(writing);
    try {
      place.assert();
      nameLife(writing);
      const result = await inside.run(true, change);
      if (isRefused(result)) {
        writing.exec("ROLLBACK");
        return result;
      }
      place.assert();
      writing.exec("COMMIT");
      full = null;
      // A success promises that the change is on disk: it is not, where the file was moved just before the commit.
      place.assert();
      return result;
    } catch (error) {
      if (writing.inTransaction) writing.exec("ROLLBACK");
      throw named(error);
    }
  }

  // The last to close a database empties its log into it; a process that only exits would leave the log lying there.
  const close = () => {
    process.off("exit", close);
    place.opened.close();
  };
  process.on("exit", close);

  const storeFor = (actor: Actor): Store => ({
    actor,
    as: storeFor,
    read: askedBy(toRead, actor),
    write(change) {
      if (inside.getStore())
        throw new Error("a write inside a write would wait for itself: pass the writer on");
      const turn = last.then(() => transact(() => change(askedBy(toWrite, actor))));
      last = turn.catch(() => undefined);
      return turn;
    },
    async schemaVersion() {
      reading.prepare("select 1 from forecasts limit 1").get();
      return newestMigration("sqlite").name;
    },
    async requireInPlace() {
      place.assert();
    },
    async close() {
      await last;
      close();
    },
  });
  return storeFor(SYSTEM);
}
