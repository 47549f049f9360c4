import { AsyncLocalStorage } from "node:async_hooks";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { drizzle } from "drizzle-orm/node-postgres";
import { DatabaseError } from "pg";
import { askedBy, SYSTEM } from "../../change/actor.ts";
import * as schema from "../../schema/tables.ts";
import {
  type Actor,
  isRefused,
  type Store,
  StoreFull,
  StoreMoved,
  StoreUnavailable,
  type WriteHandle,
  type Writer,
} from "../../store.ts";
import { codeOf } from "../errors.ts";
import { newestMigration } from "../migrations.ts";
import type { Session, Sessions } from "./sessions.ts";

/** The database, the schema or a table is not there, though it was at the start. */
const GONE = /^(?:3D000|3F000|42P01)$/;
/** The user is not let in any more, or may do less than it might. */
const NOT_ALLOWED = /^(?:28|42501)/;
/** The server has become one that only reads. Of sessions that only read by our own will, it is a fault of ours. */
const READ_ONLY = "25006";
const DISK_FULL = "53100";

function named(error: unknown, isForWriting: boolean): unknown {
  const code = codeOf(error);
  const told = error instanceof DatabaseError ? error.message : "";
  if (GONE.test(code))
    return new StoreMoved(
      `The database is not there any more (${told}): nothing is read or changed until it is back.`,
      { cause: error },
    );
  if (NOT_ALLOWED.test(code) || (isForWriting && code === READ_ONLY))
    return new StoreUnavailable("PostgreSQL does not allow it", { cause: error });
  if (code === DISK_FULL)
    return new StoreFull(`PostgreSQL has no room left (${told}): no change is made until there is.`, {
      cause: error,
    });
  return error;
}

/**
 * The sessions of a store that runs: what had been in order at its start and is no longer has a name. The error stays
 * the same one until something works again, so that it is told once.
 */
function whileRunning(sessions: Sessions, purpose: "reading" | "writing"): Sessions {
  let last: StoreMoved | StoreFull | null = null;
  return {
    async lend(work) {
      try {
        const result = await sessions.lend(work);
        last = null;
        return result;
      } catch (error) {
        const told = named(error, purpose === "writing");
        if (!(told instanceof StoreMoved || told instanceof StoreFull)) throw told;
        last = last?.name === told.name ? last : told;
        throw last;
      }
    },
    close: () => sessions.close(),
  };
}

/** Whoever changes anything in a database holds this lock of it ("HIND" in ASCII), so that changes take turns. */
const CHANGE_LOCK = 0x48494e44;

// Drizzle writes SQL from the names of any table and reads answers by its columns, so the one schema serves here
// too; only its types say otherwise. The one place where they are renamed.
const over = (client: Pick<Session, "query">) =>
  drizzle({ client: client as never, schema }) as unknown as WriteHandle;
const reader = (sessions: Sessions) =>
  over({ query: (statement, values) => sessions.lend((session) => session.query(statement, values)) });

/** Runs work of somebody's as one transaction of which there is only one at a time in the whole database. */
export async function transact<T>(
  session: Session,
  actor: Actor,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  await session.query("begin");
  try {
    // What was committed before the lock was ours is seen by every statement after it (read committed).
    await session.query(`select pg_advisory_xact_lock(${CHANGE_LOCK})`);
    const result = await work(askedBy(over(session), actor));
    await session.query(isRefused(result) ? "rollback" : "commit");
    return result;
  } catch (error) {
    // A session that is lost has been rolled back by the server.
    await session.query("rollback").catch(() => undefined);
    // What a query failed of, without the query and what was in it.
    throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
  }
}

/** A store inside a transaction that somebody else begins and ends. */
export const storeWithin = (tx: Writer): Store => ({
  actor: tx.actor,
  as: (actor) => storeWithin(askedBy(tx, actor)),
  read: tx,
  async write(change) {
    const result = await change(tx);
    // What it had stored by then can only go with the whole transaction.
    if (isRefused(result)) throw new Error("a part of a transaction was refused");
    return result;
  },
  schemaVersion: () => Promise.resolve(newestMigration("postgres").name),
  requireInPlace: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

/**
 * A store over one PostgreSQL database: sessions that only read, and one for changes, which run one at a time,
 * whatever process they come from.
 *
 * @param forReading sessions that refuse to write
 * @param forWriting one session; those who want to change something wait for it
 */
export function postgresStore(forReading: Sessions, forWriting: Sessions): Store {
  const reading = whileRunning(forReading, "reading");
  const writing = whileRunning(forWriting, "writing");
  const toRead = reader(reading);
  const inside = new AsyncLocalStorage<true>();
  const running = new Set<Promise<unknown>>();
  const storeFor = (actor: Actor): Store => ({
    actor,
    as: storeFor,
    read: askedBy(toRead, actor),
    write(change) {
      if (inside.getStore())
        throw new Error("a write inside a write would wait for itself: pass the writer on");
      const turn = writing.lend((session) =>
        transact(session, actor, (tx) => inside.run(true, () => change(tx))),
      );
      const ended = turn.then(
        () => undefined,
        () => undefined,
      );
      running.add(ended);
      ended.finally(() => running.delete(ended));
      return turn;
    },
    async schemaVersion() {
      await reading.lend((session) => session.query("select 1 from forecasts limit 1"));
      return newestMigration("postgres").name;
    },
    // The server looks for it by its name: where it is not there, it says so to whatever is asked.
    requireInPlace: () => Promise.resolve(),
    async close() {
      await Promise.all(running);
      await Promise.all([reading.close(), writing.close()]);
    },
  });
  return storeFor(SYSTEM);
}
