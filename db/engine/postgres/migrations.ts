import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MigrationFailed, migrationsFolder, migrationsOf } from "../migrations.ts";
import type { Session } from "./sessions.ts";

/** The list of the migrations that a database has had. It also marks the database as ours. */
const LIST = "hindcast_migrations";

/** The statements of a migration; the tables stand wherever the connection looks for them first. */
const statementsOf = (name: string): readonly string[] =>
  readFileSync(join(migrationsFolder("postgres"), `${name}.sql`), "utf8")
    .replaceAll('"public".', "")
    .split("--> statement-breakpoint");

/** What is in a database: nothing at all, somebody else's tables, or ours as of the `when` of a migration. */
export type Contents = "nothing" | "foreign" | { readonly version: number };

export async function inspectDatabase(session: Session): Promise<Contents> {
  const { rows: tables } = await session.query(
    "select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
  );
  if (tables.length === 0) return "nothing";
  if (!tables.some(({ name }) => name === LIST)) return "foreign";
  const { rows } = await session.query(`select max(created_at) as version from ${LIST}`);
  return { version: Number(rows[0]?.version ?? 0) };
}

async function runOne(session: Session, name: string): Promise<void> {
  try {
    for (const statement of statementsOf(name)) await session.query(statement);
  } catch (error) {
    throw new MigrationFailed(name, error);
  }
}

/**
 * Brings a database up to this version, inside the transaction that the session is in.
 *
 * @throws MigrationFailed when one of them cannot be made; then the transaction has to be rolled back
 */
export async function migrateDatabase(session: Session): Promise<void> {
  await session.query(
    `create table if not exists ${LIST} (created_at bigint primary key, name text not null)`,
  );
  const { rows } = await session.query(`select created_at from ${LIST}`);
  const had = new Set(rows.map(({ created_at: when }) => Number(when)));
  for (const { name, when } of migrationsOf("postgres")) {
    if (had.has(when)) continue;
    await runOne(session, name);
    await session.query(`insert into ${LIST} (created_at, name) values ($1, $2)`, [when, name]);
  }
}
