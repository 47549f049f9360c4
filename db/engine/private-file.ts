import { chmodSync, closeSync, openSync, statSync } from "node:fs";
import { codeOf } from "./errors.ts";

const OWNERS_ONLY = 0o600;
/** What everybody on the machine may do with a file. */
const EVERYBODY = 0o007;
const SIDE_FILES = ["", "-wal", "-shm"];

/** Makes an empty file that its owner alone may read and write, unless one is there. SQLite makes it a database. */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, "wx", OWNERS_ONLY));
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/**
 * Takes from everybody else what a database and its log were open to, as those that earlier versions made were. One that
 * only a group may read or write was set so by somebody, and one of another user is not ours to change: both stay.
 */
export function closeToOthers(file: string): void {
  for (const suffix of SIDE_FILES) {
    const found = statSync(file + suffix, { throwIfNoEntry: false });
    if (found === undefined || (found.mode & EVERYBODY) === 0 || found.uid !== process.geteuid?.()) continue;
    chmodSync(file + suffix, OWNERS_ONLY);
  }
}
