import type { Location } from "#db/engine/location.ts";
import type { Prepared, Store } from "#db/store.ts";

export type Row = Record<string, unknown>;

/**
 * A connection past everything that the store's functions would allow, with `$1`, `$2` and so on for the values in
 * their order.
 */
export interface Raw {
  run(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** One of the engines that the same tests run on. */
export interface Engine {
  readonly name: "sqlite" | "postgres" | "pglite";
  /** A place where nothing is yet. */
  unused(): Promise<Location>;
  /** A database of its own with the interview in it. */
  seeded(): Promise<Location>;
  /** Puts the rows of a seeded database back as they were; only where that is quicker than another database. */
  reseed?(place: Location): Promise<void>;
  prepare(place: Location, fill: (store: Store) => Promise<void>): Promise<Prepared>;
  /** Patiently: where many wait for each other, and a busy machine must not be taken for a server that is away. */
  open(place: Location, how?: { readonly isPatient: boolean }): Promise<Store>;
  connect(place: Location): Promise<Raw>;
  /** Takes everything away that was made so far. */
  close(): Promise<void>;
}
