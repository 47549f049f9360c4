import { closeSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { newestMigration } from "./migrations.ts";
import { explained, isAboutAccess } from "./sqlite-access.ts";
import { versionOf } from "./sqlite-migrations.ts";
import { StoreRefusal } from "./store.ts";

/** Marks a file as ours, in the header that SQLite sets aside for it ("HIND" in ASCII). */
export const APPLICATION_ID = 0x48494e44;

const MAGIC = "SQLite format 3\0";
const APPLICATION_ID_OFFSET = 68;
const PAGE_SIZE_OFFSET = 16;
const HEADER_LENGTH = 100;

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  const handle = openSync(file, "r");
  try {
    const length = readSync(handle, header, 0, HEADER_LENGTH, 0);
    return header.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/** SQLite fills a page that is cut short with zeros and notices nothing. While there is a log, that may mend it. */
function endsInsideAPage(file: string, size: number, header: Buffer): boolean {
  const stored = header.readUInt16BE(PAGE_SIZE_OFFSET);
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return (log?.size ?? 0) === 0 && size % (stored === 1 ? 65_536 : stored) !== 0;
}

function headerFault(file: string): string | null {
  const found = statSync(file);
  if (!found.isFile()) return "is not a file";
  if (found.size === 0) return "is empty";
  const header = readHeader(file);
  if (header.length < HEADER_LENGTH || header.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    return "is not a Hindcast database";
  }
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) return "is not a Hindcast database";
  return endsInsideAPage(file, found.size, header) ? "is damaged (it ends inside a page)" : null;
}

/** SQLite puts a headline above what it found. */
const inOneLine = (found: string) => found.replace(/^\*\*\* .* \*\*\*\n/, "").replaceAll("\n", "; ");

function contentFault(file: string): string | null {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true });
    const [check] = connection.pragma("quick_check(1)") as { quick_check: string }[];
    if (check?.quick_check !== "ok") return `is damaged (${inOneLine(check?.quick_check ?? "no answer")})`;
    const version = versionOf(connection);
    if (version === null) return "is not a Hindcast database";
    return version > newestMigration("sqlite").when ? "was written by a newer version of Hindcast" : null;
  } catch (error) {
    // That it cannot be read says nothing of what is in it.
    if (isAboutAccess(file, error)) throw explained(file, error);
    return `is damaged (${error instanceof Error ? error.message : String(error)})`;
  } finally {
    connection?.close();
  }
}

const WHAT_TO_DO = "Nothing was changed. Set DATABASE_URL to another file, or move this one away";
const remedy = (fault: string): string => {
  if (fault.includes("newer version"))
    return "Nothing was changed. Start that version, or set DATABASE_URL to another file.";
  if (fault.includes("damaged")) return `${WHAT_TO_DO} and put a backup in its place.`;
  return `${WHAT_TO_DO} to start a new one.`;
};

/**
 * Looks at a file that is already there, without changing a byte of it, before anything else opens it.
 *
 * @throws StoreRefusal with a sentence that names the file and what to do, when it is no sound Hindcast database
 * of this version or an older one
 */
export function inspect(file: string): void {
  const fault = headerFault(file) ?? contentFault(file);
  if (fault !== null) throw new StoreRefusal(`${file} ${fault}. ${remedy(fault)}`);
}
