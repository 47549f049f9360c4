import { migrationsOf } from "#db/engine/migrations.ts";
import type { Raw } from "./engines/engine.ts";
import { NAMED } from "./named-columns.ts";

const COUNTED = ["citations", "evidence"];

/** On a file a table is written anew to lose a column or a key that it has a rule for, as the step itself does. */
async function undoInFile(connection: Raw): Promise<void> {
  await connection.run("pragma foreign_keys = off");
  for (const table of new Set([...COUNTED, ...Object.keys(NAMED)])) {
    const made = await connection.run(
      "select name, sql from sqlite_schema where tbl_name = $1 and sql not null",
      [table],
    );
    const found = await connection.run(`select name from pragma_table_info('${table}')`);
    const columns = found
      .map(({ name }) => String(name))
      .filter((name) => !(COUNTED.includes(table) && name === "revision"));
    const kept = columns.map((name) =>
      NAMED[table]?.includes(name)
        ? `(select name from actors where id = "${table}"."${name}")`
        : `"${name}"`,
    );
    const written = made.find(({ name }) => name === table);
    const named = String(written?.sql)
      .replaceAll(`"${table}"`, `"older_${table}"`)
      .replaceAll(/\tFOREIGN KEY \([^)]*\) REFERENCES `actors`.*\n/g, "");
    const older = COUNTED.includes(table)
      ? named
          .replace(/\t`revision` integer NOT NULL,\n/, "")
          .replace(/,\n\tCONSTRAINT "\w+_revision" CHECK\([^)]*\)/, "")
      : named;
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

async function undoOnServer(connection: Raw): Promise<void> {
  for (const [table, columns] of Object.entries(NAMED)) {
    for (const column of columns) {
      await connection.run(`alter table ${table} drop constraint ${table}_${column}_actors_id_fk`);
      const name = `(select name from actors where id = ${table}.${column})`;
      await connection.run(`update ${table} set ${column} = ${name}`);
    }
  }
  for (const table of COUNTED) await connection.run(`alter table ${table} drop column revision`);
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
  await (isFile ? undoInFile(connection) : undoOnServer(connection));
  await connection.run("drop table actors");
  const list = isFile ? "__drizzle_migrations" : "hindcast_migrations";
  await connection.run(`delete from ${list} where created_at >= $1`, [first?.when]);
}
