import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { Raw } from "../../support/engines/engine.ts";
import { connectRaw, databaseAt } from "../../support/engines/postgres-engine.ts";

// The databases that the servers of the tests have: files, or databases of the PostgreSQL server that is named here.

/** Where the PostgreSQL server is that the tests run on; without it they run on files. */
export const SERVER_VARIABLE = "HINDCAST_TEST_POSTGRES_SERVER";
/** The address of a seeded database that nothing has open, to be copied. */
export const SEEDED_VARIABLE = "HINDCAST_TEST_SEEDED";
const serverUrl = () => process.env[SERVER_VARIABLE];

/** The address of a file of its own, in a folder of its own, that is not there yet. */
export const newFile = (): string =>
  `file:${join(mkdtempSync(join(tmpdir(), "hindcast-e2e-")), "hindcast.db")}`;
export const fileOf = (url: string): string => url.replace(/^file:/, "");

async function withServer<T>(url: string, work: (raw: Raw) => Promise<T>): Promise<T> {
  const raw = await connectRaw(url);
  try {
    return await work(raw);
  } finally {
    await raw.close();
  }
}

let made = 0;

async function createOn(server: string, template: string): Promise<string> {
  made += 1;
  const name = `hindcast_e2e_${process.pid}_${Date.now().toString(36)}_${made}`;
  await withServer(server, (raw) =>
    raw.run(`create database "${name}" template "${template}" encoding 'UTF8'`),
  );
  return databaseAt(server, name);
}

/** The address of a database of a test's own, with nothing in it. */
export async function newDatabase(): Promise<string> {
  const server = serverUrl();
  return server === undefined ? newFile() : createOn(server, "template0");
}

/** The address of a database of a test's own, seeded. */
export async function seededDatabase(): Promise<string> {
  const [server, seeded] = [serverUrl(), process.env[SEEDED_VARIABLE]];
  if (seeded === undefined) throw new Error("nothing was seeded");
  if (server !== undefined) return createOn(server, new URL(seeded).pathname.slice(1));
  const database = newFile();
  copyFileSync(fileOf(seeded), fileOf(database));
  return database;
}

export async function removeDatabase(url: string): Promise<void> {
  const server = serverUrl();
  if (url.startsWith("file:")) rmSync(dirname(fileOf(url)), { recursive: true, force: true });
  else if (server !== undefined) {
    const name = new URL(url).pathname.slice(1);
    await withServer(server, (raw) => raw.run(`drop database if exists "${name}" with (force)`));
  }
}

/** Asks the database itself, past everything the app might make of it. A `?` stands for each value. */
export async function ask<Row>(url: string, sql: string, ...values: readonly unknown[]): Promise<Row[]> {
  if (!url.startsWith("file:")) {
    let place = 0;
    const numbered = sql.replace(/\?/g, () => {
      place += 1;
      return `$${place}`;
    });
    return withServer(url, async (raw) => (await raw.run(numbered, [...values])) as Row[]);
  }
  const database = new Database(fileOf(url), { readonly: true, fileMustExist: true });
  try {
    return database.prepare<unknown[], Row>(sql).all(...values);
  } finally {
    database.close();
  }
}
