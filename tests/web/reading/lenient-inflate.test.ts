import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inflateLeniently } from "../../../web/reading/lenient-inflate.ts";

const MOST = 1_000_000;
const text = fc
  .array(fc.tuple(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 300 })), { maxLength: 20 })
  .map((parts) => Buffer.from(parts.map(([part, times]) => part.repeat(times)).join("")));
const options = fc.record({ level: fc.integer({ min: 0, max: 9 }), strategy: fc.constantFrom(0, 2, 4) });

it("what is sound comes out as it went in", () => {
  fc.assert(
    fc.property(text, options, (bytes, how) => {
      expect(inflateLeniently(deflateRawSync(bytes, how), MOST)?.equals(bytes)).toBe(true);
    }),
  );
});

it("any bytes come to an end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect(inflateLeniently(Buffer.from(bytes), MOST)?.length ?? 0).toBeLessThanOrEqual(MOST);
    }),
  );
});

it("more than is looked at is nothing", () => {
  expect(inflateLeniently(deflateRawSync(Buffer.alloc(MOST)), MOST)?.length).toBe(MOST);
  expect(inflateLeniently(deflateRawSync(Buffer.alloc(MOST + 1)), MOST)).toBeNull();
});

it.each([
  ["is copied from before the beginning", [0x03, 0x02], 3],
  ["ends in a block that there is not", [0x00, 0x02, 0x00, 0xfd, 0xff, 0x61, 0x62, 0x07], 2],
])("what %s is measured all the same", (_what, bytes, length) => {
  expect(inflateLeniently(Buffer.from(bytes), MOST)?.length).toBe(length);
});
