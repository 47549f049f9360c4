import { createHash } from "node:crypto";
import { asc, is, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** A stored value as it is, before it is made a day, an instant or a flag. */
export type Stored = string | number | Uint8Array | null;

export interface TableShape {
  readonly table: SQLiteTable;
  readonly name: string;
  readonly columns: readonly SQLiteColumn[];
  readonly key: readonly SQLiteColumn[];
}

function shapeOf(table: SQLiteTable): TableShape {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const keys = primaryKeys.flatMap((key) => key.columns);
  return { table, name, columns, key: keys.length > 0 ? keys : columns.filter(({ primary }) => primary) };
}

/** A table after the tables that it points at, and those after theirs. */
const withTargets = (table: SQLiteTable): SQLiteTable[] => [
  ...getTableConfig(table).foreignKeys.flatMap((key) => {
    const target = key.reference().foreignTable;
    return target === table ? [] : withTargets(target);
  }),
  table,
];

/** Every table of the schema, each after those that it points at. */
export const tableShapes: readonly TableShape[] = [
  ...new Set(Object.values(schema).flatMap((table) => (is(table, SQLiteTable) ? withTargets(table) : []))),
].map(shapeOf);

/** What is only there for a day. */
const FOR_A_DAY: readonly SQLiteTable[] = [schema.typedTexts, schema.keptAnswers];

/** Those that hold records: all others. */
export const recordShapes: readonly TableShape[] = tableShapes.filter(
  ({ table }) => !FOR_A_DAY.includes(table),
);

const AT_ONCE = 250;
/** Of a table with bytes in it: a row of such may have megabytes. */
const BYTES_AT_ONCE = 5;

const hasBytes = (columns: readonly SQLiteColumn[]) =>
  columns.some(({ columnType }) => columnType === "SQLiteBlobBuffer");

/** The rows of a table in the order of its key, in pieces, each row as the values of its columns. */
export async function* storedRows(
  read: Reader,
  { table, columns, key }: TableShape,
): AsyncGenerator<readonly (readonly Stored[])[]> {
  const list = (parts: readonly unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  const fields = Object.fromEntries(columns.map((column, i) => [String(i), sql<Stored>`${column}`]));
  const atOnce = hasBytes(columns) ? BYTES_AT_ONCE : AT_ONCE;
  let last: readonly Stored[] | undefined;
  for (;;) {
    const found = await read
      .select(fields)
      .from(table)
      .where(last && sql`(${list(key)}) > (${list(last)})`)
      .orderBy(...key.map((column) => asc(column)))
      .limit(atOnce);
    const rows = found.map((row) => columns.map((_, i) => row[String(i)] ?? null));
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
    // Lets go of what the statements held, which happens only between two turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    last = key.map((column) => rows.at(-1)?.[columns.indexOf(column)] ?? null);
  }
}

/** How many rows a table has, and a SHA-256 hash of all that is in them, the same on every engine. */
export interface Tally {
  readonly rows: number;
  readonly hash: string;
}

/** Bytes by a hash of their own: drivers give them as arrays of different kinds, and written out they are long. */
const told = (value: Stored) =>
  value instanceof Uint8Array ? { sha256: createHash("sha256").update(value).digest("hex") } : value;

/** Counts and hashes rows as they pass by. */
export function tallying() {
  const hash = createHash("sha256");
  let count = 0;
  return {
    add(rows: readonly (readonly Stored[])[]) {
      for (const row of rows) hash.update(`${JSON.stringify(row.map(told))}\n`);
      count += rows.length;
    },
    total: (): Tally => ({ rows: count, hash: hash.digest("hex") }),
  };
}

/** Counts and hashes what a table holds. */
export async function tallyOf(read: Reader, shape: TableShape): Promise<Tally> {
  const tally = tallying();
  for await (const rows of storedRows(read, shape)) tally.add(rows);
  return tally.total();
}
