/** Bytes that are written one behind the other, in room that is made as it is needed: most streams are small. */
export class GrowingBytes {
  /** To be written to as far as there is room, with `length` told. */
  bytes = Buffer.allocUnsafe(8_192);
  length = 0;
  readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Whether there is room for so many more, or could be made. */
  hasRoom(count: number): boolean {
    const needed = this.length + count;
    if (needed > this.most) return false;
    if (needed <= this.bytes.length) return true;
    const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(this.bytes.length * 2, this.most)));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
    return true;
  }

  written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }
}
