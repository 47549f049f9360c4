import { eq, exists, inArray, isNull, not, sql } from "drizzle-orm";
import { contents, copies, evidence, keptSpace, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

const THE_ROW = 1;

/** How much of the space for copies is in use, in bytes. */
export async function readKeptSpace(read: Reader): Promise<number> {
  const [found] = await read.select({ bytes: keptSpace.bytes }).from(keptSpace);
  return found?.bytes ?? 0;
}

async function takeSpace(tx: Writer, bytes: number): Promise<void> {
  await tx
    .insert(keptSpace)
    .values({ number: THE_ROW, bytes })
    .onConflictDoUpdate({ target: keptSpace.number, set: { bytes: sql`${keptSpace.bytes} + ${bytes}` } });
}

/** As much of all space as the copies of pages may take that nobody ever logged: one part in so many. */
const UNLOGGED_PART = 10;

/**
 * What the copies of pages take that nobody ever logged. It asks of every visited page whether it is one, by two
 * indexes alone: some thirty milliseconds for a hundred thousand.
 */
async function readUnloggedSpace(read: Reader): Promise<number> {
  const logged = read.select({ id: evidence.id }).from(evidence).where(eq(evidence.pageId, watches.pageId));
  const unlogged = read
    .select({ pageId: watches.pageId })
    .from(watches)
    .where(not(exists(logged)));
  const [found] = await read
    .select({ bytes: sql<number>`coalesce(sum(${contents.storedSize}), 0)`.mapWith(Number) })
    .from(copies)
    .innerJoin(contents, eq(contents.sha256, copies.contentSha256))
    .where(inArray(copies.pageId, unlogged));
  return found?.bytes ?? 0;
}

/**
 * How much more a page may take of the space for copies, in bytes. One that nobody has logged shares a tenth of it with
 * the others like it: anybody can send links, and evidence shall find room after however many of them.
 *
 * @param cap how much space there is for all contents
 */
export async function roomFor(read: Reader, pageId: string, cap: number): Promise<number> {
  const room = cap - (await readKeptSpace(read));
  const [logged] = await read
    .select({ id: evidence.id })
    .from(evidence)
    .where(eq(evidence.pageId, pageId))
    .limit(1);
  if (logged !== undefined || room <= 0) return room;
  return Math.min(room, Math.floor(cap / UNLOGGED_PART) - (await readUnloggedSpace(read)));
}

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
