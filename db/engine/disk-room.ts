import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./errors.ts";

/** As much as the smallest change needs beside the database: a page or two, their log and its index. */
const A_LITTLE = 64 * 1024;

const FULL = /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/;
/** What SQLite says when a write, or making a file beside the database, failed for a reason that it does not tell. */
const PERHAPS_FULL = /^SQLITE_(?:IOERR|CANTOPEN)/;

/** Whether a folder has no room for a little more, be it of the disk or of what this user may take of it. */
function isFolderFull(folder: string): boolean {
  const probe = join(folder, `.hindcast-room-${process.pid}`);
  try {
    const handle = openSync(probe, "wx", 0o600);
    try {
      // Written and waited for: some file systems find out only then.
      writeSync(handle, Buffer.alloc(A_LITTLE, 1));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return false;
  } catch (error) {
    return FULL.test(codeOf(error));
  } finally {
    rmSync(probe, { force: true });
  }
}

/**
 * Whether an error of the file system or of SQLite says that there is no room left. SQLite has a code for a full disk,
 * but not for a used-up quota; there it is tried out.
 *
 * @param folder where it was to be written
 */
export function isOutOfRoom(error: unknown, folder: string): boolean {
  const code = codeOf(error);
  return FULL.test(code) || (PERHAPS_FULL.test(code) && isFolderFull(folder));
}
