import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as schema from "#db/schema/tables.ts";
import { connectTo, type Row, seededFile } from "../../support/store.ts";

const FOLDER = "drizzle/sqlite";
type Snapshot = Parameters<typeof generateSQLiteMigration>[0];
const NOTHING: Snapshot = {
  ...{ version: "6", dialect: "sqlite", id: "0", prevId: "", tables: {}, views: {}, enums: {} },
  _meta: { schemas: {}, tables: {}, columns: {} },
};

const migrated = connectTo(await seededFile(), "read");
const schemaJson = await generateSQLiteDrizzleJson(schema);

const shapeOf = (connection: Database.Database) =>
  connection
    .prepare<[], Row>(
      // The index of words is no table of the schema: each engine has its own, written by hand. So are the triggers.
      "select type, name, sql from sqlite_schema where type <> 'trigger' and name not like '\\_\\_%' escape '\\' and tbl_name not like 'search\\_words%' escape '\\' and sql not null order by name",
    )
    .all()
    // A table that was written anew keeps the quotes of its new name, and a column that was added stands in no line of
    // its own.
    .map((row) => ({ ...row, sql: String(row.sql).replaceAll("`", '"').replaceAll(/,\s+/g, ", ") }));

test("the newest migration is of the schema as it is written", async () => {
  const newest = readdirSync(`${FOLDER}/meta`)
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  const snapshot = JSON.parse(readFileSync(`${FOLDER}/meta/${newest}`, "utf8")) as Snapshot;
  expect(await generateSQLiteMigration(snapshot, schemaJson)).toEqual([]);
});

test("the migrations make what the schema says, to the letter", async () => {
  const fresh = new Database(":memory:");
  for (const statement of await generateSQLiteMigration(NOTHING, schemaJson)) fresh.exec(statement);
  expect(shapeOf(migrated)).toEqual(shapeOf(fresh));
  fresh.close();
});

test("every migration is in the journal, and the other way round", () => {
  const { entries } = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted());
  const times = entries.map(({ when }) => when);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

/** Names one of three tables, so no key can hold it. */
const WITHOUT_KEY = ["history.subject_id"];

test("every column that names a row of another table is a foreign key", () => {
  const loose = migrated
    .prepare<[], { name: string }>(
      `select t.name || '.' || c.name as name
         from pragma_table_list t join pragma_table_info(t.name) c
        where t.schema = 'main' and c.name like '%\\_id' escape '\\'
          and not exists (select 1 from pragma_foreign_key_list(t.name) k where k."from" = c.name)`,
    )
    .all();
  expect(loose.map(({ name }) => name)).toEqual(WITHOUT_KEY);
});

test("every foreign key has an index that begins with its columns, but those to actors, of whom none is taken away", () => {
  const keys = migrated
    .prepare<[], { name: string; column: string }>(
      `select t.name, k."from" as column from pragma_table_list t join pragma_foreign_key_list(t.name) k
        where t.schema = 'main' and k.seq = 0 and k."table" <> 'actors' order by 1, 2`,
    )
    .all();
  const leads = migrated.prepare<[string, string], Row>(
    `select 1 from pragma_index_list(?) l join pragma_index_info(l.name) i where i.seqno = 0 and i.name = ?`,
  );
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ name, column }) => leads.get(name, column) === undefined)).toEqual([]);
});
