import { unpackThrough } from "./pdf-filters.ts";
import { packingOf } from "./pdf-packing.ts";
import { endsWord } from "./pdf-token.ts";
import { objectAt, type PdfEntries } from "./pdf-value.ts";

/** What a PDF may unpack to: one stream, all of them, how many; pages of text are a hundredth of that. */
export const UNPACKED_LIMITS = { stream: 32 * 1024 * 1024, all: 128 * 1024 * 1024, streams: 20_000 } as const;

/** How many times as far as the file goes its objects are read, which lie one in the other only on purpose. */
const MOST_LOOKS = 2;

/** Where each word stands that begins an object. */
function* objectsIn(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf("obj"); at >= 0; at = bytes.indexOf("obj", at + 3)) {
    const isEnd = bytes.toString("latin1", Math.max(0, at - 3), at) === "end";
    if (!isEnd && endsWord(bytes, at + 3)) yield at + 3;
  }
}

/** Where the last thing before a place ends that is no blank; whether a line ended since then. */
function before(bytes: Buffer, place: number): { readonly end: number; readonly isLineBehind: boolean } {
  let [end, isLineBehind] = [place, false];
  for (; end > 0 && "\0\t\n\f\r ".includes(String.fromCharCode(bytes[end - 1] ?? 0)); end -= 1) {
    isLineBehind ||= bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d;
  }
  return { end, isLineBehind };
}

/**
 * Whether there may be a stream among objects that are packed as one. There is none in a sound file, and what is
 * within one is not measured: a dictionary that a "stream" follows is enough, or a comment that may hide one.
 */
function mayHoldStream(objects: Buffer): boolean {
  for (let at = objects.indexOf("stream"); at >= 0; at = objects.indexOf("stream", at + 6)) {
    const { end, isLineBehind } = before(objects, at);
    if (objects.toString("latin1", Math.max(0, end - 2), end) === ">>") return true;
    if (!isLineBehind) continue;
    const line = Math.max(objects.lastIndexOf(0x0a, end - 1), objects.lastIndexOf(0x0d, end - 1)) + 1;
    if (objects.subarray(line, end).includes(0x25)) return true;
  }
  return false;
}

/** The objects within a stream that is not packed: to its end, as far as it says where that is. */
function plainObjects(bytes: Buffer, entries: PdfEntries): Buffer | null {
  const length = entries.get("Length");
  if (length?.kind !== "number") return null;
  const end = bytes.indexOf("endstream");
  return bytes.subarray(0, Math.max(Number(length.text) || 0, end < 0 ? bytes.length : end));
}

/**
 * Whether a PDF unpacks to more than is read. It is asked before the file is taken apart, whose reader unpacks
 * whatever it meets into memory that V8 does not count. Every object is read where one may begin, wherever the file's
 * own tables say that there is one, and every stream is unpacked by what its dictionary says. Where that cannot be
 * followed the answer is yes. What is encrypted, and what a picture or a predictor takes, cannot be seen from here: the
 * time and memory of the process are the limit there.
 */
export function unpacksTooFar(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  let [all, streams, looked] = [0, 0, 0];
  for (const begin of objectsIn(bytes)) {
    const { stream, holdsStream, end } = objectAt(bytes, begin);
    looked += end - begin;
    if (holdsStream || looked > MOST_LOOKS * bytes.length) return true;
    if (stream === null) continue;
    const filters = packingOf(stream.entries);
    if (filters === null) return true;
    const packed = bytes.subarray(stream.start);
    const unpacked = unpackThrough(filters, packed, UNPACKED_LIMITS.stream);
    if (unpacked === null) return true;
    if (stream.entries.has("First")) {
      const objects = filters.length === 0 ? plainObjects(packed, stream.entries) : unpacked.bytes;
      if (objects === null || mayHoldStream(objects)) return true;
    }
    all += unpacked.largest;
    if (filters.length > 0) streams += 1;
    if (all > UNPACKED_LIMITS.all || streams > UNPACKED_LIMITS.streams) return true;
  }
  return false;
}
