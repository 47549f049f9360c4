import { closeSync, openSync, readSync, statSync } from "node:fs";
import type Database from "better-sqlite3";
import { StoreRefusal } from "../../store.ts";
import { inShort } from "../errors.ts";
import { migrationsOf, newestMigration } from "../migrations.ts";
import { explained, isAboutAccess } from "./access.ts";
import { requireOneLife } from "./life.ts";
import { lookAt } from "./look.ts";
import { versionOf } from "./migrations.ts";
import { schemaFaults } from "./schema.ts";
import { soundnessFault } from "./soundness.ts";

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

/** What is wrong with the version of an open file, or with its tables, indexes and triggers. Quick, however large it is. */
function outlineFault(connection: Database.Database): string | null {
  const version = versionOf(connection);
  if (version === null) return "is not a Hindcast database";
  if (version > newestMigration("sqlite").when) return "was written by a newer version of Hindcast";
  if (!migrationsOf("sqlite").some(({ when }) => when === version))
    return "was written by a version of Hindcast that this one does not know";
  const faults = schemaFaults(connection, version);
  return faults.length === 0 ? null : `is damaged (${inShort(faults)})`;
}

/** How closely a file is looked at: its first bytes, what else can be told at once, or all that is in it. */
export type Depth = "header" | "outline" | "whole";

function contentFault(file: string, depth: Depth): string | null {
  try {
    return lookAt(
      file,
      (connection) => outlineFault(connection) ?? (depth === "whole" ? soundnessFault(connection) : null),
    );
  } catch (error) {
    // That it cannot be read says nothing of what is in it.
    if (isAboutAccess(file, error)) throw explained(file, error);
    return `is damaged (${error instanceof Error ? error.message : String(error)})`;
  }
}

const WHAT_TO_DO = "Nothing was changed. Set DATABASE_URL to another file, or move this one away";
const remedy = (fault: string): string => {
  if (fault.includes("newer version"))
    return "Nothing was changed. Start that version, or set DATABASE_URL to another file.";
  if (fault.includes("damaged"))
    return "Nothing was changed. Set DATABASE_URL to another file, or put a backup in its place: npm run restore -- BACKUP.";
  return `${WHAT_TO_DO} to start a new one.`;
};

/**
 * Looks at a file that is already there, without changing a byte of it or a name beside it, before anything else opens
 * it: its header, its version, and whether its tables, indexes and triggers are those that the migrations of its version
 * make. With `whole` also at all that is in it, which takes the longer the larger it is; with `header` at nothing else.
 *
 * @throws StoreRefusal with a sentence that names the file and what to do, when it is no sound Hindcast database
 * of this version or an older one
 */
export function inspect(file: string, depth: Depth = "whole"): void {
  const header = headerFault(file);
  if (header === null) requireOneLife(file);
  const fault = header ?? (depth === "header" ? null : contentFault(file, depth));
  if (fault !== null) throw new StoreRefusal(`${file} ${fault}. ${remedy(fault)}`);
}
