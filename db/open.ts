import type { Location } from "./location.ts";
import { openPostgres, preparePostgres, type SessionOptions } from "./postgres-open.ts";
import { openSqlite, prepareSqlite } from "./sqlite-open.ts";
import type { Prepared, Store } from "./store.ts";

/**
 * Makes sure that there is a sound database of this version at a place: made and filled when there is none, brought
 * up to date when it is older. An interrupted start leaves nothing behind.
 *
 * @param fill writes the first records of a new database
 * @throws StoreRefusal when what is there must not be touched
 */
export const prepareStore = (location: Location, fill: (store: Store) => Promise<void>): Promise<Prepared> =>
  location.engine === "sqlite" ? prepareSqlite(location.file, fill) : preparePostgres(location.url, fill);

/**
 * Opens the store over a database that is there, brought up to date.
 *
 * @throws StoreRefusal when there is none, or it must not be touched
 */
export const openStore = (location: Location, options?: SessionOptions): Promise<Store> =>
  location.engine === "sqlite" ? openSqlite(location.file) : openPostgres(location.url, options);
