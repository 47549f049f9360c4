import type { Database as Connection } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { migrationsFolder } from "./migrations.ts";

/** Brings an open file up to this version, in one transaction. Nothing happens when it is. */
export function migrateConnection(connection: Connection): void {
  migrate(drizzle(connection), { migrationsFolder: migrationsFolder("sqlite") });
}

/** The version of an open file: the `when` of its newest migration, null when it has none. */
export function versionOf(connection: Connection): number | null {
  const found = connection
    .prepare<[], { newest: number | null }>("select max(created_at) as newest from __drizzle_migrations")
    .get();
  return found?.newest ?? null;
}
