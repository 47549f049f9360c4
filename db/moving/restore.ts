import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { inspect } from "../engine/sqlite/file.ts";
import { giveOwnLife, isInUse, keepClosed, SIDE_FILES, sideFilesOf } from "../engine/sqlite/life.ts";
import { readLife } from "../engine/sqlite/log.ts";
import { markerOf, writeMarker } from "../engine/sqlite/marker.ts";
import { syncToDisk } from "../engine/sync-to-disk.ts";
import { StoreRefusal } from "../store.ts";

/** What a restore did: where the database that was there is now, file by file; empty where there was none. */
export interface Restored {
  readonly bytes: number;
  readonly kept: readonly string[];
}

function requireBackup(backup: string, file: string): void {
  const found = statSync(backup, { throwIfNoEntry: false });
  if (found === undefined) throw new StoreRefusal(`There is no backup at ${backup}. Nothing was changed.`);
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.ino === found.ino && there.dev === found.dev)
    throw new StoreRefusal(`${backup} is the database itself. Nothing was changed.`);
  inspect(backup, "outline");
  if (isInUse(backup))
    throw new StoreRefusal(
      `${backup} is in use. Nothing was changed. Stop what uses it, or make a backup of it with npm run backup.`,
    );
}

/** Copies a database with what its log holds, and looks at all that is in the copy. */
function copyChecked(backup: string, copy: string): void {
  copyFileSync(backup, copy, constants.COPYFILE_FICLONE);
  if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${copy}-wal`);
  chmodSync(copy, 0o600);
  const connection = new Database(copy, { fileMustExist: true });
  try {
    // Takes what the log holds into the file, and leaves no log.
    connection.pragma("journal_mode = DELETE");
  } finally {
    connection.close();
  }
  giveOwnLife(copy);
  try {
    inspect(copy, "whole");
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    throw new StoreRefusal(error.message.replaceAll(copy, backup), { cause: error });
  }
  syncToDisk(copy);
}

/** A second name for each file of the database that is there, so that none of it is lost when the first one goes. */
function keepAside(file: string, now: Date): readonly string[] {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const own = [file, ...sideFilesOf(file), markerOf(file)].filter((name) => existsSync(name));
  const asideFor = (n: number) => `${file}.replaced-${stamp}${n === 0 ? "" : `-${n}`}`;
  let n = 0;
  while (existsSync(asideFor(n))) n++;
  return own.map((name) => {
    const aside = asideFor(n) + name.slice(file.length);
    linkSync(name, aside);
    return aside;
  });
}

/**
 * Puts a backup in the place of a database. The backup stays; the database that was there is kept under another name,
 * with its side files.
 *
 * Each step leaves what a start refuses, or what is whole: the marker names the backup's copy before the file is
 * swapped, and the log goes last, so that neither the old file is opened without its log nor the new one with it. Cut
 * short, it is finished by doing it again.
 *
 * @param backup a file of `npm run backup`, or a database that was stopped, with what its log holds
 * @throws StoreRefusal when the backup is not sound, or somebody has either file open; nothing is changed then
 */
export function restore(backup: string, file: string, now: Date): Restored {
  requireBackup(backup, file);
  mkdirSync(dirname(file), { recursive: true });
  const release = existsSync(file) ? keepClosed(file) : () => undefined;
  if (release === null)
    throw new StoreRefusal(`${file} is in use. Nothing was changed. Stop Hindcast first, then restore.`);
  const copy = `${file}.restoring-${process.pid}`;
  try {
    copyChecked(backup, copy);
    const kept = keepAside(file, now);
    syncToDisk(dirname(file));
    writeMarker(file, [readLife(copy).life]);
    renameSync(copy, file);
    syncToDisk(dirname(file));
    for (const name of sideFilesOf(file)) rmSync(name);
    syncToDisk(dirname(file));
    return { bytes: statSync(file).size, kept };
  } finally {
    release();
    for (const suffix of ["", ...SIDE_FILES]) rmSync(copy + suffix, { force: true });
  }
}
