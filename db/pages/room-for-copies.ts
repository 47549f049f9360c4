import { eq, exists, inArray, not, sql } from "drizzle-orm";
import { contents, copies, evidence, keptSpace, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

const THE_ROW = 1;

/** How much of the space for copies is in use, in bytes. */
export async function readKeptSpace(read: Reader): Promise<number> {
  const [found] = await read.select({ bytes: keptSpace.bytes }).from(keptSpace);
  return found?.bytes ?? 0;
}

export async function takeSpace(tx: Writer, bytes: number): Promise<void> {
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
