import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test, vi } from "vitest";
import { newestMigration } from "#db/engine/migrations.ts";
import { prepareStore } from "#db/engine/open.ts";
import { inspect } from "#db/engine/sqlite/file.ts";
import { markerOf } from "#db/engine/sqlite/marker.ts";
import { openSqlite, prepareSqlite } from "#db/engine/sqlite/open.ts";
import { requireRoomFor, upgrade } from "#db/engine/sqlite/upgrade.ts";

import { type Store, StoreRefusal } from "#db/store.ts";

import { folderBytes } from "../../support/folder-bytes.ts";
import { withNames } from "../../support/named-columns.ts";
import { OLDER, olderFile } from "../../support/older-file.ts";
import { makeOlder } from "../../support/older-rows.ts";
import { newDisk, triedOn, whyNoDisk } from "../../support/other-user.ts";
import {
  connectTo,
  dump,
  emptyStore,
  ended,
  newFolder,
  PATIENT,
  seededFile,
  start,
} from "../../support/store.ts";

vi.setConfig(PATIENT);

const NEWEST = newestMigration("sqlite").name;
const LAST = OLDER.at(-1) ?? "";
const refill = () => Promise.reject(new Error("filled again"));
const backupOf = (file: string) => `${file}.before-${NEWEST}.backup`;

async function refusalOf(work: () => unknown): Promise<string> {
  const error = await Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreRefusal);
  const { message } = error as StoreRefusal;
  expect(message).not.toContain("\n");
  return message;
}

async function upgraded(file: string): Promise<string[]> {
  const said: string[] = [];
  await prepareSqlite(file, refill, (sentence) => said.push(sentence));
  return said;
}

test.each(OLDER)("a file as %s left it is backed up, brought up to date and sound", async (migration) => {
  const file = await olderFile(migration);
  const before = dump(file);
  expect(before.forecasts).toHaveLength(22);
  expect(await upgraded(file)).toEqual([`Backup before the upgrade: ${backupOf(file)}`]);
  inspect(file);
  const after = dump(file);
  for (const table of ["forecasts", "history", "evidence", "sources", "citations"])
    expect(withNames(after)[table]).toMatchObject(before[table] ?? []);
  expect(dump(backupOf(file))).toEqual(before);
  expect(statSync(backupOf(file)).mode & 0o777).toBe(0o600);
  expect(Object.keys(folderBytes(dirname(file)))).toEqual(
    expect.not.arrayContaining([expect.stringContaining("unchecked")]),
  );
  // The second start has nothing to do, and says nothing.
  expect(await upgraded(file)).toEqual([]);
});

test("a backup from before an upgrade is a database that starts", async () => {
  const file = await olderFile(LAST);
  await upgraded(file);
  await upgraded(backupOf(file));
  expect(withNames(dump(backupOf(file))).forecasts).toEqual(withNames(dump(file)).forecasts);
});

test("a file without records is brought up to date without a backup", async () => {
  const file = join(newFolder(), "hindcast.db");
  makeOlder(file, LAST, (await emptyStore()).file);
  expect(dump(file)).toMatchObject({ history: [], forecasts: [] });
  expect(await upgraded(file)).toEqual([]);
  expect(existsSync(backupOf(file))).toBe(false);
  inspect(file);
});

test("opening a store brings an older file up to date with the same backup", async () => {
  const file = await olderFile(LAST);
  const said: string[] = [];
  const store: Store = await openSqlite(file, (sentence) => said.push(sentence));
  await store.close();
  expect(said).toEqual([`Backup before the upgrade: ${backupOf(file)}`]);
});

test("npm start names the backup", async () => {
  const file = await olderFile(LAST);
  const { code, stdout, stderr } = await ended(
    start("scripts/prepare.ts", [], { DATABASE_URL: `file:${file}` }),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    `Backup before the upgrade: ${backupOf(file)}\nDatabase: found ${file} (22 forecasts)\n`,
  );
});

test("a backup is never written over: a further one gets a number, and what is kept already is not kept twice", async () => {
  const folder = dirname(await olderFile(LAST));
  const file = join(folder, "hindcast.db");
  const older = readFileSync(file);
  /** The same file again, as where an upgrade was cut short after its backup. */
  const putBack = () => {
    writeFileSync(file, older);
    rmSync(markerOf(file));
  };
  writeFileSync(backupOf(file), "keep me");
  expect(await upgraded(file)).toEqual([`Backup before the upgrade: ${backupOf(file)}-2`]);
  putBack();
  expect(await upgraded(file)).toEqual([`Backup before the upgrade: ${backupOf(file)}-2`]);
  putBack();
  connectTo(file).exec(
    "update forecasts set quote = 'another' where slug = (select min(slug) from forecasts)",
  );
  expect(await upgraded(file)).toEqual([`Backup before the upgrade: ${backupOf(file)}-3`]);
  expect(readFileSync(backupOf(file), "utf8")).toBe("keep me");
});

test("a start removes what a killed backup has left, and no backup", async () => {
  const file = await seededFile();
  const left = [`${backupOf(file)}.unchecked-999999999`, `${backupOf(file)}.unchecked-999999999-journal`];
  for (const name of [...left, backupOf(file), `${backupOf(file)}-2`]) writeFileSync(name, "");
  await upgraded(file);
  expect(left.filter((name) => existsSync(name))).toEqual([]);
  expect([backupOf(file), `${backupOf(file)}-2`].filter((name) => !existsSync(name))).toEqual([]);
});

