import { randomUUID } from "node:crypto";
import { and, eq, gt, lte } from "drizzle-orm";
import { type TypedText, typedTexts } from "./schema.ts";
import type { Reader, Writer } from "./store.ts";

/** How long what was typed is there to go on with. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

const oldest = (now: Date) => new Date(now.getTime() - KEPT_FOR_MS);

/**
 * Puts aside what was typed, for a day; what was put aside earlier than that goes. It is no record, so that no history
 * tells of it.
 *
 * @returns the id under which it is found again
 */
export async function putAside(tx: Writer, typed: TypedText, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.delete(typedTexts).where(lte(typedTexts.typedAt, oldest(now)));
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
