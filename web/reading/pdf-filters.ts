import { constants, inflateSync } from "node:zlib";

/** As many bytes of a filter's output as are looked at; `null` is for more. */
type Unpack = (bytes: Buffer, most: number) => Buffer | null;

const fromHex: Unpack = (bytes) => {
  const end = bytes.indexOf(">");
  const digits = bytes.toString("latin1", 0, end < 0 ? bytes.length : end).replace(/\s+/g, "");
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
};

const fromBase85: Unpack = (bytes) => {
  const end = bytes.indexOf("~");
  // A "z" is four bytes of zeros, and makes the most of one.
  const out = Buffer.alloc(bytes.length * 4);
  let length = 0;
  let digits = 0;
  let value = 0;
  for (const byte of bytes.subarray(0, end < 0 ? bytes.length : end)) {
    if (byte === 0x7a && digits === 0) length += 4;
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + (byte - 0x21);
    digits += 1;
    if (digits < 5) continue;
    out.writeUInt32BE(value % 2 ** 32, length);
    [length, digits, value] = [length + 4, 0, 0];
  }
  if (digits > 1) {
    for (let more = digits; more < 5; more += 1) value = value * 85 + 84;
    out.writeUInt32BE(value % 2 ** 32, length);
    length += digits - 1;
  }
  return out.subarray(0, length);
};

const fromRuns: Unpack = (bytes, most) => {
  const out = Buffer.allocUnsafe(most);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const told = bytes[at] ?? 128;
    if (told === 128) break;
    const isRun = told > 128;
    const count = isRun ? 257 - told : told + 1;
    if (length + count > most) return null;
    if (isRun) out.fill(bytes[at + 1] ?? 0, length, length + count);
    else bytes.copy(out, length, at + 1, at + 1 + count);
    length += count;
    at += isRun ? 2 : 1 + count;
  }
  return out.subarray(0, length);
};

const CLEAR = 256;
const END = 257;

/** Each code stands for bytes that were written before: where they begin, and how many they are. */
const fromLzw: Unpack = (bytes, most) => {
  const out = Buffer.allocUnsafe(most);
  const begins = new Uint32Array(4097);
  const lengths = new Uint32Array(4097);
  let [length, next, width, bits, held] = [0, END + 1, 9, 0, 0];
  let before: number | null = null;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END || code > next) break;
    if (code === CLEAR) {
      [next, width, before] = [END + 1, 9, null];
      continue;
    }
    const start = length;
    const size = code < CLEAR ? 1 : (lengths[code] ?? 0);
    // The one that is only being made is the last one and its own first byte.
    if (before !== null && next < 4096) {
      begins[next] = before;
      lengths[next] = start - before + 1;
      next += 1;
    }
    const count = code < CLEAR ? 1 : Math.max(size, lengths[code] ?? 0);
    if (length + count > most) return null;
    if (code < CLEAR) out[length] = code;
    else for (let at = 0; at < count; at += 1) out[length + at] = out[(begins[code] ?? 0) + at] ?? 0;
    length += count;
    before = start;
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
  }
  return out.subarray(0, length);
};

const fromDeflate: Unpack = (bytes, most) => {
  try {
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
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
  ["LZWDecode", fromLzw],
  ["LZW", fromLzw],
  ["FlateDecode", fromDeflate],
  ["Fl", fromDeflate],
]);

const LONGEST_DICTIONARY = 4_096;

/** What the dictionary before a stream says that it is packed by, outermost first; null where that is said elsewhere. */
export function filtersBefore(file: Buffer, stream: number): readonly string[] | null {
  const before = file.toString("latin1", Math.max(0, stream - LONGEST_DICTIONARY), stream);
  const dictionary = before
    .slice(before.lastIndexOf(" obj") + 1)
    .replace(/#([0-9a-f]{2})/gi, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  const [, said] = /\/F(?:ilter)?\s*(\[[^\]]*\]|\/\w+|\d+\s+\d+\s+R)/.exec(dictionary) ?? [];
  if (said === undefined) return [];
  return /\d\s+R\b/.test(said) ? null : [...said.matchAll(/\/(\w+)/g)].map(([, name = ""]) => name);
}

/**
 * The most that a stream comes to on its way through its filters, in bytes; more than the limit as soon as it is more.
 * It ends at a filter that is a picture's: no text is looked for behind it.
 */
export function sizeThrough(filters: readonly string[], packed: Buffer, most: number): number {
  let bytes = packed;
  let largest = 0;
  for (const name of filters) {
    const unpacked = FILTERS.get(name)?.(bytes, most);
    if (unpacked === undefined) break;
    if (unpacked === null) return most + 1;
    bytes = unpacked;
    largest = Math.max(largest, bytes.length);
  }
  return largest;
}
