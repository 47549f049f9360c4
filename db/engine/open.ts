import type { Notify, Prepared, Store } from "../store.ts";
import type { Location } from "./location.ts";
import { isOlderDatabase, openPostgres, preparePostgres, type SessionOptions } from "./postgres/open.ts";
import { withAccess } from "./sqlite/access.ts";
import { isOlderFile, openSqlite, prepareSqlite } from "./sqlite/open.ts";

/**
 * Makes sure that there is a sound database of this version at a place: made and filled when there is none, brought
 * up to date when it is older. An interrupted start leaves nothing behind.
 *
 * @param fill writes the first records of a new database; null where none may be made
 * @param told is given a sentence about what else was done, such as the backup before an upgrade
 * @throws StoreRefusal when what is there must not be touched or got at, none may be made, or there is no room for it
 */
export const prepareStore = (
  location: Location,
  fill: ((store: Store) => Promise<void>) | null,
  told?: Notify,
): Promise<Prepared> =>
  location.engine === "sqlite"
    ? withAccess(location.file, "write", () => prepareSqlite(location.file, fill, told))
    : preparePostgres(location.url, fill);

export interface OpenOptions extends SessionOptions {
  /** As for `prepareStore`. */
  readonly told?: Notify;
}

/**
 * Opens the store over a database that is there, brought up to date.
 *
 * @throws StoreRefusal when there is none, or it must not be touched
 */
export const openStore = (location: Location, options?: OpenOptions): Promise<Store> =>
  location.engine === "sqlite"
    ? withAccess(location.file, "write", () => openSqlite(location.file, options?.told))
    : openPostgres(location.url, options);

/**
 * Whether what is at a place is of an older version, which opening it would bring up to date. Nothing is changed.
 *
 * @throws StoreRefusal when it is no database of ours, or of a newer version
 */
export const isOlder = async (location: Location): Promise<boolean> =>
  location.engine === "sqlite"
    ? withAccess(location.file, "read", () => isOlderFile(location.file))
    : isOlderDatabase(location.url);
