import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { type TypedText, typedTexts } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

/** How long what was typed is there to go on with. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** As many are there at once, each of about a megabyte at most; the oldest makes room. */
const MOST_KEPT = 100;

const oldest = (now: Date) => new Date(now.getTime() - KEPT_FOR_MS);

/** Drops what was put aside more than a day ago. */
export async function dropOutdated(tx: Writer, now: Date): Promise<void> {
  await tx.delete(typedTexts).where(lte(typedTexts.typedAt, oldest(now)));
}

/**
 * Puts aside what was typed, for a day; what was put aside earlier than that goes, and so do the oldest of too many. It
 * is no record, so that no history tells of it.
 *
 * @returns the id under which it is found again
 */
export async function putAside(tx: Writer, typed: TypedText, now: Date): Promise<string> {
  const id = randomUUID();
  await dropOutdated(tx, now);
  const kept = await tx.select({ id: typedTexts.id }).from(typedTexts).orderBy(desc(typedTexts.typedAt));
  const beyond = kept.slice(MOST_KEPT - 1).map((one) => one.id);
  if (beyond.length > 0) await tx.delete(typedTexts).where(inArray(typedTexts.id, beyond));
  await tx.insert(typedTexts).values({ id, typed, typedAt: now });
  return id;
}

/** What was put aside under an id; undefined when there is nothing, or a day has gone by. */
export async function findPutAside(read: Reader, id: string, now: Date): Promise<TypedText | undefined> {
  const [found] = await read
    .select({ typed: typedTexts.typed })
    .from(typedTexts)
    .where(and(eq(typedTexts.id, id), gt(typedTexts.typedAt, oldest(now))));
  return found?.typed;
}
