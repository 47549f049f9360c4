import { existsSync, linkSync, lstatSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreRefusal } from "../../store.ts";
import { codeOf } from "../errors.ts";
import { makePrivate } from "../private-file.ts";
import { syncToDisk } from "../sync-to-disk.ts";
import { explained, requireAccess } from "./access.ts";
import { connect } from "./connection.ts";
import { inspect } from "./file.ts";
import { giveOwnLife } from "./life.ts";
import { looseReferences, pagesFault } from "./soundness.ts";

const ELSEWHERE = "name another place for the backup";
const taken = (to: string) => new StoreRefusal(`${to} is there already; a backup never writes over a file.`);
const damaged = (from: string, error: unknown) =>
  new StoreRefusal(
    `${from} is damaged (${error instanceof Error ? error.message : String(error)}), so no backup was made. Nothing was changed. Keep the file, and put an earlier backup in its place.`,
  );

/**
 * Copies a database as of one moment, also while others write to it, and checks the copy before it gets its name.
 *
 * @returns the size of the copy in bytes
 * @throws StoreRefusal when there is nothing to copy, something is at the target already, either cannot be got at,
 * there is no room, it is damaged, or the copy is not sound
 */
export function backUp(from: string, to: string): { bytes: number } {
  requireAccess(from, "read");
  if (!existsSync(from)) throw new StoreRefusal(`There is no database at ${from}.`);
  const folder = dirname(to);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new StoreRefusal(`There is no folder ${folder} to write the backup to.`);
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) throw taken(to);
  requireAccess(to, "write", ELSEWHERE);
  inspect(from, "outline");
  return copyChecked(from, to, ELSEWHERE);
}

/**
 * The part of `backUp` that copies a database, which may be open in this process too, and checks the copy.
 *
 * @param to where nothing is yet
 * @param another how somebody who reads it says that another place is to be used
 * @throws StoreRefusal when something is there, there is no room, or the copy is not sound
 */
export function copyChecked(from: string, to: string, another?: string): { bytes: number } {
  const unchecked = `${to}.unchecked-${process.pid}`;
  const connection = connect(from, "read");
  try {
    makePrivate(unchecked);
    connection.prepare("vacuum into ?").run(unchecked);
    giveOwnLife(unchecked);
    requireSound(from, unchecked);
    inspect(unchecked, "outline");
    syncToDisk(unchecked);
    // A link, not a rename: it never replaces a file that has appeared meanwhile.
    linkSync(unchecked, to);
    return { bytes: statSync(to).size };
  } catch (error) {
    if (codeOf(error).startsWith("SQLITE_CORRUPT")) throw damaged(from, error);
    throw codeOf(error) === "EEXIST" ? taken(to) : explained(to, error, another);
  } finally {
    connection.close();
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(unchecked + suffix, { force: true });
  }
}

function requireSound(from: string, copy: string): void {
  const connection = connect(copy, "read");
  try {
    const fault = pagesFault(connection, "integrity_check");
    const faults = fault === null ? looseReferences(connection) : [fault];
    if (faults.length > 0) throw new StoreRefusal(`The copy of ${from} is not sound: ${faults.join("; ")}`);
  } finally {
    connection.close();
  }
}
