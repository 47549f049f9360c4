import Database, { type Database as Connection } from "better-sqlite3";
import { migrationsOf } from "#db/engine/migrations.ts";
import { connect } from "#db/engine/sqlite/connection.ts";
import { APPLICATION_ID } from "#db/engine/sqlite/file.ts";
import { migrateConnection } from "#db/engine/sqlite/migrations.ts";
import type { Row } from "./engines/engine.ts";
import { NAMED } from "./named-columns.ts";

/** The migrations of files that another one follows, the oldest first. */
export const OLDER = migrationsOf("sqlite")
  .slice(0, -1)
  .map(({ name }) => name);

/** The tables of a file but for the index of words, which follows from the others, and the list of its migrations. */
export const tablesOf = (connection: Connection): readonly string[] =>
  connection
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'search\\_words%' escape '\\' order by name",
    )
    .pluck()
    .all();

/** Every row of every table of a file, as stored, and the migrations that it has had. */
export function rowsIn(file: string): Readonly<Record<string, readonly Row[]>> {
  const connection = new Database(file, { readonly: true });
  try {
    const rows = (table: string) =>
      connection.prepare<[], Row>(`select * from "${table}" order by rowid`).all();
    const had = connection.prepare<[], Row>("select created_at from __drizzle_migrations order by 1").all();
    return { ...Object.fromEntries(tablesOf(connection).map((table) => [table, rows(table)])), had };
  } finally {
    connection.close();
  }
}

/** The first version knew fewer kinds of changes. */
const KNOWN_ACTION = "iif(action in ('seeded', 'forecast-recorded', 'evidence-logged'), action, 'seeded')";

/** What an older version kept in a column, of a row of a newer file. */
function keptIn(table: string, column: string): string {
  if (column === "action") return KNOWN_ACTION;
  return NAMED[table]?.includes(column)
    ? `(select name from newer.actors where actors.id = "${column}")`
    : `"${column}"`;
}

/**
 * Makes a file of an older version: by the migrations of that version, holding the rows of a newer file as far as it had
 * their columns.
 */
export function makeOlder(file: string, migration: string, newer: string): void {
  const through = migrationsOf("sqlite").find(({ name }) => name === migration)?.when;
  if (through === undefined) throw new TypeError(`no migration ${migration}`);
  const connection = connect(file, "write");
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  migrateConnection(connection, { through });
  connection.pragma("foreign_keys = off");
  connection.prepare("attach ? as newer").run(newer);
  for (const table of tablesOf(connection)) {
    // Which addresses lead to a page was not on record before a migration put it there.
    if (table === "page_addresses" && migration < "0007") continue;
    const columns = connection
      .prepare<[string, string], string>(
        "select a.name from pragma_table_info(?, 'main') a join pragma_table_info(?, 'newer') b on b.name = a.name",
      )
      .pluck()
      .all(table, table);
    const names = columns.map((name) => `"${name}"`).join(", ");
    const values = columns.map((name) => keptIn(table, name)).join(", ");
    connection.exec(`insert into "${table}" (${names}) select ${values} from newer."${table}"`);
  }
  connection.exec("detach newer");
  connection.close();
}
