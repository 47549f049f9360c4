import { accessSync, constants, lstatSync, readlinkSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { StoreRefusal } from "../../store.ts";
import { isOutOfRoom } from "../disk-room.ts";
import { codeOf } from "../errors.ts";

/** Why a file cannot be used, and what helps. Nothing is wrong with what is in it. */
interface Fault {
  readonly reason: string;
  /** What to do; `another` says how to name another file. */
  readonly remedy: (another: string) => string;
}

const { R_OK, W_OK, X_OK } = constants;
const SIDE_FILES = ["-wal", "-shm", "-journal"];
/** What beside the codes of the system says that a file cannot be got at. */
const SQLITE_CODES = /^SQLITE_(?:CANTOPEN|READONLY|PERM)/;
const SYSTEM_CODES = /^E(?:ACCES|PERM|ROFS|NOTDIR|ISDIR|LOOP|NAMETOOLONG|NOENT|NXIO|MFILE|NFILE)$/;

const SETTING = "set DATABASE_URL to another file";
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const RIGHTS = (another: string) =>
  `Give this user the file and its folder (chown, chmod), start Hindcast as the user they belong to, or ${another}.`;
const MOUNT = (another: string) => `Mount it for writing, or ${another}.`;
const LINK = (another: string) => `Put back what it led to, remove the link, or ${another}.`;
const ROOM = (another: string) => `Make room and try again, or ${another}.`;
const CHANGE = (another: string) => `${capital(another)}.`;

/** The user that this process runs as: a name where the system has one for it. */
function thisUser(): string {
  const id = process.geteuid?.();
  try {
    const { username } = userInfo();
    return id === undefined ? `user ${username}` : `user ${username} (${id})`;
  } catch {
    return `user ${id ?? "unknown"}`;
  }
}

/** Why the system refuses something, by its code; "" when it does not. */
function refusedBy(ask: () => unknown): string {
  try {
    ask();
    return "";
  } catch (error) {
    return codeOf(error);
  }
}

const nameFault = (path: string): Fault => ({ reason: `the name of ${path} is too long`, remedy: CHANGE });

function rightFault(path: string, mode: number, asked: string): Fault | null {
  const code = refusedBy(() => accessSync(path, mode));
  if (code === "ENAMETOOLONG") return nameFault(path);
  if (code === "EROFS") return { reason: `${path} is on a file system that is read-only`, remedy: MOUNT };
  if (code !== "EACCES" && code !== "EPERM") return null;
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  const whose =
    owner === undefined || owner === process.geteuid?.() ? "" : `, which belongs to user ${owner}`;
  return { reason: `${thisUser()} may not ${asked} ${path}${whose}`, remedy: RIGHTS };
}

/** Every folder above a path, the topmost first. */
function foldersAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [...foldersAbove(folder), folder];
}

/** What is wrong with a name itself, whatever it leads to. */
function linkFault(path: string): Fault | null {
  const code = refusedBy(() => statSync(path));
  if (code === "ENAMETOOLONG") return nameFault(path);
  if (code === "ELOOP") return { reason: `${path} is a link that leads to itself`, remedy: CHANGE };
  if (code !== "ENOENT" || !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  return {
    reason: `${path} is a link to ${readlinkSync(path)}, which is not there`,
    remedy: LINK,
  };
}

function folderFault(folder: string): Fault | null {
  const fault = linkFault(folder);
  if (fault !== null) return fault;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isDirectory()) return { reason: `${folder} is no folder`, remedy: CHANGE };
  return rightFault(folder, X_OK, "look into the folder");
}

const firstFault = (parts: readonly string[], faultOf: (part: string) => Fault | null): Fault | null => {
  for (const part of parts) {
    const fault = faultOf(part);
    if (fault !== null) return fault;
  }
  return null;
};

/** SQLite keeps files of its own beside a database, whoever writes to it needs these as well. */
function writingFault(file: string): Fault | null {
  // Where it is yet to be made, its folder may be too: then the right to do so is that of the nearest one there is.
  const folder = foldersAbove(file).findLast((above) => statSync(above, { throwIfNoEntry: false })) ?? "/";
  // It gets its name when it is whole, and has a longer one until then.
  const isNew = !statSync(file, { throwIfNoEntry: false });
  const suffixes = ["", ...SIDE_FILES, ...(isNew ? [`.building-${process.pid}-journal`] : [])];
  const files = suffixes.map((suffix) => file + suffix);
  return (
    firstFault(files, (one) => rightFault(one, R_OK | W_OK, "read and write")) ??
    rightFault(folder, R_OK | W_OK | X_OK, "write into the folder")
  );
}

/** What keeps this process from reading a file, or from writing to it as well; null where nothing does. */
function accessFault(file: string, need: "read" | "write"): Fault | null {
  const onTheWay = firstFault(foldersAbove(file), folderFault) ?? linkFault(file);
  if (onTheWay !== null) return onTheWay;
  // That a folder or a pipe is no database is said by whoever looks at it, whatever its rights are.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return null;
  return rightFault(file, R_OK, "read") ?? (need === "write" ? writingFault(file) : null);
}

const refusal = (file: string, { reason, remedy }: Fault, another: string): StoreRefusal =>
  new StoreRefusal(`${file} cannot be used: ${reason}. Nothing was changed. ${remedy(another)}`);

/** Whether an error of the system tells of a file, of what lies beside it or above it. */
function isOnTheWay(file: string, error: unknown): boolean {
  const path =
    error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : null;
  return path !== null && (path.startsWith(file) || file.startsWith(path));
}

/** Whether an error tells of the way to a file, or of the room for it, and not of what is in it. */
export function isAboutAccess(file: string, error: unknown): boolean {
  const code = codeOf(error);
  if (SYSTEM_CODES.test(code)) return isOnTheWay(file, error);
  return SQLITE_CODES.test(code) || isOutOfRoom(error, dirname(file));
}

/**
 * What to throw in place of an error that arose while a file was used: a sentence with the user, the folder and what
 * to do where the file could not be got at or there was no room, otherwise the error itself.
 *
 * @param another how somebody who reads it says that another file is to be used
 */
export function explained(file: string, error: unknown, another = SETTING): unknown {
  if (error instanceof StoreRefusal || !isAboutAccess(file, error)) return error;
  const fault = accessFault(file, "write");
  if (fault !== null) return refusal(file, fault, another);
  const folder = dirname(file);
  if (isOutOfRoom(error, folder))
    return refusal(file, { reason: `there is no room left in ${folder}`, remedy: ROOM }, another);
  const told = error instanceof Error ? error.message.replaceAll("\n", " ") : "";
  return refusal(file, { reason: told, remedy: CHANGE }, another);
}

/**
 * Makes sure that this process may read a file, or write to it and beside it as well, before anything is begun. One
 * that is not there may be made.
 *
 * @param another as for `explained`
 * @throws StoreRefusal with a sentence that names what is in the way, for whom, and what to do
 */
export function requireAccess(file: string, need: "read" | "write", another = SETTING): void {
  const fault = accessFault(file, need);
  if (fault !== null) throw refusal(file, fault, another);
}

/**
 * Does something with a database's file; where it cannot be got at, or there is no room, that is said in words.
 *
 * @param need what has to be possible before anything is begun
 * @throws StoreRefusal in place of the system's errors and SQLite's
 */
export async function withAccess<T>(
  file: string,
  need: "read" | "write",
  work: () => T | Promise<T>,
): Promise<T> {
  requireAccess(file, need);
  try {
    return await work();
  } catch (error) {
    throw explained(file, error);
  }
}
