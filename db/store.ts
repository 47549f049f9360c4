import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { ActorKind } from "./schema/actors.ts";
import type * as schema from "./schema/tables.ts";

interface ActorFields<Kind extends ActorKind, Id> {
  readonly kind: Kind;
  /** By which they are told apart from others of their kind, whatever they are called now or later. */
  readonly id: Id;
  /** What is shown beside what they did; null for nobody in particular. */
  readonly name: string | null;
}

/**
 * Who asks.
 *
 * - `person`: somebody by the name that they typed; nobody has looked at whether they are, so nothing tells two apart;
 * - `account`: somebody who signed in;
 * - `token`: a program, by the token that somebody made for it;
 * - `system`: Hindcast itself, as it keeps pages or is set up.
 */
export type Actor =
  | ActorFields<"person", null>
  | ActorFields<"account", string>
  | ActorFields<"token", string>
  | ActorFields<"system", string>;

/** Whatever is asked knows who asks: so nothing can be asked without saying that. */
interface Asked {
  readonly actor: Actor;
}

type Database = BaseSQLiteDatabase<"async", unknown, typeof schema>;

/** What the engines read and change with, whoever asks. */
export type ReadHandle = Pick<Database, "select" | "selectDistinct" | "$count">;
export type WriteHandle = ReadHandle & Pick<Database, "insert" | "update" | "delete">;

/** What a read may do. */
export type Reader = ReadHandle & Asked;

/** What a change may do, inside its transaction. */
export type Writer = WriteHandle & Asked;

/**
 * Where the records are kept, as somebody asks it. Every db function takes the store's reader or a transaction's writer
 * as its first argument, and is async, so that an engine that answers over a network can stand behind the same queries.
 */
export interface Store extends Asked {
  /** The same store, asked by somebody else. */
  as(actor: Actor): Store;
  /** Never writes, and never sees a change before it is committed. */
  readonly read: Reader;
  /**
   * Runs a change as one transaction: all of it is on disk when the promise resolves, none of it when it rejects, and
   * none when the change itself answers with a refusal (a `Result` that is not ok).
   * Changes run one after another. Not to be nested: pass the writer on.
   * @throws StoreMoved, StoreFull, StoreUnavailable
   */
  write<T>(change: (tx: Writer) => Promise<T>): Promise<T>;
  /** Resolves with the newest migration's name once the store answers. */
  schemaVersion(): Promise<string>;
  /** Rejects with what a change would be refused for, as the database is no longer where it was opened. */
  requireInPlace(): Promise<void>;
  close(): Promise<void>;
}

/** What making sure of a database found or did. */
export type Prepared = "created" | "found";

/** Is given a sentence about something that was done on the way to an open store: for whoever started it. */
export type Notify = (sentence: string) => void;

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
 * The database was deleted, moved or replaced while it was open: what is written now would be gone with the process.
 * Its message is a sentence for whoever runs the server.
 */
export class StoreMoved extends Error {
  override name = "StoreMoved";
}

/** There is no room for a change, which was not made. Its message is a sentence for whoever runs the server. */
export class StoreFull extends Error {
  override name = "StoreFull";
}

/** Why the store does not do what was asked of it, where the records and the request are sound. */
export type Hindrance = "unavailable" | "moved" | "full";

const HINDRANCES = new Map<string, Hindrance>([
  ["StoreUnavailable", "unavailable"],
  ["StoreMoved", "moved"],
  ["StoreFull", "full"],
]);

/**
 * The error of the store inside an error that a driver may have wrapped around it. Told by its name: pages, routes and
 * the proxy are built apart, each with classes of that name, and share one store.
 */
export function storeErrorOf(
  error: unknown,
): { readonly hindrance: Hindrance; readonly error: Error } | null {
  if (!(error instanceof Error)) return null;
  const hindrance = HINDRANCES.get(error.name);
  return hindrance === undefined ? storeErrorOf(error.cause) : { hindrance, error };
}

export const hindranceOf = (error: unknown): Hindrance | null => storeErrorOf(error)?.hindrance ?? null;

/** Whether an error says that the store does not answer just now. */
export const isUnavailable = (error: unknown): boolean => hindranceOf(error) === "unavailable";

/** What a command says of an error that is no fault of ours: the sentence that came with it; null for all others. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof StoreRefusal) return error.message;
  const found = storeErrorOf(error);
  return found === null || found.hindrance === "unavailable" ? null : found.error.message;
}

/** Whether a change answered that it was refused: then nothing of what it had stored by then may stay. */
export const isRefused = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
