import { and, eq, lte } from "drizzle-orm";
import { err, ok, type Result } from "#domain/result.ts";
import { keptAnswers } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";

/** How long an answer is kept for who sends the same again. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** Who sends something; within it a key stands for one change. Without accounts all are one: nobody can be told apart. */
export type Scope = "anyone" | `account:${string}`;

/** A change as it was sent. */
export interface KeyedChange {
  readonly scope: Scope;
  /** As `parseIdempotencyKey` gives it. */
  readonly key: string;
  /** As `fingerprintOf` gives it. */
  readonly fingerprint: string;
}

/** What was answered, as it is answered again. */
export interface KeptAnswer {
  /** Of success, which includes being led on (2xx and 3xx). */
  readonly status: number;
  readonly location: string | null;
  /** JSON, as it was sent; null for an answer without a body. */
  readonly body: string | null;
}

/** The answer, and whether it was given before, so that nothing is to be set going by it. */
export interface OnceAnswer {
  readonly answer: KeptAnswer;
  readonly isRepeated: boolean;
}

/** The key was sent with another change. Nothing has been stored. */
export interface KeyReused {
  readonly kind: "key-reused";
}

/** Drops what was answered a day ago or earlier. */
export async function dropOutdatedAnswers(tx: Writer, now: Date): Promise<void> {
  await tx.delete(keptAnswers).where(lte(keptAnswers.madeAt, new Date(now.getTime() - KEPT_FOR_MS)));
}

async function findKept(read: Reader, { scope, key }: KeyedChange) {
  const [found] = await read
    .select()
    .from(keptAnswers)
    .where(and(eq(keptAnswers.scope, scope), eq(keptAnswers.key, key)));
  return found;
}

/**
 * Makes a change that was sent under a key, unless it was made before: then the answer of that time is given again. The
 * answer is stored with the change, so that none is ever on disk without the other, wherever a process ends.
 *
 * Changes take turns, across processes as well, so one that is sent while the first is made waits for it. Where the
 * first is refused, nothing of it is kept, and the next one under the key is made.
 *
 * @param tx the transaction in which `work` makes the change
 * @param work makes the change and says what is answered; all that the answer tells has to be read by `tx`, since nobody
 * else sees it yet
 */
export async function once<E>(
  tx: Writer,
  change: KeyedChange,
  now: Date,
  work: () => Promise<Result<KeptAnswer, E>>,
): Promise<Result<OnceAnswer, E | KeyReused>> {
  await dropOutdatedAnswers(tx, now);
  const kept = await findKept(tx, change);
  if (kept !== undefined) {
    if (kept.fingerprint !== change.fingerprint) return err({ kind: "key-reused" });
    const { status, location, body } = kept;
    return ok({ answer: { status, location, body }, isRepeated: true });
  }
  const made = await work();
  if (!made.ok) return made;
  const { scope, key, fingerprint } = change;
  const { status, location, body } = made.value;
  await tx.insert(keptAnswers).values({ scope, key, fingerprint, status, location, body, madeAt: now });
  return ok({ answer: { status, location, body }, isRepeated: false });
}
