import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { inspect } from "#db/engine/sqlite/file.ts";
import { openSqlite, prepareSqlite } from "#db/engine/sqlite/open.ts";
import { speakers } from "#db/schema/tables.ts";
import { StoreRefusal } from "#db/store.ts";
import { altered } from "../../support/altered.ts";
import { folderBytes } from "../../support/folder-bytes.ts";
import { olderFile } from "../../support/older-file.ts";
import { connectTo, dump, neighbours, newFolder, seededFile } from "../../support/store.ts";

const PAGE = 4096;

const unused = () => join(newFolder(), "hindcast.db");
const filled = (content: string | Buffer) => {
  const file = unused();
  writeFileSync(file, content);
  return file;
};

function overwrite(file: string, at: number, bytes: Buffer): string {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
  return file;
}

function foreign(sql: string): string {
  const file = unused();
  const connection = new Database(file);
  connection.exec(sql);
  connection.close();
  return file;
}

const garbage = Buffer.from(Array.from({ length: PAGE }, (_, i) => (i * 7919 + 13) % 251));

/** A database as a kill leaves it: what was done last is in its log only. */
async function crashedFile(): Promise<string> {
  const [working, file] = [await seededFile(), unused()];
  const store = await openSqlite(working);
  await store.write((tx) => tx.insert(speakers).values({ id: "last", slug: "last" }));
  for (const suffix of ["", "-wal", ".marker"]) copyFileSync(working + suffix, file + suffix);
  await store.close();
  return file;
}

async function cutBy(bytes: (size: number) => number): Promise<string> {
  const file = await seededFile();
  truncateSync(file, statSync(file).size - bytes(statSync(file).size));
  return file;
}

function migratedBy(file: string, when: number): string {
  const connection = new Database(file);
  connection.prepare("insert into __drizzle_migrations (hash, created_at) values ('later', ?)").run(when);
  connection.close();
  return file;
}

function folderAt(file: string): string {
  mkdirSync(file);
  return file;
}

const NEW_ONE = "Set DATABASE_URL to another file, or move this one away to start a new one.";
const BACKUP = "Set DATABASE_URL to another file, or put a backup in its place: npm run restore -- BACKUP.";
const UPGRADE = "Start that version, or set DATABASE_URL to another file.";

/** What the tables, indexes and triggers can have lost, and what a row can name that is gone. */
const DAMAGE: readonly (readonly [name: string, sql: string, fault: string])[] = [
  [
    "one without a table",
    "drop table reviews",
    "the table reviews is missing; the index reviews_by_forecast is missing",
  ],
  ["one without an index", "drop index history_by_whole", "the index history_by_whole is missing"],
  [
    "one without the index of words",
    "drop table search_words",
    "the table search_words is missing; .*; 2 more",
  ],
  [
    "one with another index of the same name",
    "drop index history_by_whole; create index history_by_whole on history (seq)",
    "the index history_by_whole is not as it was made",
  ],
  [
    "one with a column too many",
    "alter table speakers add column age",
    "the table speakers is not as it was made",
  ],
  [
    "one with a column too few",
    "alter table evidence drop column summary",
    "the table evidence is not as it was made",
  ],
  [
    "one with a trigger that is not ours",
    "create trigger quiet after insert on evidence begin delete from reviews; end",
    "the trigger quiet is not one of Hindcast's",
  ],
];

const REFUSED: readonly [string, () => string | Promise<string>, RegExp, string][] = [
  ["an empty file", () => filled(""), /is empty/, NEW_ONE],
  ["a single byte", () => filled("S"), /is not a Hindcast database/, NEW_ONE],
  ["a text", () => filled("Dear diary, ".repeat(1000)), /is not a Hindcast database/, NEW_ONE],
  ["a text that begins like one", () => filled("SQLite format 3\0 and then not"), /not a Hindcast/, NEW_ONE],
  ["a folder", () => folderAt(unused()), /is not a file/, NEW_ONE],
  ["another program's empty database", () => foreign("pragma user_version = 1"), /not a Hindcast/, NEW_ONE],
  ["another program's tables", () => foreign("create table notes (note)"), /not a Hindcast/, NEW_ONE],
  [
    "another program's records, even in tables named like ours",
    () => foreign("create table forecasts (id); insert into forecasts values (1)"),
    /is not a Hindcast database/,
    NEW_ONE,
  ],
  ["one without its first 100 bytes", zeroHeader, /is not a Hindcast database/, NEW_ONE],
  ["one cut in half", () => cutBy((size) => size / 2), /is damaged/, BACKUP],
  ["one cut in half inside a page", () => cutBy((size) => size / 2 + 100), /is damaged/, BACKUP],
  ["one without its last 100 bytes", () => cutBy(() => 100), /is damaged/, BACKUP],
  ["one without its last page", () => cutBy(() => PAGE), /is damaged/, BACKUP],
  [
    "one with a page of garbage, after an end that was no end",
    async () => overwrite(await crashedFile(), 20 * PAGE, garbage),
    /is damaged/,
    BACKUP,
  ],
  ...DAMAGE.map(([name, sql, fault]): (typeof REFUSED)[number] => [
    name,
    async () => altered(await seededFile(), sql),
    new RegExp(`is damaged \\(${fault}\\)`),
    BACKUP,
  ]),
  [
    "an older one that was damaged before its upgrade",
    async () => altered(await olderFile("0009_page_author"), "drop table reviews"),
    /is damaged \(the table reviews is missing; the index reviews_by_\w+ is missing.*\)/,
    BACKUP,
  ],
  [
    "one of a version that was never released",
    async () => altered(await seededFile(), "update __drizzle_migrations set created_at = created_at - 1"),
    /was written by a version of Hindcast that this one does not know/,
    NEW_ONE,
  ],
  [
    "one of a newer version",
    async () => migratedBy(await seededFile(), Date.UTC(2999, 0)),
    /newer version/,
    UPGRADE,
  ],
];

