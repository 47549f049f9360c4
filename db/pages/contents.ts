import { eq, isNull, sql } from "drizzle-orm";
import { contents } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { roomFor, takeSpace } from "./room-for-copies.ts";

/** What a page is made of. */
export interface Content {
  /** Of the unpacked bytes, in hexadecimal. */
  readonly sha256: string;
  /** Of the unpacked bytes. */
  readonly size: number;
  /** As gzip. */
  readonly bytes: Uint8Array;
  readonly text: string | null;
  readonly sketch: readonly number[] | null;
}

/**
 * Keeps what a page is made of, unless it is kept already. Nothing is ever dropped to make room.
 *
 * @param space the page that it is of, and how much space there is for all contents, in bytes
 * @returns whether it is kept now
 */
export async function keepContent(
  tx: Writer,
  { sha256, size, bytes, text, sketch }: Content,
  { pageId, cap }: { readonly pageId: string; readonly cap: number },
): Promise<boolean> {
  const [known] = await tx
    .select({ hasText: sql<number>`case when ${contents.text} is null then 0 else 1 end` })
    .from(contents)
    .where(eq(contents.sha256, sha256));
  const textSize = text === null ? 0 : Buffer.byteLength(text);
  const more = known === undefined ? bytes.byteLength + textSize : known.hasText ? 0 : textSize;
  if (more > 0 && more > (await roomFor(tx, pageId, cap))) return known !== undefined;
  if (known === undefined) {
    await tx.insert(contents).values({ sha256, size, storedSize: more, sketch, text, bytes });
  } else if (more > 0) {
    // Its reading had to be stopped before, and has come to an end now.
    await tx
      .update(contents)
      .set({ text, sketch, storedSize: sql`${contents.storedSize} + ${more}` })
      .where(sql`${eq(contents.sha256, sha256)} and ${isNull(contents.text)}`);
  }
  if (more > 0) await takeSpace(tx, more);
  return true;
}

/** The bytes of a content as they are kept, for whoever wants the original; undefined where there is none. */
export async function readContent(
  read: Reader,
  sha256: string,
): Promise<{ readonly bytes: Uint8Array; readonly size: number } | undefined> {
  const [found] = await read
    .select({ bytes: contents.bytes, size: contents.size })
    .from(contents)
    .where(eq(contents.sha256, sha256));
  return found;
}
