import { existsSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database, { type Database as Connection } from "better-sqlite3";
import { isOutOfRoom } from "../disk-room.ts";
import { keepClosed } from "./life.ts";

const isThere = (file: string) => ({
  log: existsSync(`${file}-wal`),
  index: existsSync(`${file}-shm`),
  journal: existsSync(`${file}-journal`),
});

/**
 * Takes away what reading has left beside a file. A connection that may write takes both files with it when it closes as
 * the last one, which only SQLite can know; it changes nothing of a file that has no log.
 */
function tidy(file: string, before: ReturnType<typeof isThere>): void {
  const now = isThere(file);
  if (before.journal || (now.log === before.log && now.index === before.index)) return;
  if (before.log) {
    // A connection that may write would move the log into the file. Its index is made anew whenever it is missing, but
    // must not go while another process uses it.
    const release = keepClosed(file);
    if (release !== null) rmSync(`${file}-shm`, { force: true });
    release?.();
    return;
  }
  try {
    const connection = new Database(file, { fileMustExist: true });
    try {
      connection.prepare("select 1 from sqlite_schema").get();
    } finally {
      connection.close();
    }
  } catch (error) {
    // What was found in the file is what matters: where it may not be written, both files stay. Without room for them
    // nobody else can have begun to use them either.
    if (
      !isOutOfRoom(error, dirname(file)) ||
      (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
    )
      return;
    for (const suffix of ["-wal", "-shm"]) rmSync(file + suffix, { force: true });
  }
}

/**
 * Looks at a database file through a connection that cannot write, and leaves file and folder as they were: reading a
 * file alone makes a `-wal` and a `-shm` beside it, which stay.
 */
export function lookAt<T>(file: string, look: (connection: Connection) => T): T {
  const before = isThere(file);
  try {
    const connection = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return look(connection);
    } finally {
      connection.close();
    }
  } finally {
    tidy(file, before);
  }
}
