import { constants, inflateSync } from "node:zlib";
import { filtersBefore, sizeThrough } from "./pdf-filters.ts";

/** What a PDF may unpack to: one stream, all of them, how many; pages of text are a hundredth of that. */
export const UNPACKED_LIMITS = { stream: 32 * 1024 * 1024, all: 128 * 1024 * 1024, streams: 20_000 } as const;
/** Packed again and again, as bombs are. */
const MOST_LAYERS = 3;

const isZlib = (bytes: Uint8Array) =>
  bytes.length > 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

/** What a stream unpacks to, in bytes; more than the limit as soon as it is more. */
function unpackedSize(bytes: Uint8Array, layer = 0): number {
  if (layer === MOST_LAYERS || !isZlib(bytes)) return 0;
  try {
    const unpacked = inflateSync(bytes, {
      maxOutputLength: UNPACKED_LIMITS.stream,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return Math.max(unpacked.length, unpackedSize(unpacked, layer + 1));
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? UNPACKED_LIMITS.stream + 1 : 0;
  }
}

/**
 * Whether a PDF unpacks to more than is read. It is asked before the file is taken apart, whose reader unpacks
 * whatever it meets into memory that V8 does not count. Deflated streams are told by their first bytes, whatever
 * the file says of them, others by their filters. What is encrypted cannot be seen from here: the time and memory of the process are the limit there.
 */
export function unpacksTooFar(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  let all = 0;
  let streams = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", at - 3, at) === "end") continue;
    const start = at + (bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? 8 : 7);
    const packed = bytes.subarray(start);
    const filters = filtersBefore(bytes, at);
    // A list of filters that stands elsewhere cannot be seen from here.
    if (filters === null) return true;
    const isPlain = filters.every((name) => name === "FlateDecode" || name === "Fl");
    if (isPlain && !isZlib(packed)) continue;
    const size = Math.max(
      unpackedSize(packed),
      isPlain ? 0 : sizeThrough(filters, packed, UNPACKED_LIMITS.stream),
    );
    all += size;
    streams += 1;
    const isTooMuch = all > UNPACKED_LIMITS.all || streams > UNPACKED_LIMITS.streams;
    if (size > UNPACKED_LIMITS.stream || isTooMuch) return true;
  }
  return false;
}
