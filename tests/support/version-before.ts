import type { Raw } from "./engines/engine.ts";

const COUNTED = ["citations", "evidence"] as const;

/** On a file a table is written anew to lose a column that it has a rule for, as the step itself does. */
async function undoInFile(connection: Raw): Promise<void> {
  await connection.run("pragma foreign_keys = off");
  for (const table of COUNTED) {
    const made = await connection.run(
      "select name, sql from sqlite_schema where tbl_name = $1 and sql not null",
      [table],
    );
    const columns = await connection.run(`select name from pragma_table_info('${table}')`);
    const kept = columns.map(({ name }) => `"${name}"`).filter((name) => name !== '"revision"');
    const written = made.find(({ name }) => name === table);
    const older = String(written?.sql)
      .replaceAll(`"${table}"`, `"older_${table}"`)
      .replace(/\t`revision` integer NOT NULL,\n/, "")
      .replace(/,\n\tCONSTRAINT "\w+_revision" CHECK\([^)]*\)/, "");
    for (const statement of [
      older,
      `insert into older_${table} select ${kept.join(", ")} from ${table}`,
      `drop table ${table}`,
      `alter table older_${table} rename to ${table}`,
      ...made.filter(({ name }) => name !== table).map(({ sql }) => String(sql)),
    ]) {
      await connection.run(statement);
    }
  }
  await connection.run("pragma foreign_keys = on");
}

/** A change that the version before this one refuses, since evidence was not counted yet. */
export const REFUSED_BEFORE = "update evidence set revision = revision + 1";

/** Makes of a database what the version before this one left: the newest step of the schema is undone. */
export async function undoNewestStep(connection: Raw, isFile: boolean): Promise<void> {
  const list = isFile ? "__drizzle_migrations" : "hindcast_migrations";
  if (isFile) await undoInFile(connection);
  else for (const table of COUNTED) await connection.run(`alter table ${table} drop column revision`);
  await connection.run(`delete from ${list} where created_at = (select max(created_at) from ${list})`);
}
