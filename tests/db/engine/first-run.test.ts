import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { openSqlite, prepareSqlite } from "#db/engine/sqlite/open.ts";
import { countForecasts } from "#db/lists/forecasts.ts";
import type { Store } from "#db/store.ts";

vi.setConfig(PATIENT);

import {
  dump,
  ended,
  fillWithSeed,
  neighbours,
  newFolder,
  PATIENT,
  seededFile,
  sha256,
  start,
  startChild,
  TODAY,
} from "../../support/store.ts";

const unused = () => join(newFolder(), "hindcast.db");
const ENDED_PROCESS = 999_999_999;

async function expectSeeded(file: string) {
  const tables = dump(file);
  expect(tables.forecasts).toHaveLength(22);
  expect(tables.evidence?.length).toBeGreaterThanOrEqual(30);
  expect(tables.history?.filter(({ action }) => action === "seeded")).toHaveLength(1);
  const store = await openSqlite(file);
  expect(await countForecasts(store.read, {}, TODAY)).toBe(22);
  await store.close();
}

test("a first run makes the folder and the database, and leaves nothing else", async () => {
  const file = join(newFolder(), "a", "b", "hindcast.db");
  expect(await prepareSqlite(file, fillWithSeed)).toBe("created");
  expect(neighbours(dirname(file))).toEqual(["hindcast.db"]);
  await expectSeeded(file);
});

test("the database is not at its place before it is complete", async () => {
  const file = unused();
  const seen: boolean[] = [];
  await prepareSqlite(file, async (store) => {
    seen.push(existsSync(file));
    await fillWithSeed(store);
    seen.push(existsSync(file));
  });
  expect(seen).toEqual([false, false]);
  expect(existsSync(file)).toBe(true);
});

test("a first run that fails leaves nothing, and the next one succeeds", async () => {
  const file = unused();
  const failing = async (store: Store) => {
    await fillWithSeed(store);
    throw new Error("no more room");
  };
  await expect(prepareSqlite(file, failing)).rejects.toThrow("no more room");
  expect(neighbours(dirname(file))).toEqual([]);
  expect(await prepareSqlite(file, fillWithSeed)).toBe("created");
  await expectSeeded(file);
});

/** A file's bytes but for the counter that SQLite keeps of its changes, the id of its life and who wrote it last. */
function recordsIn(file: string): Buffer {
  const bytes = readFileSync(file);
  for (const [from, to] of [
    [24, 28],
    [60, 64],
    [92, 100],
  ] as const) {
    bytes.fill(0, from, to);
  }
  return bytes;
}

test("a second start finds the database and changes nothing in it but its id", async () => {
  const file = await seededFile();
  const before = recordsIn(file);
  const refill = () => Promise.reject(new Error("filled again"));
  expect(await prepareSqlite(file, refill)).toBe("found");
  expect(recordsIn(file).equals(before)).toBe(true);
  await (await openSqlite(file)).close();
  expect(recordsIn(file).equals(before)).toBe(true);
  expect(neighbours(dirname(file))).toEqual(["hindcast.db", "hindcast.db.marker"]);
});

test("a start removes what an ended process left half built, and leaves a running one's alone", async () => {
  const file = unused();
  const folder = dirname(file);
  const left = ["", "-wal", "-shm", "-journal"].map((end) => `hindcast.db.building-${ENDED_PROCESS}${end}`);
  const kept = [`hindcast.db.building-${process.ppid}`, "hindcast.db.building-notes", "other.db"];
  for (const name of [...left, ...kept]) writeFileSync(join(folder, name), "");
  await prepareSqlite(file, fillWithSeed);
  expect(neighbours(folder)).toEqual(["hindcast.db", ...kept].toSorted());
  for (const name of left) writeFileSync(join(folder, name), "");
  await prepareSqlite(file, fillWithSeed);
  expect(neighbours(folder)).toEqual(["hindcast.db", "hindcast.db.marker", ...kept].toSorted());
});

test("a file that appears during a first run is never written over", async () => {
  const file = unused();
  const theirs = await seededFile();
  const before = sha256(theirs);
  await prepareSqlite(file, async (store) => {
    await fillWithSeed(store);
    copyFileSync(theirs, file);
  });
  expect(sha256(file)).toBe(before);
  expect(neighbours(dirname(file))).toEqual(["hindcast.db"]);
});

test("a first run in a place where nothing can be made says why", async () => {
  const file = unused();
  writeFileSync(file, "");
  await expect(prepareSqlite(join(file, "hindcast.db"), fillWithSeed)).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test("killed at any moment, a first run leaves a whole database or none, and the next start is clean", async () => {
  const round = async (latest: number) => {
    const file = unused();
    const child = await startChild("first-run", file);
    const end = ended(child);
    await wait(Math.random() * latest);
    child.kill("SIGKILL");
    const { signal } = await end;
    if (existsSync(file)) await expectSeeded(file);
    await prepareSqlite(file, fillWithSeed);
    await expectSeeded(file);
    expect(neighbours(dirname(file))).toEqual(["hindcast.db", "hindcast.db.marker"]);
    return signal;
  };
  const signals: unknown[] = [];
  for (const latest of [5, 20, 40, 80, 120]) {
    signals.push(...(await Promise.all([round(latest), round(latest)])));
  }
  expect(signals).toContain("SIGKILL");
});

test("of two first runs at once both succeed, over one database that is seeded once", async () => {
  for (let round = 0; round < 2; round++) {
    const file = unused();
    const url = { DATABASE_URL: `file:${file}` };
    const both = await Promise.all([1, 2].map(() => ended(start("scripts/prepare.ts", [], url))));
    for (const { code, stdout, stderr } of both) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^Database: (created and seeded|found) .*hindcast\.db \(22 forecasts\)\n$/);
    }
    await expectSeeded(file);
    expect(neighbours(dirname(file))).toEqual(["hindcast.db", "hindcast.db.marker"]);
  }
});

test("what a killed first run had made of a database is not taken for one", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "data"));
  const file = join(folder, "data", "hindcast.db");
  writeFileSync(`${file}.building-${ENDED_PROCESS}`, "SQLite format 3\0");
  await expect(openSqlite(file)).rejects.toThrow(/There is no database/);
});
