import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** What was kept is not what is said to have been kept: whoever is getting it must not get it as if it were whole. */
export class NotAsKept extends Error {
  override name = "NotAsKept";
}

/** What is known of the bytes of a copy, beside the bytes. */
export interface KeptAs {
  readonly sha256: string;
  /** Unpacked, in bytes. */
  readonly size: number;
}

/**
 * The bytes of a copy, unpacked as they are sent. The last of them are held back until all have been held against
 * their hash.
 *
 * @throws NotAsKept where they are others, or more or fewer
 */
export async function* unpacked(
  stored: Uint8Array,
  { sha256, size }: KeptAs,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash("sha256");
  let count = 0;
  let held: Uint8Array | null = null;
  const unpacking = createGunzip();
  Readable.from([stored]).pipe(unpacking);
  for await (const chunk of unpacking) {
    const bytes: Uint8Array = chunk;
    count += bytes.byteLength;
    if (count > size) throw new NotAsKept(`more than ${size} bytes`);
    hash.update(bytes);
    if (held !== null) yield held;
    held = bytes;
  }
  if (count !== size || hash.digest("hex") !== sha256) throw new NotAsKept(`not the bytes of ${sha256}`);
  if (held !== null) yield held;
}

/** The same as a stream for an answer, which breaks off where the bytes are not as they were kept. */
export function streamUnpacked(stored: Uint8Array, kept: KeptAs): ReadableStream<Uint8Array> {
  const parts = unpacked(stored, kept);
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return();
    },
  });
}
