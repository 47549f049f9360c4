import { brotliDecompressSync, constants, inflateRawSync } from "node:zlib";
import { GrowingBytes } from "./growing-bytes.ts";
import { inflateLeniently } from "./lenient-inflate.ts";
import { fromLzw } from "./lzw.ts";
import type { PdfFilter } from "./pdf-packing.ts";

/** As many bytes of a filter's output as are looked at; `null` is for more. */
type Unpack = (bytes: Buffer, most: number, filter: PdfFilter) => Buffer | null;

const isHexDigit = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);

const fromHex: Unpack = (bytes) => {
  const end = bytes.indexOf(">");
  const digits = bytes.subarray(0, end < 0 ? bytes.length : end).filter(isHexDigit);
  const text = Buffer.from(digits).toString("latin1");
  return Buffer.from(text.length % 2 === 0 ? text : `${text}0`, "hex");
};

const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

const fromBase85: Unpack = (bytes, most) => {
  const end = bytes.indexOf("~");
  const told = end < 0 ? bytes : bytes.subarray(0, end);
  // A "z" is four bytes of zeros, and makes the most of one.
  const out = Buffer.alloc(Math.min(told.length * 4, most) + 4);
  let [length, digits, value] = [0, 0, 0];
  const put = (count: number) => {
    out.writeUInt32BE(value >>> 0, length);
    [length, digits, value] = [length + count, 0, 0];
  };
  for (const byte of told) {
    if (isBlank(byte)) continue;
    if (length > most) return null;
    if (byte === 0x7a && digits === 0) {
      put(4);
      continue;
    }
    value = value * 85 + (byte - 0x21);
    digits += 1;
    if (digits === 5) put(4);
  }
  if (digits > 1) {
    const count = digits - 1;
    for (let more = digits; more < 5; more += 1) value = value * 85 + 84;
    put(count);
  }
  return length > most ? null : out.subarray(0, length);
};

const fromRuns: Unpack = (bytes, most) => {
  const out = new GrowingBytes(most);
  for (let at = 0; at < bytes.length; ) {
    const told = bytes[at] ?? 128;
    if (told === 128) break;
    const isRun = told > 128;
    const count = isRun ? 257 - told : told + 1;
    if (!out.hasRoom(count)) return null;
    if (isRun) out.bytes.fill(bytes[at + 1] ?? 0, out.length, out.length + count);
    else bytes.copy(out.bytes, out.length, at + 1, at + 1 + count);
    out.length += count;
    at += isRun ? 2 : 1 + count;
  }
  return out.written();
};

/** Zeros before the beginning, where a reader that does not check how far back it copies finds them. */
const dictionary = Buffer.alloc(32_768);

/** Without its checksum, which says nothing of how large it is. */
const fromDeflate: Unpack = (bytes, most) => {
  const [method = 0, flags = 0] = bytes;
  const isSound = (method & 15) === 8 && ((method << 8) | flags) % 31 === 0 && (flags & 32) === 0;
  if (bytes.length < 2 || !isSound) return Buffer.alloc(0);
  const packed = bytes.subarray(2);
  try {
    return inflateRawSync(packed, {
      dictionary,
      maxOutputLength: most,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    return error instanceof RangeError ? null : inflateLeniently(packed, most);
  }
};

const fromBrotli: Unpack = (bytes, most) => {
  try {
    return brotliDecompressSync(bytes, {
      maxOutputLength: most,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    });
  } catch (error) {
    return error instanceof RangeError ? null : Buffer.alloc(0);
  }
};

const FILTERS = new Map<string, Unpack>([
  ["ASCIIHexDecode", fromHex],
  ["AHx", fromHex],
  ["ASCII85Decode", fromBase85],
  ["A85", fromBase85],
  ["RunLengthDecode", fromRuns],
  ["RL", fromRuns],
  ["LZWDecode", (bytes, most, { early }) => fromLzw(bytes, most, early)],
  ["LZW", (bytes, most, { early }) => fromLzw(bytes, most, early)],
  ["FlateDecode", fromDeflate],
  ["Fl", fromDeflate],
  ["BrotliDecode", fromBrotli],
]);

/** What a stream comes to, and the most that it came to on its way there, in bytes. */
export interface Unpacked {
  readonly bytes: Buffer;
  readonly largest: number;
}

/**
 * Takes a stream through its filters. One that is not known is passed over, as pdf.js does it; a picture's comes last,
 * and what it makes is not looked at.
 *
 * @returns null as soon as it is more than the most that is looked at, in bytes
 */
export function unpackThrough(filters: readonly PdfFilter[], packed: Buffer, most: number): Unpacked | null {
  let [bytes, largest] = [packed, 0];
  for (const filter of filters) {
    const unpack = FILTERS.get(filter.name);
    if (unpack === undefined) continue;
    const unpacked = unpack(bytes, most, filter);
    if (unpacked === null) return null;
    bytes = unpacked;
    largest = Math.max(largest, bytes.length);
  }
  return { bytes, largest };
}
