import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./location.ts";

export interface Migration {
  readonly name: string;
  /** The instant it was generated, in ms; it is recorded in a database as that database's version. */
  readonly when: number;
}

// The app and every command run from the top folder of the project, where `drizzle/` stands.
export const migrationsFolder = (engine: Engine) => join(process.cwd(), "drizzle", engine);

/** Every migration of an engine that this version of the app knows, the oldest first. */
export function migrationsOf(engine: Engine): readonly Migration[] {
  const { entries } = JSON.parse(
    readFileSync(join(migrationsFolder(engine), "meta", "_journal.json"), "utf8"),
  ) as {
    entries: { tag: string; when: number }[];
  };
  return entries.map(({ tag, when }) => ({ name: tag, when }));
}

export function newestMigration(engine: Engine): Migration {
  const newest = migrationsOf(engine).at(-1);
  if (newest === undefined) throw new Error(`drizzle/${engine} has no migrations`);
  return newest;
}

/** A migration that could not be made, and why. Nothing of it is in the database. */
export class MigrationFailed extends Error {
  override name = "MigrationFailed";

  constructor(migration: string, cause: unknown) {
    super(`${migration}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
