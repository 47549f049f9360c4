import { join } from "node:path";
import { migrationsOf } from "../../db/migrations.ts";
import { connect } from "../../db/sqlite-connection.ts";
import { APPLICATION_ID } from "../../db/sqlite-file.ts";
import { migrateConnection } from "../../db/sqlite-migrations.ts";
import { newFolder, seededFile } from "./store.ts";

/** The migrations of files that another one follows, the oldest first. */
export const OLDER = migrationsOf("sqlite")
  .slice(0, -1)
  .map(({ name }) => name);

/** The first version knew fewer kinds of changes. */
const KNOWN_ACTION = "iif(action in ('seeded', 'forecast-recorded', 'evidence-logged'), action, 'seeded')";

/**
 * A file of an older version with the interview in it: made by the migrations of that version, holding the rows of a new
 * one as far as it had their columns.
 */
export async function olderFile(migration: string, folder = newFolder()): Promise<string> {
  const through = migrationsOf("sqlite").find(({ name }) => name === migration)?.when;
  if (through === undefined) throw new TypeError(`no migration ${migration}`);
  const file = join(folder, "hindcast.db");
  const connection = connect(file, "write");
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  migrateConnection(connection, { through });
  connection.pragma("foreign_keys = off");
  connection.prepare("attach ? as newer").run(await seededFile());
  const tables = connection
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'search\\_words%' escape '\\'",
    )
    .pluck()
    .all();
  for (const table of tables) {
    const columns = connection
      .prepare<[string, string], string>(
        "select a.name from pragma_table_info(?, 'main') a join pragma_table_info(?, 'newer') b on b.name = a.name",
      )
      .pluck()
      .all(table, table)
      .map((name) => `"${name}"`)
      .join(", ");
    // Which addresses lead to a page was not on record before a migration put it there.
    if (table === "page_addresses" && migration < "0007") continue;
    const values = columns.replace('"action"', KNOWN_ACTION);
    connection.exec(`insert into "${table}" (${columns}) select ${values} from newer."${table}"`);
  }
  connection.exec("detach newer");
  connection.pragma("foreign_keys = on");
  connection.close();
  return file;
}
