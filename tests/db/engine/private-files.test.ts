import { chmodSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp } from "#db/engine/sqlite/backup.ts";
import { prepareSqlite } from "#db/engine/sqlite/open.ts";
import { fillWithSeed, newFolder, openAt, seededFile } from "../../support/store.ts";

// Whoever shares the machine cannot read the database, whatever the usual rights of new files are.

let usual: number;
beforeEach(() => {
  usual = process.umask(0);
});
afterEach(() => process.umask(usual));

/** The rights of everything in the folder of a file, by name. */
const rights = (file: string) =>
  Object.fromEntries(
    readdirSync(dirname(file)).map((name) => [
      name.replace(/building-\d+/, "building"),
      (statSync(join(dirname(file), name)).mode & 0o777).toString(8),
    ]),
  );

test("a new database and all that is beside it while it is made and open", async () => {
  const file = join(newFolder(), "hindcast.db");
  let building = {};
  await prepareSqlite(file, async (store) => {
    building = rights(file);
    await fillWithSeed(store);
  });
  expect(building).toEqual({
    "hindcast.db.building": "600",
    "hindcast.db.building-wal": "600",
    "hindcast.db.building-shm": "600",
  });
  await openAt(file);
  expect(rights(file)).toMatchObject({
    "hindcast.db": "600",
    "hindcast.db-wal": "600",
    "hindcast.db-shm": "600",
  });
  expect(new Set(Object.values(rights(file)))).toEqual(new Set(["600"]));
});

test("a backup, also of a database that is open to a group", async () => {
  const backup = join(newFolder(), "backup.db");
  const file = await seededFile();
  chmodSync(file, 0o660);
  backUp(file, backup);
  expect(rights(backup)).toEqual({ "backup.db": "600" });
});

test.each([
  ["that everybody may read, as earlier versions made it, is closed", 0o644, "600"],
  ["that everybody may write to is closed", 0o666, "600"],
  ["that somebody opened to a group stays so", 0o660, "660"],
  ["that a group may read stays so", 0o640, "640"],
])("a database %s", async (_how, mode, wanted) => {
  const file = await seededFile();
  chmodSync(file, mode);
  await openAt(file);
  expect(rights(file)).toMatchObject({
    "hindcast.db": wanted,
    "hindcast.db-wal": wanted,
    "hindcast.db-shm": wanted,
  });
});

test("a log that everybody may read is closed as well", async () => {
  const file = await seededFile();
  await openAt(file);
  for (const suffix of ["-wal", "-shm"]) chmodSync(file + suffix, 0o644);
  await openAt(file);
  expect(rights(file)).toMatchObject({ "hindcast.db-wal": "600", "hindcast.db-shm": "600" });
});
