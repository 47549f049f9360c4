import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema.ts";

type Database = BaseSQLiteDatabase<"async", unknown, typeof schema>;

/** What a read may do. */
export type Reader = Pick<Database, "select" | "selectDistinct" | "$count">;

/** What a change may do, inside its transaction. */
export type Writer = Reader & Pick<Database, "insert" | "update" | "delete">;

/**
 * Where the records are kept. Every db function takes the store's reader or a transaction's writer as its first
 * argument, and is async, so that an engine that answers over a network can stand behind the same queries.
 */
export interface Store {
  /** Never writes, and never sees a change before it is committed. */
  readonly read: Reader;
  /**
   * Runs a change as one transaction: all of it is on disk when the promise resolves, none of it when it rejects.
   * Changes run one after another. Not to be nested: pass the writer on.
   */
  write<T>(change: (tx: Writer) => Promise<T>): Promise<T>;
  /** Resolves with the newest migration's name once the store answers. */
  schemaVersion(): Promise<string>;
  close(): Promise<void>;
}

/** What making sure of a database found or did. */
export type Prepared = "created" | "found";

/** Is given a sentence about something that was done on the way to an open store: for whoever started it. */
export type Told = (sentence: string) => void;

/** Who makes a change: the name they gave, null when they gave none. */
export interface Actor {
  readonly by: string | null;
}

/**
 * A change that the start of the app refuses to go on without; its message is a sentence for the person who started it.
 */
export class StoreRefusal extends Error {
  override name = "StoreRefusal";
}

/** The store does not answer just now, or not in time. Nothing is known to be wrong with the records: ask again. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}

/**
 * Whether an error says that the store does not answer; a driver may have wrapped it in one of its own. Told by its
 * name: pages, routes and the proxy are built apart, each with a class of that name, and share one store.
 */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && (error.name === "StoreUnavailable" || isUnavailable(error.cause));
