import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Database as Connection } from "better-sqlite3";
import { inject } from "vitest";
import type { Location } from "#db/engine/location.ts";
import { connect } from "#db/engine/sqlite/connection.ts";
import { openSqlite, prepareSqlite } from "#db/engine/sqlite/open.ts";
import type { Store } from "#db/store.ts";
import { afterEachFile } from "./after-file.ts";
import { ADA, fillWithSeed, NOW, TODAY } from "./seeded.ts";

/** Real files with the real migrations, in one folder per test file, gone when it ends. */
let folder: string | undefined;
const opened: Store[] = [];
const connections: Connection[] = [];

afterEachFile(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const connection of connections.splice(0)) connection.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

export { fillWithSeed, NOW, TODAY };

export function newFolder(): string {
  folder ??= mkdtempSync(join(tmpdir(), "hindcast-test-"));
  return mkdtempSync(join(folder, "case-"));
}

/** A seeded database in a folder of its own, that nothing has open. */
export async function seededFile(): Promise<string> {
  const file = join(newFolder(), "hindcast.db");
  copyFileSync(inject("seededFile"), file);
  return file;
}

export async function openAt(file: string): Promise<Store> {
  const store = (await openSqlite(file)).as(ADA);
  opened.push(store);
  return store;
}

export async function seededStore(): Promise<{ readonly store: Store; readonly file: string }> {
  const file = await seededFile();
  return { store: await openAt(file), file };
}

/** A database with no records in it, at a place of its own. */
export async function emptyStore(): Promise<{ readonly store: Store; readonly file: string }> {
  const file = join(newFolder(), "hindcast.db");
  await prepareSqlite(file, () => Promise.resolve());
  return { store: await openAt(file), file };
}

/** A connection of the app's own kind, for asking and breaking what the store's functions would not. */
export function connectTo(file: string, mode: "read" | "write" = "write"): Connection {
  const connection = connect(file, mode);
  connections.push(connection);
  return connection;
}

export type Row = Record<string, unknown>;

/** Every row of every table, as stored. */
export function dump(file: string): Record<string, Row[]> {
  const connection = connect(file, "read");
  try {
    const tables = connection
      // The index of words follows from the other tables.
      .prepare<[], { name: string }>(
        "select name from sqlite_schema where type = 'table' and name not like 'search\\_words%' escape '\\' order by name",
      )
      .all();
    const rows = (name: string) =>
      connection.prepare<[], Row>(`select * from "${name}" order by rowid`).all();
    return Object.fromEntries(tables.map(({ name }) => [name, rows(name)]));
  } finally {
    connection.close();
  }
}

export const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** What lies beside a database, without the two files that SQLite itself keeps there while one is open. */
export const neighbours = (directory: string): string[] =>
  readdirSync(directory)
    .filter((name) => !/-(wal|shm)$/.test(name))
    .toSorted();

/** Where processes leave what they compiled for those after them. */
const COMPILED = join(process.cwd(), "node_modules/.cache/hindcast-test");

/** For tests that start processes: one takes a second to be ready, and many where others want the processor too. */
export const PATIENT = { testTimeout: 600_000 };

/** How a process ended, and all that it wrote. */
interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Listened for from the start: a process may be over before anybody asks how it went.
const ends = new WeakMap<ChildProcess, Promise<Ended>>();

const unbundled = ["--import=./scripts/setup/quick-imports.mjs"];

/**
 * One of our TypeScript files, bundled (see engines/bundle-programs.ts), or a script of a test's own by its whole path, as
 * a process of its own, of another user where one is named.
 */
export function start(
  script: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
  user: { readonly uid?: number; readonly gid?: number } = {},
) {
  const program = isAbsolute(script)
    ? [...unbundled, script]
    : [join(inject("programs"), script.replace(/\.ts$/, ".js"))];
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...program, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    stderr += part;
  });
  const closed = once(child, "close");
  ends.set(
    child,
    closed.then(() => ({ code: child.exitCode, signal: child.signalCode, stdout, stderr })),
  );
  return child;
}

/** A process of `store-child.ts` that has said that it is about to do what it was asked of a file or a database. */
export async function startChild(command: string, at: string | Location, ...args: readonly string[]) {
  const url = typeof at === "string" ? `file:${at}` : at.engine === "sqlite" ? `file:${at.file}` : at.url;
  const child = start("tests/support/store-child.ts", [command, url, ...args]);
  await Promise.race([once(child.stdout, "data"), ended(child)]);
  return child;
}

/** Waits for a process to end: what it wrote, and how it ended. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const end = ends.get(child);
  if (end === undefined) throw new TypeError("not started here");
  return end;
}
