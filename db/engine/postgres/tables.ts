import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  customType,
  foreignKey,
  index,
  PgDialect,
  type PgTable,
  pgTable,
  primaryKey,
  smallint,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../../schema/tables.ts";

// How PostgreSQL declares the tables of the schema, for generating its migrations. Queries use the schema itself.

/** Compared byte by byte, as SQLite does and as cursors need it, whatever the order of the server's language. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

function typeOf({ name, columnType }: SQLiteColumn) {
  switch (columnType) {
    case "SQLiteText":
    case "SQLiteTextJson":
      return bytewise(name);
    case "SQLiteBoolean":
      return smallint(name);
    case "SQLiteInteger":
    case "SQLiteTimestamp":
      return bigint(name, { mode: "number" });
    case "SQLiteBlobBuffer":
      return bytea(name);
    default:
      throw new TypeError(`${name}: how does PostgreSQL keep a ${columnType}?`);
  }
}

function declared(column: SQLiteColumn) {
  const type = typeOf(column);
  if (column.notNull) type.notNull();
  if (column.primary) type.primaryKey();
  if (column.isUnique) type.unique(column.uniqueName);
  return type;
}

const dialect = new PgDialect();
/** A check in PostgreSQL's words: a `glob` of plain characters and ranges is a regular expression as it stands. */
const condition = (written: SQL) =>
  sql.raw(
    dialect
      .sqlToQuery(written)
      .sql.replace(/ glob '([^'*?]*)'/g, (_glob, shape: string) => ` ~ '^${shape}$'`),
  );

type NamedItems = readonly { readonly name: string }[];

/** The columns of these names; a constraint has at least one. */
function pick<Column>(
  columns: { readonly [name: string]: Column },
  names: NamedItems,
): [Column, ...Column[]] {
  const [first, ...rest] = names.map(({ name }) => {
    const column = columns[name];
    if (column === undefined) throw new TypeError(`there is no column ${name}`);
    return column;
  });
  if (first === undefined) throw new TypeError("a constraint on no column");
  return [first, ...rest];
}

const made = new Map<SQLiteTable, PgTable>();

function columnsOf(table: SQLiteTable): { readonly [name: string]: AnyPgColumn } {
  const known = made.get(table);
  if (known === undefined) throw new TypeError("a table stands before one that it points at");
  return getTableColumns(known);
}

/** The same table for PostgreSQL. Tables are declared after those that they point at. */
function inPostgres(table: SQLiteTable): PgTable {
  const { name, columns, indexes, foreignKeys, checks, primaryKeys, uniqueConstraints } =
    getTableConfig(table);
  const own = Object.fromEntries(columns.map((column) => [column.name, declared(column)]));
  const declaredTable = pgTable(name, own, (t) => [
    ...primaryKeys.map((key) => primaryKey({ columns: pick(t, key.columns), name: key.getName() })),
    ...uniqueConstraints.map((key) => unique(key.getName()).on(...pick(t, key.columns))),
    ...foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      return foreignKey({
        name: key.getName(),
        columns: pick(t, columns),
        foreignColumns: pick(foreignTable === table ? t : columnsOf(foreignTable), foreignColumns),
      });
    }),
    ...indexes.map(({ config }) => {
      const kind = config.unique ? uniqueIndex : index;
      const [first, ...rest] = config.columns.map((column) =>
        is(column, SQL) ? condition(column) : pick(t, [column])[0],
      );
      if (first === undefined) throw new TypeError(`${config.name} is an index on nothing`);
      const on = kind(config.name).on(first, ...rest);
      return config.where === undefined ? on : on.where(condition(config.where));
    }),
    ...checks.map((rule) => check(rule.name, condition(rule.value))),
  ]);
  made.set(table, declaredTable);
  return declaredTable;
}

export const actors = inPostgres(schema.actors);
export const sources = inPostgres(schema.sources);
export const sourceTexts = inPostgres(schema.sourceTexts);
export const sourceDocuments = inPostgres(schema.sourceDocuments);
export const typedTexts = inPostgres(schema.typedTexts);
export const speakers = inPostgres(schema.speakers);
export const speakerTexts = inPostgres(schema.speakerTexts);
export const forecasts = inPostgres(schema.forecasts);
export const quotePlaces = inPostgres(schema.quotePlaces);
export const forecastTexts = inPostgres(schema.forecastTexts);
export const forecastTags = inPostgres(schema.forecastTags);
export const relations = inPostgres(schema.relations);
export const pages = inPostgres(schema.pages);
export const pageAddresses = inPostgres(schema.pageAddresses);
export const samePages = inPostgres(schema.samePages);
export const evidence = inPostgres(schema.evidence);
export const verdicts = inPostgres(schema.verdicts);
export const citations = inPostgres(schema.citations);
export const reviews = inPostgres(schema.reviews);
export const contents = inPostgres(schema.contents);
export const copies = inPostgres(schema.copies);
export const hosts = inPostgres(schema.hosts);
export const watches = inPostgres(schema.watches);
export const visits = inPostgres(schema.visits);
export const archivedCopies = inPostgres(schema.archivedCopies);
export const passages = inPostgres(schema.passages);
export const keptSpace = inPostgres(schema.keptSpace);
export const history = inPostgres(schema.history);
export const keptAnswers = inPostgres(schema.keptAnswers);
export const searchEntries = inPostgres(schema.searchEntries);