describe("an upgrade that cannot be made is a sentence, and the file is as it was:", () => {
  const TRUE = "Nothing was changed: every record is as it was.";

  test("where there is no room for the backup", async () => {
    const file = await olderFile(LAST);
    const before = folderBytes(dirname(file));
    const message = await refusalOf(() => requireRoomFor(file, Number.MAX_SAFE_INTEGER));
    expect(message).toMatch(
      /^\S+ was not brought up to date: .* needs 9,007,199,255 MB, .* has [\d,]+ MB left\. /,
    );
    expect(message).toMatch(/Nothing was changed\. Make room there, then start again\.$/);
    expect(folderBytes(dirname(file))).toEqual(before);
  });

  test("where somebody's own table has the name of a new one, of which the last steps tell", async () => {
    const file = await olderFile(OLDER[3] ?? "");
    const connection = new Database(file);
    connection.exec("create table archived_copies (note); insert into archived_copies values ('mine')");
    connection.close();
    const before = folderBytes(dirname(file));
    const said: string[] = [];
    const message = await refusalOf(() => prepareSqlite(file, refill, (sentence) => said.push(sentence)));
    expect(message).toBe(
      `${file} could not be brought up to date (0008_archived_copies: table \`archived_copies\` already exists). ${TRUE} Start the version that wrote it, and pass this sentence on to those who look after Hindcast.`,
    );
    expect(said).toEqual([`Backup before the upgrade: ${backupOf(file)}`]);
    const { [`hindcast.db.before-${NEWEST}.backup`]: backup, ...after } = folderBytes(dirname(file));
    expect(backup).toBeTypeOf("string");
    expect(after).toEqual(before);
  });

  test("where rows name others that are not there", async () => {
    const file = await olderFile(LAST);
    const broken = connectTo(file);
    broken.pragma("foreign_keys = off");
    broken.exec("delete from speakers");
    broken.close();
    const before = folderBytes(dirname(file));
    const connection = connectTo(file);
    const message = await refusalOf(() => upgrade(connection, file, () => undefined));
    connection.close();
    expect(message).toMatch(/^The copy of \S+ is not sound: 22 rows of forecasts name rows of speakers/);
    expect(folderBytes(dirname(file))).toEqual(before);
  });

  test(`where the disk is full, before anything is begun or in the middle of it (${triedOn})`, async () => {
    if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
    const disk = newDisk(16);
    const file = join(disk.folder, "hindcast.db");
    copyFileSync(await olderFile(OLDER[4] ?? ""), file);
    const [before, { size }] = [folderBytes(disk.folder), statSync(file)];
    const place = { engine: "sqlite", file } as const;
    const NO_ROOM_AT_ALL = /^\S+ cannot be used: there is no room left in \S+\. Nothing was changed\. /;
    const NONE_FOR_BACKUP = /^\S+ was not brought up to date: the backup that is made before needs \d+ MB, /;
    const NONE_FOR_REST =
      /^\S+ could not be brought up to date: there is no room left on the disk of \S+\. Nothing/;
    for (const [free, said] of [
      [0, NO_ROOM_AT_ALL],
      [200_000, NONE_FOR_BACKUP],
      [size + 250_000, NONE_FOR_REST],
    ] as const) {
      disk.fill(free);
      expect(await refusalOf(() => prepareStore(place, refill))).toMatch(said);
      disk.makeRoom();
      const { [`hindcast.db.before-${NEWEST}.backup`]: backup, ...after } = folderBytes(disk.folder);
      expect(after).toEqual(before);
      expect(backup === undefined).toBe(said !== NONE_FOR_REST);
    }
    expect(await prepareStore(place, refill)).toBe("found");
    inspect(file);
  });

  test("where a migration runs out of room", async () => {
    const file = await olderFile(OLDER[0] ?? "");
    const before = folderBytes(dirname(file));
    const connection = new Database(file);
    // As much as there is, and nothing more: for SQLite the same as a disk that is full.
    connection.pragma(`max_page_count = ${connection.pragma("page_count", { simple: true })}`);
    const message = await refusalOf(() => upgrade(connection, file, () => undefined));
    connection.close();
    expect(message).toBe(
      `${file} could not be brought up to date: there is no room left on the disk of ${dirname(file)}. ${TRUE} Make room there, then start again.`,
    );
    const { [`hindcast.db.before-${NEWEST}.backup`]: backup, ...after } = folderBytes(dirname(file));
    expect(backup).toBeTypeOf("string");
    expect(after).toEqual(before);
  });

  test("where another process keeps the file to itself", async () => {
    const file = await olderFile(LAST);
    const holder = connectTo(file);
    holder.exec("begin immediate");
    const connection = new Database(file, { timeout: 0 });
    const message = await refusalOf(() => upgrade(connection, file, () => undefined, 0));
    connection.close();
    holder.exec("rollback");
    expect(message).toBe(
      `${file} could not be brought up to date: another process keeps it to itself. ${TRUE} Stop that process, then start again.`,
    );
  });
});
