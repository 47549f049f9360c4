import Database, { type Database as Connection } from "better-sqlite3";
import { migrateConnection } from "./migrations.ts";

interface Made {
  readonly type: string;
  readonly name: string;
  readonly on: string;
  readonly sql: string;
}

/** The list of migrations is read by itself; the index of words keeps tables of its own, as its SQLite likes them. */
const isLeftAlone = ({ name }: Made) => name === "__drizzle_migrations";
const isOfTheIndex = ({ type, name }: Made) => type === "table" && name.startsWith("search_words_");

/** A definition but for blanks and quotes around names, in which tables that were written anew differ. */
const plain = (sql: string) =>
  sql
    .replaceAll(/[`"]/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?([(),]) ?/g, "$1");

const keyOf = ({ type, name }: Made) => `${type} ${name}`;

function madeIn(connection: Connection): ReadonlyMap<string, Made> {
  const all = connection
    // What SQLite makes for a key of a table comes and goes with the table, and has no words of its own.
    .prepare<[], Made>('select type, name, tbl_name as "on", sql from sqlite_schema where sql is not null')
    .all()
    .filter((made) => !isLeftAlone(made));
  return new Map(
    all.map((made) => [keyOf(made), { ...made, sql: isOfTheIndex(made) ? "" : plain(made.sql) }]),
  );
}

const expected = new Map<number, ReadonlyMap<string, Made>>();

/** What the migrations up to a version make, by making it in memory once. */
function expectedOf(version: number): ReadonlyMap<string, Made> {
  const known = expected.get(version);
  if (known !== undefined) return known;
  const memory = new Database(":memory:");
  try {
    migrateConnection(memory, { through: version });
    const made = madeIn(memory);
    expected.set(version, made);
    return made;
  } finally {
    memory.close();
  }
}

/**
 * In what the tables, indexes and triggers of an open file are other than the migrations of its version make them: one
 * phrase for each. Tables, views and indexes that somebody added are no fault, since they take nothing away; a trigger
 * on a table of ours is, since it changes what is written.
 *
 * @param version the `when` of a migration
 * @example ["the table reviews is missing", "the index history_by_whole is another"]
 */
export function schemaFaults(connection: Connection, version: number): readonly string[] {
  const should = expectedOf(version);
  const is = madeIn(connection);
  const missing = [...should].flatMap(([key, { sql }]) => {
    const found = is.get(key);
    if (found === undefined) return [`the ${key} is missing`];
    return found.sql === sql ? [] : [`the ${key} is not as it was made`];
  });
  const foreign = [...is.values()]
    .filter((made) => made.type === "trigger" && !should.has(keyOf(made)) && should.has(`table ${made.on}`))
    .map((made) => `the ${keyOf(made)} is not one of Hindcast's`);
  return [...missing, ...foreign];
}

/** How many tables, indexes and triggers the migrations up to a version make. */
export const madeBy = (version: number): number => expectedOf(version).size;
