import { randomUUID } from "node:crypto";
import { type AnyColumn, and, eq, type SQL, sql } from "drizzle-orm";
import { actors } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

/** The id of whoever asks, where they have done something before. A person has only their name to be found by. */
async function findId(read: Reader, { id, name }: Reader["actor"]): Promise<string | undefined> {
  // In the very words of the index of names.
  const isOfName = and(sql`${actors.kind} = 'person'`, eq(actors.name, name ?? ""));
  const [found] = await read
    .select({ id: actors.id })
    .from(actors)
    .where(id === null ? isOfName : eq(actors.id, id));
  return found?.id;
}

async function findOrMake(tx: Writer): Promise<string | null> {
  const { actor } = tx;
  if (actor.id === null && actor.name === null) return null;
  const known = await findId(tx, actor);
  if (known !== undefined) return known;
  const { kind, name } = actor;
  // Should somebody else have made the same one meanwhile, theirs stays.
  await tx
    .insert(actors)
    .values({ id: actor.id ?? randomUUID(), kind, name })
    .onConflictDoNothing();
  const made = await findId(tx, actor);
  if (made === undefined) throw new Error("who asks is gone inside their own transaction");
  return made;
}

const known = new WeakMap<Writer, Promise<string | null>>();

/**
 * What a change keeps of who makes it: the id of their row, which is made where they do something for the first time;
 * null for nobody in particular. Asked once for each transaction, whose own handle is what it is known by.
 */
export function actorId(tx: Writer): Promise<string | null> {
  const found = known.get(tx) ?? findOrMake(tx);
  known.set(tx, found);
  return found;
}

/** The name to show for whoever a column names, within what reads that column; null where it was erased. */
export const shownName = (column: AnyColumn): SQL<string | null> =>
  sql<string | null>`(select ${actors.name} from ${actors} where ${actors.id} = ${column})`;