async function zeroHeader() {
  return overwrite(await seededFile(), 0, Buffer.alloc(100));
}

test.each(REFUSED)("%s is refused, and not a byte of it changes", async (_name, make, fault, remedy) => {
  const file = await make();
  const before = folderBytes(dirname(file));
  let filledIn = false;
  const prepare = () =>
    prepareSqlite(file, async () => {
      filledIn = true;
    });
  for (const attempt of [prepare, () => openSqlite(file)]) {
    const error = await attempt().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreRefusal);
    const { message } = error as StoreRefusal;
    expect(message.startsWith(`${file} `)).toBe(true);
    expect(message).toMatch(fault);
    expect(message.endsWith(`. Nothing was changed. ${remedy}`)).toBe(true);
    expect(message).not.toContain("\n");
  }
  expect(filledIn).toBe(false);
  expect(folderBytes(dirname(file))).toEqual(before);
});

test.each([
  ["its log, but not the index of it", ["-wal"]],
  ["its log and the index of it", ["-wal", "-shm"]],
])("a refused file that was copied with %s keeps both as they were", async (_name, copied) => {
  const from = await seededFile();
  const connection = connectTo(from);
  connection.exec("drop table reviews");
  const file = unused();
  for (const suffix of ["", ...copied]) copyFileSync(from + suffix, file + suffix);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  const before = folderBytes(dirname(file));
  expect(() => inspect(file)).toThrow(/is damaged \(the table reviews is missing/);
  const { "hindcast.db-shm": _after, ...rest } = folderBytes(dirname(file));
  const { "hindcast.db-shm": _before, ...kept } = before;
  expect(rest).toEqual(kept);
  // What SQLite notes in the index while it reads is its own affair; that it is there, or not, is not.
  expect(_after === undefined).toBe(_before === undefined);
});

test.each([
  ["a table", "create table notes (note)"],
  ["an index", "create index mine on forecasts (quote)"],
  ["a view", "create view mine as select * from forecasts"],
  ["SQLite's own statistics", "analyze"],
])("%s that somebody added is no reason to refuse a file", async (_what, sql) => {
  const file = altered(await seededFile(), sql);
  expect(await prepareSqlite(file, async () => {})).toBe("found");
});

test("a quick look does not read what is in the tables, a whole one does", async () => {
  const file = altered(await seededFile(), "delete from speakers");
  inspect(file, "outline");
  expect(() => inspect(file, "whole")).toThrow(/is damaged \(22 rows of forecasts/);
});

/** Whether a file is refused where all that is in it is looked at, as after a crash, by a backup and by verify. */
function refuses(file: string): boolean {
  try {
    inspect(file, "whole");
    return false;
  } catch (error) {
    return error instanceof StoreRefusal;
  }
}

test("rows that name rows that are gone are noticed where all is looked at", async () => {
  const file = altered(await seededFile(), "delete from speakers");
  expect(() => inspect(file, "whole")).toThrow(
    /damaged \(22 rows of forecasts name rows of speakers that are not there \(the first: row \d+\); \d+ rows of speaker_texts .*\)/,
  );
});

test("a page of garbage is noticed wherever it lies", async () => {
  const pages = statSync(await seededFile()).size / PAGE;
  // What lies in a page that is free is not looked at by anybody.
  const used = new Set(
    connectTo(await seededFile(), "read")
      .prepare<[], number>("select pageno from dbstat")
      .pluck()
      .all(),
  );
  expect(pages - used.size).toBeLessThan(6);
  const unnoticed: number[] = [];
  for (let page = 1; page < pages; page++) {
    const file = overwrite(await seededFile(), page * PAGE, garbage);
    const refused = refuses(file);
    if (!refused && used.has(page + 1)) unnoticed.push(page);
  }
  expect(unnoticed).toEqual([]);
});

test("opening a store where there is none says so and makes nothing", async () => {
  const file = unused();
  await expect(openSqlite(file)).rejects.toThrow(
    new StoreRefusal(`There is no database at ${file}. Run npm start, which makes one, or set DATABASE_URL.`),
  );
  expect(neighbours(dirname(file))).toEqual([]);
});

test("a refused file keeps what another program has written and not yet moved into it", async () => {
  const file = unused();
  const theirs = new Database(file);
  theirs.pragma("journal_mode = wal");
  theirs.exec("create table notes (note); insert into notes values ('in the log')");
  await expect(openSqlite(file)).rejects.toThrow(/is not a Hindcast database/);
  theirs.close();
  expect(dump(file)).toEqual({ notes: [{ note: "in the log" }] });
});

test("a database that the app has open is not taken for damaged", async () => {
  const file = await seededFile();
  const connection = connectTo(file);
  connection.exec("begin immediate; update forecasts set quote = quote");
  const store = await openSqlite(file);
  expect(await store.schemaVersion()).toBeTypeOf("string");
  await store.close();
  connection.exec("rollback");
});
