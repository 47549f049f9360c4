import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import {
  blob,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Day } from "#domain/day.ts";
import type { Language } from "#domain/vocabulary.ts";

/**
 * What the schema and every query are made of. The same tables and the same SQL serve both engines: what is stored is
 * texts, whole numbers and bytes, and where the engines differ, the SQL here says what both understand alike.
 * `postgres-tables.ts` says how PostgreSQL declares the tables.
 */
export { check, foreignKey, index, primaryKey, text, unique, uniqueIndex };
export const table = sqliteTable;

/** What a record is known by. */
export const id = () => text("id").primaryKey();

/** The language that a text is in. */
export const language = (name: string) => text(name).$type<Language>().notNull();

/** A calendar day, kept as its ISO text. */
export const day = (name: string) => text(name).$type<Day>();

/** An instant, read and written as a `Date`, exact to the millisecond. */
export const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

export const flag = (name: string) => integer(name, { mode: "boolean" });

export const count = (name: string) => integer(name);

/** A JSON document of ours, written once and read back whole. */
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

/** Bytes as they are; read back as bytes, whichever kind of array the driver gives. */
export const bytes = (name: string) => blob(name, { mode: "buffer" }).$type<Uint8Array>();

/** A check that a column, where it is set, holds something of the shape of a day. */
export const isDayShaped = (column: AnyColumn): SQL =>
  sql`${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'`;

/** A check that a column holds one of our own fixed words, which need no escaping. */
export const isOneOf = (column: AnyColumn, words: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;

/** Upwards and downwards with the unset before everything: SQLite's own order, which others have to be told. */
export const ascending = (column: AnyColumn): SQL => sql`${column} asc nulls first`;
export const descending = (column: AnyColumn): SQL => sql`${column} desc nulls last`;
