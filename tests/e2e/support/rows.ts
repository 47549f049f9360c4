import { ask } from "./database.ts";

const TABLES = ["pages", "evidence", "verdicts", "citations", "reviews", "history", "passages"] as const;

/** How many rows each table has that a change could have added to. */
export async function countRows(url: string): Promise<{ readonly [table: string]: number }> {
  const counts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(", ");
  const [row] = await ask<{ [table: string]: unknown }>(url, `select ${counts}`);
  return Object.fromEntries(Object.entries(row ?? {}).map(([table, count]) => [table, Number(count)]));
}

interface Problem {
  readonly [check: string]: unknown;
}

/** What SQLite itself finds wrong with the file; nothing when it is sound. A server looks after its own. */
export async function faultsOf(url: string): Promise<readonly Problem[]> {
  if (!url.startsWith("file:")) return [];
  const integrity = await ask<{ integrity_check: string }>(url, "pragma integrity_check");
  const keys = await ask<Problem>(url, "pragma foreign_key_check");
  return [...integrity.filter(({ integrity_check: said }) => said !== "ok"), ...keys];
}
