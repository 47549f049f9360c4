import type { Database as Connection } from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { MigrationFailed, migrationsFolder, migrationsOf } from "../migrations.ts";

/** The list of the migrations that a file has had, in the words of the library that made it first. */
const LIST =
  "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)";

/** The names of the migrations that an open file has not had yet, the oldest first. */
export function pendingIn(connection: Connection): readonly string[] {
  const version = versionOf(connection) ?? 0;
  return migrationsOf("sqlite")
    .filter(({ when }) => when > version)
    .map(({ name }) => name);
}

function runAll(connection: Connection, through: number): void {
  connection.exec(LIST);
  const version = versionOf(connection) ?? 0;
  const names = new Map(migrationsOf("sqlite").map(({ name, when }) => [when, name]));
  const list = connection.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)");
  for (const { sql, hash, folderMillis: when } of readMigrationFiles({
    migrationsFolder: migrationsFolder("sqlite"),
  })) {
    if (when <= version || when > through) continue;
    try {
      for (const statement of sql) connection.exec(statement);
      list.run(hash, when);
    } catch (error) {
      throw new MigrationFailed(names.get(when) ?? String(when), error);
    }
  }
}

/**
 * Brings an open file up to this version, in one transaction: all of it or nothing. Nothing is written when it is.
 *
 * A table whose rules change is written anew and takes the old one's name, during which what points at it would be in
 * the way; inside the transaction it would be too late to say so.
 *
 * @param options.through the newest migration to make, by its `when`; all of them when it is left out
 * @param options.first is called inside the transaction, before anything is changed
 * @param options.last is called inside the transaction, when all is done; what it throws undoes it
 * @throws MigrationFailed when one of them cannot be made, and whatever `first` and `last` throw
 */
export function migrateConnection(
  connection: Connection,
  {
    through = Number.POSITIVE_INFINITY,
    first,
    last,
  }: { through?: number; first?: () => void; last?: () => void } = {},
): void {
  connection.pragma("foreign_keys = OFF");
  try {
    connection.exec("BEGIN IMMEDIATE");
    first?.();
    runAll(connection, through);
    last?.();
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

/** The version of an open file: the `when` of its newest migration, null when it has none. */
export function versionOf(connection: Connection): number | null {
  const found = connection
    .prepare<[], { newest: number | null }>("select max(created_at) as newest from __drizzle_migrations")
    .get();
  return found?.newest ?? null;
}
