import { pipeline, type Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { TooLarge } from "./fault.ts";
import type { FetchLimits } from "./policy.ts";

/** The codings we can take off. We ask for all but `deflate`, by which two formats go; it is zlib's here. */
const UNPACKERS: { readonly [coding: string]: () => Transform } = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

export const ACCEPTED_CODINGS = "gzip, br, zstd";
/** No honest server uses two. */
export const MOST_CODINGS = 5;

export const canUnpack = (codings: readonly string[]): boolean =>
  codings.every((coding) => Object.hasOwn(UNPACKERS, coding));

/** Lets through so many bytes, and ends the stream with an error at the first one more. */
function atMost(bytes: number, what: string): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      done(left < 0 ? new TooLarge(what) : null, chunk);
    },
  });
}

/**
 * Reads a body to its end and takes its codings off. What comes in and what comes out of each coding is counted while
 * it is read, so that a few bytes that stand for gigabytes end early.
 *
 * @param codings that `canUnpack` accepts, in the order in which they were put on
 * @throws `TooLarge`, the stream's own error, or zlib's where the bytes are damaged or not all there
 */
export async function unpack(
  body: Readable,
  codings: readonly string[],
  { receivedBytes, unpackedBytes }: FetchLimits,
): Promise<Buffer> {
  const stages = codings.toReversed().flatMap((coding) => {
    const unpacker = UNPACKERS[coding]?.();
    return unpacker === undefined ? [] : [unpacker, atMost(unpackedBytes, "unpacked")];
  });
  const received = atMost(receivedBytes, "received");
  const last = stages.at(-1) ?? received;
  // Its errors come out of the last stage, which is read below.
  pipeline([body, received, ...stages], () => undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of last) chunks.push(chunk);
  return Buffer.concat(chunks);
}
