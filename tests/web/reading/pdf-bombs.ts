// Streams packed by the old filters of PDF, to unpack to far more than they are.

export const asHex = (bytes: Uint8Array): Buffer => Buffer.from(`${Buffer.from(bytes).toString("hex")}>`);

export function asBase85(bytes: Uint8Array): Buffer {
  const [groups, from]: [string[], Buffer] = [[], Buffer.from(bytes)];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    let value = from.readUInt32BE(at);
    const digits = Array.from({ length: 5 }, () => {
      const digit = value % 85;
      value = Math.floor(value / 85);
      return String.fromCharCode(digit + 33);
    });
    groups.push(digits.reverse().join(""));
  }
  return Buffer.from(`${groups.join("")}~>`);
}

/** Runs of 128 blanks. */
export const blankRuns = (bytes: number): Buffer =>
  Buffer.concat([Buffer.alloc(Math.ceil(bytes / 128) * 2, Buffer.from([129, 32])), Buffer.from([128])]);

/** Blanks: each code stands for one more of them than the last. */
export function lzwBlanks(bytes: number, early = 1): Buffer {
  const out: number[] = [];
  let [held, bits] = [0, 0];
  const put = (code: number, width: number) => {
    held = (held << width) | code;
    for (bits += width; bits >= 8; bits -= 8) out.push((held >> (bits - 8)) & 255);
    held &= (1 << bits) - 1;
  };
  for (let written = 0; written < bytes; ) {
    // Told in as many bits as the table before it came to.
    put(256, written === 0 ? 9 : 12);
    put(32, 9);
    written += 1;
    for (let code = 258; code < 4094 && written < bytes; code += 1) {
      const reached = code + early;
      put(code, reached >= 2048 ? 12 : reached >= 1024 ? 11 : reached >= 512 ? 10 : 9);
      written += code - 256;
    }
  }
  put(257, 12);
  put(0, 8);
  return Buffer.from(out);
}

/** As it is, in runs that are none. */
export const asRuns = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    ...Array.from({ length: Math.ceil(bytes.length / 128) }, (_, at) => {
      const part = bytes.subarray(at * 128, at * 128 + 128);
      return Buffer.concat([Buffer.from([part.length - 1]), part]);
    }),
    Buffer.from([128]),
  ]);
