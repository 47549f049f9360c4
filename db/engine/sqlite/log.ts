import { closeSync, openSync, readSync, statSync } from "node:fs";

/**
 * What the bytes of a database and of its log say, read without SQLite, which would replay the log at once.
 * Source: https://www.sqlite.org/fileformat2.html, sections 1.3 (header), 4.1 and 4.2 (log and checksums).
 */

/** Which life of a database a file or a log belongs to: 32 random bits in SQLite's `user_version`; 0 is none. */
export type LifeId = number;

const LIFE_OFFSET = 60;
const WRITE_FORMAT_OFFSET = 18;
const FORMAT_WITH_LOG = 2;
const HEADER_LENGTH = 100;

const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

/** Reads up to `length` bytes from a place in an open file: fewer at its end. */
function readAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
}

function withFile<T>(file: string, read: (handle: number) => T): T {
  const handle = openSync(file, "r");
  try {
    return read(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the header of a database file says, as of its last checkpoint. */
export function readLife(file: string): { readonly life: LifeId; readonly keepsLog: boolean } {
  const header = withFile(file, (handle) => readAt(handle, 0, HEADER_LENGTH));
  if (header.length < HEADER_LENGTH) return { life: 0, keepsLog: false };
  return {
    life: header.readUInt32BE(LIFE_OFFSET),
    keepsLog: header[WRITE_FORMAT_OFFSET] === FORMAT_WITH_LOG,
  };
}

type Sums = readonly [number, number];

/** Continues SQLite's checksum over more bytes, a multiple of eight of them. */
function sumUp(bytes: Buffer, [first, second]: Sums, bigEndian: boolean): Sums {
  let [a, b] = [first, second];
  const word = (at: number) => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0;
    b = (b + word(at + 4) + a) >>> 0;
  }
  return [a, b];
}

const saysSums = (bytes: Buffer, at: number, [a, b]: Sums) =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;

/** What a log holds: no change that was committed, changes that name no life, or changes of one. */
export type LogContents = "nothing" | "unnamed" | { readonly life: LifeId };

function readFrames(handle: number): LogContents {
  const header = readAt(handle, 0, LOG_HEADER);
  if (header.length < LOG_HEADER) return "nothing";
  const magic = header.readUInt32BE(0);
  const bigEndian = (magic & 1) === 1;
  let sums = sumUp(header.subarray(0, LOG_HEADER - 8), [0, 0], bigEndian);
  // SQLite takes no notice of such a log either, and writes over it.
  if ((magic & ~1) >>> 0 !== MAGIC || !saysSums(header, LOG_HEADER - 8, sums)) return "nothing";
  const pageSize = header.readUInt32BE(8);
  const salts = header.subarray(16, 24);
  let committed = false;
  let life: LifeId | undefined;
  for (let at = LOG_HEADER; ; at += FRAME_HEADER + pageSize) {
    const frame = readAt(handle, at, FRAME_HEADER + pageSize);
    // From here on there is nothing, or what an earlier round of the log has left.
    if (frame.length < FRAME_HEADER + pageSize || !frame.subarray(8, 16).equals(salts)) break;
    sums = sumUp(frame.subarray(0, 8), sums, bigEndian);
    sums = sumUp(frame.subarray(FRAME_HEADER), sums, bigEndian);
    if (!saysSums(frame, 16, sums)) break;
    if (frame.readUInt32BE(0) === 1) life = frame.readUInt32BE(FRAME_HEADER + LIFE_OFFSET);
    if (frame.readUInt32BE(4) === 0) continue;
    committed = true;
    if (life !== undefined) return { life };
  }
  return committed ? "unnamed" : "nothing";
}

/** What the first changes in the log beside a database say of themselves: each change of ours names its life. */
export function readLog(file: string): LogContents {
  const log = `${file}-wal`;
  if (statSync(log, { throwIfNoEntry: false }) === undefined) return "nothing";
  return withFile(log, readFrames);
}
