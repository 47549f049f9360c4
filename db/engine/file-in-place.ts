import { realpathSync, statSync } from "node:fs";
import { StoreMoved, StoreUnavailable } from "../store.ts";

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
export interface FileInPlace<T> {
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
export function openInPlace<T extends { close(): void }>(file: string, open: () => T): FileInPlace<T> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = identityOf(file);
    const opened = open();
    const assert = watching(file);
    if (before !== null && identityOf(file) === before) return { opened, assert };
    opened.close();
  }
  throw new StoreUnavailable(`${file} is being replaced`);
}
