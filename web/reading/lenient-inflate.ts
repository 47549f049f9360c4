import { GrowingBytes } from "./growing-bytes.ts";

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_COPY = 258;
const MOST_BITS = 15;

/** How many bytes a length code stands for at least, and by how many further bits it is told. */
const lengthOf = (code: number): readonly [least: number, bits: number] => {
  if (code >= 28) return [LONGEST_COPY, 0];
  const bits = code < 8 ? 0 : (code >> 2) - 1;
  return [code < 8 ? code + 3 : ((4 + (code & 3)) << bits) + 3, bits];
};
const distanceOf = (code: number): readonly [least: number, bits: number] => {
  const bits = code < 4 ? 0 : (code >> 1) - 1;
  return [code < 4 ? code + 1 : ((2 + (code & 1)) << bits) + 1, bits];
};

class Spent extends Error {}

/** Bits of what is packed, the lowest first. */
class Bits {
  #held = 0;
  #count = 0;
  at = 0;
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
  take(count: number): number {
    for (; this.#count < count; this.#count += 8) {
      if (this.at >= this.bytes.length) throw new Spent();
      this.#held |= (this.bytes[this.at++] ?? 0) << this.#count;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }
  skipToByte(): void {
    [this.#held, this.#count] = [0, 0];
  }
}

/** Codes by their length and value: canonical Huffman, whether or not all of them are used. */
function codesOf(lengths: readonly number[]): (bits: Bits) => number {
  const symbols = new Map<number, number>();
  let code = 0;
  for (let length = 1; length <= MOST_BITS; length += 1, code *= 2) {
    for (const [symbol, own] of lengths.entries())
      if (own === length) symbols.set((length << 17) | code++, symbol);
  }
  return (bits) => {
    for (let [length, value] = [1, 0]; length <= MOST_BITS; length += 1) {
      value = (value << 1) | bits.take(1);
      const symbol = symbols.get((length << 17) | value);
      if (symbol !== undefined) return symbol;
    }
    throw new Spent();
  };
}

const FIXED = [
  codesOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
  codesOf(Array.from({ length: 30 }, () => 5)),
] as const;

function toldCodes(bits: Bits) {
  const [literals, distances, told] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const short = Array.from({ length: ORDER.length }, () => 0);
  for (const place of ORDER.slice(0, told)) short[place] = bits.take(3);
  const read = codesOf(short);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = read(bits);
    const last = symbol === 16 ? (lengths.at(-1) ?? 0) : symbol < 16 ? symbol : 0;
    const times =
      symbol < 16
        ? 1
        : symbol === 16
          ? bits.take(2) + 3
          : symbol === 17
            ? bits.take(3) + 3
            : bits.take(7) + 11;
    for (let time = 0; time < times; time += 1) lengths.push(last);
  }
  return [
    codesOf(lengths.slice(0, literals)),
    codesOf(lengths.slice(literals, literals + distances)),
  ] as const;
}

/**
 * Unpacks what zlib calls damaged as far as pdf.js does, which asks less of it: codes may be missing, and what is
 * copied may lie before the beginning.
 *
 * @param most bytes that are looked at
 * @returns null for more
 */
export function inflateLeniently(bytes: Buffer, most: number): Buffer | null {
  const out = new GrowingBytes(most);
  const bits = new Bits(bytes);
  try {
    for (let isLast = false; !isLast; ) {
      isLast = bits.take(1) === 1;
      const kind = bits.take(2);
      if (kind === 3) break;
      if (kind === 0) {
        bits.skipToByte();
        const count = bits.take(16);
        const check = bits.take(16);
        if (check !== (~count & 0xffff) && (count !== 0 || check !== 0)) break;
        if (!out.hasRoom(count)) return null;
        out.length += bytes.copy(out.bytes, out.length, bits.at, bits.at + count);
        bits.at += count;
        continue;
      }
      const [literal, distance] = kind === 1 ? FIXED : toldCodes(bits);
      for (let symbol = literal(bits); symbol !== 256; symbol = literal(bits)) {
        const [least, more] = symbol < 256 ? [1, 0] : lengthOf(symbol - 257);
        const count = least + (more === 0 ? 0 : bits.take(more));
        if (!out.hasRoom(count)) return null;
        if (symbol < 256) out.bytes[out.length++] = symbol;
        else {
          const [nearest, further] = distanceOf(distance(bits));
          const back = nearest + bits.take(further);
          for (let time = 0; time < count; time += 1, out.length += 1) {
            out.bytes[out.length] = out.bytes[out.length - back] ?? 0;
          }
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
  }
  return out.written();
}
