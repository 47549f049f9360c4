import { chmodSync, existsSync, linkSync, lstatSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./error-code.ts";
import { explained, requireAccess } from "./sqlite-access.ts";
import { connect } from "./sqlite-connection.ts";
import { inspect } from "./sqlite-file.ts";
import { StoreRefusal } from "./store.ts";
import { syncToDisk } from "./sync-to-disk.ts";

const ELSEWHERE = "name another place for the backup";

/**
 * Copies a database as of one moment, also while others write to it, and checks the copy before it gets its name.
 *
 * @returns the size of the copy in bytes
 * @throws StoreRefusal when there is nothing to copy, something is at the target already, either cannot be got at,
 * there is no room, or the copy is not sound
 */
export function backUp(from: string, to: string): { bytes: number } {
  requireAccess(from, "read");
  if (!existsSync(from)) throw new StoreRefusal(`There is no database at ${from}.`);
  const folder = dirname(to);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new StoreRefusal(`There is no folder ${folder} to write the backup to.`);
  const taken = new StoreRefusal(`${to} is there already; a backup never writes over a file.`);
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) throw taken;
  requireAccess(to, "write", ELSEWHERE);
  inspect(from);
  const unchecked = `${to}.unchecked-${process.pid}`;
  const connection = connect(from, "read");
  try {
    connection.prepare("vacuum into ?").run(unchecked);
    chmodSync(unchecked, 0o600);
    const copy = connect(unchecked, "read");
    const found = copy.pragma("integrity_check(1)", { simple: true });
    const loose = copy.pragma("foreign_key_check") as unknown[];
    copy.close();
    if (found !== "ok" || loose.length > 0)
      throw new StoreRefusal(`The copy of ${from} is not sound: ${found}`);
    inspect(unchecked);
    syncToDisk(unchecked);
    // A link, not a rename: it never replaces a file that has appeared meanwhile.
    linkSync(unchecked, to);
    return { bytes: statSync(to).size };
  } catch (error) {
    throw codeOf(error) === "EEXIST" ? taken : explained(to, error, ELSEWHERE);
  } finally {
    connection.close();
    for (const suffix of ["", "-wal", "-shm"]) rmSync(unchecked + suffix, { force: true });
  }
}
