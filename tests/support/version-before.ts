import type { Raw } from "./engines/engine.ts";

/** On a file a table is written anew to change a column of it, as the step itself does. */
async function undoInFile(connection: Raw): Promise<void> {
  const [found] = await connection.run("select sql from sqlite_schema where name = 'sources'");
  const older = String(found?.sql)
    .replaceAll('"sources"', '"older_sources"')
    .replace("`url` text,", "`url` text NOT NULL,");
  for (const statement of [
    "pragma foreign_keys = off",
    older,
    "insert into older_sources select * from sources",
    "drop table sources",
    "alter table older_sources rename to sources",
    "create unique index sources_slug_unique on sources (slug)",
    "pragma foreign_keys = on",
  ]) {
    await connection.run(statement);
  }
}

/** A change that the version before this one refuses, since a source had to have a link. */
export const REFUSED_BEFORE = "update sources set url = null";

/** Makes of a database what the version before this one left: the newest step of the schema is undone. */
export async function undoNewestStep(connection: Raw, isFile: boolean): Promise<void> {
  const list = isFile ? "__drizzle_migrations" : "hindcast_migrations";
  if (isFile) await undoInFile(connection);
  else await connection.run("alter table sources alter column url set not null");
  await connection.run(`delete from ${list} where created_at = (select max(created_at) from ${list})`);
}
