import type { Database as Connection } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { migrationsFolder } from "./migrations.ts";

/**
 * Brings an open file up to this version, in one transaction. Nothing happens when it is. A table whose rules change
 * is written anew and takes the old one's name, during which what points at it would be in the way; inside the
 * transaction it would be too late to say so.
 */
export function migrateConnection(connection: Connection): void {
  connection.pragma("foreign_keys = OFF");
  migrate(drizzle(connection), { migrationsFolder: migrationsFolder("sqlite") });
  connection.pragma("foreign_keys = ON");
}

/** The version of an open file: the `when` of its newest migration, null when it has none. */
export function versionOf(connection: Connection): number | null {
  const found = connection
    .prepare<[], { newest: number | null }>("select max(created_at) as newest from __drizzle_migrations")
    .get();
  return found?.newest ?? null;
}
