import { readdirSync, readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as tables from "#db/engine/postgres/tables.ts";
import { tableShapes } from "#db/moving/table-rows.ts";

const FOLDER = "drizzle/postgres";
type Snapshot = Parameters<typeof generateMigration>[0];

test("every table of the schema is declared for PostgreSQL", () => {
  const declared = Object.keys(generateDrizzleJson(tables).tables).map((name) => name.replace("public.", ""));
  expect(declared.toSorted()).toEqual(tableShapes.map(({ name }) => name).toSorted());
});

test("the newest migration for PostgreSQL is of the schema as it is written", async () => {
  const newest = readdirSync(`${FOLDER}/meta`)
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  const snapshot = JSON.parse(readFileSync(`${FOLDER}/meta/${newest}`, "utf8")) as Snapshot;
  expect(await generateMigration(snapshot, generateDrizzleJson(tables))).toEqual([]);
});

test("every migration for PostgreSQL is in the journal, and the other way round", () => {
  const { entries } = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted());
  const times = entries.map(({ when }) => when);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
