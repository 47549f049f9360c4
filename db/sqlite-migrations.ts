import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database as Connection } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";

interface Migration {
  readonly name: string;
  /** The instant it was generated, in ms; the migrator records it as the version of a file. */
  readonly when: number;
}

// The app and every command run from the top folder of the project, where `drizzle/` stands.
const folder = () => join(process.cwd(), "drizzle", "sqlite");

function journal(): readonly Migration[] {
  const { entries } = JSON.parse(readFileSync(join(folder(), "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  return entries.map(({ tag, when }) => ({ name: tag, when }));
}

/** The newest migration that this version of the app knows. */
export function newestMigration(): Migration {
  const newest = journal().at(-1);
  if (newest === undefined) throw new Error("drizzle/sqlite has no migrations");
  return newest;
}

/** Brings an open file up to this version, in one transaction. Nothing happens when it is. */
export function migrateConnection(connection: Connection): void {
  migrate(drizzle(connection), { migrationsFolder: folder() });
}

/** The version of an open file: the `when` of its newest migration, null when it has none. */
export function versionOf(connection: Connection): number | null {
  const found = connection
    .prepare<[], { newest: number | null }>("select max(created_at) as newest from __drizzle_migrations")
    .get();
  return found?.newest ?? null;
}
