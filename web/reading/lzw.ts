import { GrowingBytes } from "./growing-bytes.ts";

const [CLEAR, END, MOST_CODES] = [256, 257, 4096];

/**
 * Unpacks LZW step by step as pdf.js does, which goes on where others give up: a code that it does not know yet is the
 * one that is just being made, and what codes stood for before the table was cleared is not forgotten.
 *
 * @param early by how many codes before it has to it takes another bit
 * @param most bytes that are looked at
 * @returns null for more
 */
export function fromLzw(bytes: Buffer, most: number, early: 0 | 1): Buffer | null {
  const out = new GrowingBytes(most);
  // Each code stands for what another stands for, and a last byte.
  const lasts = new Uint8Array(MOST_CODES).map((_none, code) => (code < CLEAR ? code : 0));
  const lengths = new Uint16Array(MOST_CODES).fill(1, 0, CLEAR);
  const others = new Uint16Array(MOST_CODES);
  const sequence = new Uint8Array(MOST_CODES);
  let [next, width, bits, held, count, before] = [END + 1, 9, 0, 0, 0, 0];
  for (let at = 0; ; ) {
    for (; bits < width && at < bytes.length; at += 1, bits += 8) {
      held = ((held << 8) | (bytes[at] ?? 0)) & 0xffffff;
    }
    if (bits < width) break;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, count] = [END + 1, 9, 0];
      continue;
    }
    const isFirst = count === 0;
    if (code < CLEAR || code < next) {
      count = lengths[code] ?? 0;
      for (let [place, other] = [count - 1, code]; place >= 0; place -= 1) {
        sequence[place] = lasts[other] ?? 0;
        other = others[other] ?? 0;
      }
    } else {
      sequence[count] = sequence[0] ?? 0;
      count += 1;
    }
    if (!isFirst) {
      if (next < MOST_CODES) {
        others[next] = before;
        lengths[next] = (lengths[before] ?? 0) + 1;
        lasts[next] = sequence[0] ?? 0;
      }
      next += 1;
      const reached = next + early;
      if ((reached & (reached - 1)) === 0) width = Math.min(Math.log2(reached) + 1, 12);
    }
    before = code;
    if (!out.hasRoom(count)) return null;
    out.bytes.set(sequence.subarray(0, count), out.length);
    out.length += count;
  }
  return out.written();
}
