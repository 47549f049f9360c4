import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";

/** Does to a file what none of the app's own functions would, and lets go of it. */
export function altered(file: string, sql: string): string {
  const connection = new Database(file);
  connection.pragma("foreign_keys = off");
  connection.exec(sql);
  connection.close();
  return file;
}

const PAGE = 4096;

/** Writes other bytes over some in one page of a file, as a failing disk might. */
export function garbled(file: string, page: number, from: string, to: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(from, (page - 1) * PAGE);
  if (at < 0 || at >= page * PAGE || from.length !== to.length)
    throw new TypeError("there is no such text in the page");
  bytes.write(to, at);
  writeFileSync(file, bytes);
}
