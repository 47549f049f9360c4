import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { openStore, prepareStore } from "#db/engine/open.ts";
import { backUp } from "#db/engine/sqlite/backup.ts";
import { countForecasts } from "#db/lists/forecasts.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import { type Store, StoreFull, StoreRefusal } from "#db/store.ts";
import { newDisk, triedOn, whyNoDisk } from "../../support/other-user.ts";

vi.setConfig(PATIENT);

import { dump, ended, fillWithSeed, PATIENT, seededFile, sha256, start, TODAY } from "../../support/store.ts";

// Without room nothing is half written, and whoever runs the server is told what is missing.

const at = (file: string) => ({ engine: "sqlite" as const, file });
async function seededOn(folder: string): Promise<string> {
  const file = join(folder, "hindcast.db");
  copyFileSync(await seededFile(), file);
  return file;
}

const speak = (store: Store, slug: string, role = "x".repeat(500_000)) =>
  store.write((tx) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role }]));
const errorOf = (work: () => unknown) =>
  (async () => work())().then(
    () => null,
    (error: unknown) => error,
  );
const NO_ROOM =
  /^\S+ cannot be used: there is no room left in \S+\. Nothing was changed\. Make room and try again, or .*\.$/;

test(`a change for which there is no room is not made, reads go on, and changes do once there is (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const disk = newDisk(16);
  const { folder } = disk;
  const file = await seededOn(folder);
  const store = await openStore(at(file));
  await speak(store, "before");
  disk.fill();
  const errors = [await errorOf(() => speak(store, "lost")), await errorOf(() => speak(store, "lost-too"))];
  expect(errors[0]).toBeInstanceOf(StoreFull);
  expect((errors[0] as StoreFull).message).toContain(`There is no room left in ${folder}`);
  // One and the same, by which those who log it know that they have told of it.
  expect(errors[1]).toBe(errors[0]);
  expect(await countForecasts(store.read, {}, TODAY)).toBe(22);
  await store.requireInPlace();
  disk.makeRoom();
  await speak(store, "after");
  disk.fill();
  expect(await errorOf(() => speak(store, "again"))).not.toBe(errors[0]);
  disk.makeRoom();
  await store.close();
  const slugs = dump(file).speakers?.map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining(["before", "after"]));
  for (const lost of ["lost", "lost-too", "again"]) expect(slugs).not.toContain(lost);
});

test(`a first run that finds no room says so and leaves nothing (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const disk = newDisk(8);
  const { folder } = disk;
  const file = join(folder, "hindcast.db");
  // None at all, none for the tables, none for the records.
  for (const free of [0, 100_000, 600_000]) {
    disk.fill(free);
    const error = await errorOf(() => prepareStore(at(file), fillWithSeed));
    expect(error, String(free)).toBeInstanceOf(StoreRefusal);
    expect((error as StoreRefusal).message).toMatch(NO_ROOM);
    expect(readdirSync(folder)).toEqual(["filler"]);
  }
  disk.fill(300_000);
  const end = await ended(start("scripts/prepare.ts", [], { DATABASE_URL: `file:${file}` }));
  expect(end).toMatchObject({ code: 78, stdout: "" });
  expect(end.stderr.trimEnd()).toMatch(NO_ROOM);
  disk.makeRoom();
  expect(await prepareStore(at(file), fillWithSeed)).toBe("created");
});

test(`a start over a database on a full disk says so and changes nothing (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const disk = newDisk(16);
  const { folder } = disk;
  const file = await seededOn(folder);
  const before = sha256(file);
  disk.fill();
  const error = await errorOf(() => prepareStore(at(file), fillWithSeed));
  expect(error).toBeInstanceOf(StoreRefusal);
  expect((error as StoreRefusal).message).toMatch(NO_ROOM);
  const end = await ended(start("scripts/prepare.ts", [], { DATABASE_URL: `file:${file}` }));
  expect(end).toMatchObject({ code: 78, stdout: "" });
  expect(end.stderr.trimEnd()).toMatch(NO_ROOM);
  expect(sha256(file)).toBe(before);
  disk.makeRoom();
  expect(await prepareStore(at(file), fillWithSeed)).toBe("found");
});

test(`a backup and a copy to a full disk say so and leave nothing there (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const file = await seededFile();
  const disk = newDisk(8);
  const { folder } = disk;
  disk.fill(200_000);
  const backup = join(folder, "backup.db");
  const refused = await errorOf(() => backUp(file, backup));
  expect(refused).toBeInstanceOf(StoreRefusal);
  expect((refused as StoreRefusal).message).toMatch(NO_ROOM);
  expect((refused as StoreRefusal).message).toContain(backup);
  const copy = join(folder, "copies", "copy.db");
  const end = await ended(start("scripts/copy.ts", [`file:${file}`, `file:${copy}`]));
  expect(end).toMatchObject({ code: 1, stdout: expect.not.stringContaining("Copied") });
  expect(end.stderr.trimEnd()).toMatch(NO_ROOM);
  mkdirSync(dirname(copy), { recursive: true });
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(["copies", "filler"]);
});
