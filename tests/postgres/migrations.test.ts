import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as tables from "#db/engine/postgres/tables.ts";
import { connectTo, engine } from "../support/any-store.ts";

/** What PostgreSQL itself knows of the tables: columns, constraints, indexes. The index of words is written by hand. */
const CATALOGUE = [
  `select table_name, column_name, ordinal_position, data_type, collation_name, is_nullable, column_default
     from information_schema.columns where table_schema = 'public' and table_name not in ('hindcast_migrations', 'search_words')
    order by 1, 3`,
  `select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as definition
     from pg_constraint where connamespace = 'public'::regnamespace
      and conrelid::regclass::text not in ('hindcast_migrations', 'search_words') order by 1, 2`,
  `select indexdef from pg_indexes where schemaname = 'public' and tablename not in ('hindcast_migrations', 'search_words') order by 1`,
];

test("the migrations make what the schema says, as the server itself sees it", async () => {
  const migrated = await connectTo(await engine.seeded());
  const fresh = await connectTo(await engine.unused());
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(tables));
  for (const statement of statements) await fresh.run(statement);
  for (const question of CATALOGUE) {
    const found = await migrated.run(question);
    expect(found.length).toBeGreaterThan(14);
    expect(found).toEqual(await fresh.run(question));
  }
});

test("every foreign key has an index that begins with its columns, but those to actors, of whom none is taken away", async () => {
  const connection = await connectTo(await engine.seeded());
  const bare = await connection.run(
    `select k.conrelid::regclass::text as "table", k.conname from pg_constraint k
      where k.contype = 'f' and k.confrelid <> 'actors'::regclass and not exists (
        select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])`,
  );
  expect(bare).toEqual([]);
});
