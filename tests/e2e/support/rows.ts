import Database from "better-sqlite3";

/** Asks the database file itself, past everything the app might make of it. */
export function ask<Row>(file: string, sql: string, ...values: readonly unknown[]): Row[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return database.prepare<unknown[], Row>(sql).all(...values);
  } finally {
    database.close();
  }
}

const TABLES = ["pages", "evidence", "verdicts", "citations", "reviews", "history"] as const;

/** How many rows each table has that a change could have added to. */
export function countRows(file: string): { readonly [table: string]: number } {
  const counts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(", ");
  const [row] = ask<{ [table: string]: number }>(file, `select ${counts}`);
  return row ?? {};
}

interface Problem {
  readonly [check: string]: unknown;
}

/** What SQLite itself finds wrong with the file; nothing when it is sound. */
export function faultsOf(file: string): readonly Problem[] {
  const integrity = ask<{ integrity_check: string }>(file, "pragma integrity_check");
  const keys = ask<Problem>(file, "pragma foreign_key_check");
  return [...integrity.filter(({ integrity_check: said }) => said !== "ok"), ...keys];
}
