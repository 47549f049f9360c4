import { writeSync } from "node:fs";
import Database from "better-sqlite3";
import { prepareSqlite } from "#db/engine/sqlite/open.ts";

// node tests/support/migrating-child.ts FILE STATEMENT: starts on an older file, and stays inside the transaction of its
// migrations for ever, before the statement of that number or, where there are not so many, before its end.

const [file = "", at = ""] = process.argv.slice(2);
const { exec } = Database.prototype;
let migrating: Database.Database | undefined;
let statement = 0;

const stay = () => {
  writeSync(1, `inside ${statement}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

Database.prototype.exec = function (this: Database.Database, sql: string) {
  if (this === migrating) {
    if (sql === "COMMIT" || statement === Number(at)) stay();
    statement += 1;
  }
  if (
    !this.memory &&
    this.inTransaction &&
    sql.startsWith("CREATE TABLE IF NOT EXISTS __drizzle_migrations")
  ) {
    migrating = this;
    // So that the log holds what is changed long before the end, as with a large file.
    this.pragma("cache_size = 1");
  }
  return exec.call(this, sql);
};

await prepareSqlite(file, () => Promise.reject(new Error("filled again")));
throw new Error(`${file} was brought up to date without a stay`);
