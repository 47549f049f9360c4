import { migrationsOf } from "#db/engine/migrations.ts";
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

/** A change that the version which it makes refuses, since evidence was not counted yet. */
export const REFUSED_BEFORE = "update evidence set revision = revision + 1";

/** What is made by hand of one engine is undone by hand of it too: what keeps the history. */
const UNKEEP = {
  file: [
    "drop trigger history_keeps_entries",
    "drop trigger history_keeps_all",
    "drop trigger history_replaces_none",
  ],
  server: ["drop trigger history_is_kept on history", "drop function refuse_history_change"],
};

/** Makes of a database what an earlier version left: the steps of the schema since its evidence is counted are undone. */
export async function undoNewestSteps(connection: Raw, isFile: boolean): Promise<void> {
  const engine = isFile ? "sqlite" : "postgres";
  const first = migrationsOf(engine).find(({ name }) => name === "0011_evidence_revisions");
  await connection.run("drop table kept_answers");
  for (const statement of UNKEEP[isFile ? "file" : "server"]) await connection.run(statement);
  if (isFile) await undoInFile(connection);
  else for (const table of COUNTED) await connection.run(`alter table ${table} drop column revision`);
  const list = isFile ? "__drizzle_migrations" : "hindcast_migrations";
  await connection.run(`delete from ${list} where created_at >= $1`, [first?.when]);
}
