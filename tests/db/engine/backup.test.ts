import { createHash } from "node:crypto";
import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { describe, expect, test, vi } from "vitest";
import { backUp } from "#db/engine/sqlite/backup.ts";
import { startPage } from "#db/pages/pages.ts";
import { contents } from "#db/schema/tables.ts";
import { StoreRefusal } from "#db/store.ts";

vi.setConfig(PATIENT);

import {
  connectTo,
  dump,
  ended,
  NOW,
  neighbours,
  newFolder,
  openAt,
  PATIENT,
  seededFile,
  seededStore,
  sha256,
  start,
  startChild,
} from "../../support/store.ts";
import { page, visit } from "../../support/visits.ts";

const target = () => join(newFolder(), "backup.db");

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreRefusal);
    return (error as StoreRefusal).message;
  }
  throw new Error("it was not refused");
}

function expectSound(file: string): void {
  const connection = new Database(file, { readonly: true });
  expect(connection.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(connection.pragma("foreign_key_check")).toEqual([]);
  connection.close();
}

test("a backup is one file with everything in it, readable by its owner only", async () => {
  const { store, file } = await seededStore();
  const copy = target();
  expect(backUp(file, copy)).toEqual({ bytes: statSync(copy).size });
  expect(neighbours(dirname(copy))).toEqual(["backup.db"]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expectSound(copy);
  expect(dump(copy)).toEqual(dump(file));
  expect(await (await openAt(copy)).schemaVersion()).toBe(await store.schemaVersion());
});

test("a backup holds the kept copies, whose bytes are those that were fetched", async () => {
  const { store, file } = await seededStore();
  const words = Array.from({ length: 20 }, (_, i) => `What page ${i} says, 電池 ${"x".repeat(i * 1000)}`);
  for (const [i, said] of words.entries()) {
    const url = `https://host${i}.example/page`;
    await store.write((tx) => startPage(tx, url, { now: NOW }));
    await visit({ store }, NOW, page(said, { finalUrl: url }), 10_000_000);
  }
  const copy = target();
  backUp(file, copy);
  const { read } = await openAt(copy);
  const kept = await read.select().from(contents);
  expect(kept.map(({ text }) => text).toSorted()).toEqual(words.toSorted());
  for (const { sha256: hash, size, bytes } of kept) {
    const body = gunzipSync(bytes);
    expect(createHash("sha256").update(body).digest("hex")).toBe(hash);
    expect(body.byteLength).toBe(size);
  }
});

test("a backup holds what is still in the log of an app that was killed", async () => {
  const file = await seededFile();
  const child = await startChild("insert-until-killed", file);
  await wait(20);
  child.kill("SIGKILL");
  const saved = (await ended(child)).stdout.split("\n").filter((line) => line !== "");
  const copy = target();
  backUp(file, copy);
  const slugs = dump(copy).speakers?.map(({ slug }) => slug);
  expect(slugs).toEqual(expect.arrayContaining(saved));
});

test("a backup taken while others write is sound, and holds all that was answered before it began", async () => {
  const file = await seededFile();
  const child = await startChild("insert-until-killed", file);
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  for (let round = 0; round < 5; round++) {
    await wait(30);
    const answered = said.split("\n").slice(0, -1);
    const copy = target();
    backUp(file, copy);
    expectSound(copy);
    const rows = dump(copy).speakers?.map(({ id }) => id) ?? [];
    expect(rows).toEqual(expect.arrayContaining(answered));
    // Nothing of a change that was half done: the rows are written in order, one a change.
    const numbers = rows.map((id) => Number(/^row-(\d+)$/.exec(String(id))?.[1])).filter(Number.isInteger);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, i) => i));
  }
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  expect(said.split("\n").length).toBeGreaterThan(5);
});

describe("a backup is refused, and nothing is written,", () => {
  test("over anything that is there", async () => {
    const file = await seededFile();
    const copy = target();
    writeFileSync(copy, "keep me");
    const message = `${copy} is there already; a backup never writes over a file.`;
    expect(refusalOf(() => backUp(file, copy))).toBe(message);
    expect(neighbours(dirname(copy))).toEqual(["backup.db"]);
    expect(readFileSync(copy, "utf8")).toBe("keep me");
    expect(refusalOf(() => backUp(file, file))).toContain("is there already");
    expect(refusalOf(() => backUp(file, dirname(copy)))).toContain("is there already");
  });

  test("over a link that leads nowhere yet", async () => {
    const copy = target();
    symlinkSync(join(dirname(copy), "elsewhere.db"), copy);
    const file = await seededFile();
    expect(refusalOf(() => backUp(file, copy))).toContain("is there already");
    expect(neighbours(dirname(copy))).toEqual(["backup.db"]);
  });

  test("where there is no database", () => {
    const copy = target();
    expect(refusalOf(() => backUp("/nowhere/hindcast.db", copy))).toBe(
      "There is no database at /nowhere/hindcast.db.",
    );
    expect(neighbours(dirname(copy))).toEqual([]);
  });

  test("into a folder that there is not", async () => {
    const file = await seededFile();
    const copy = join(newFolder(), "missing", "backup.db");
    const refusal = `There is no folder ${dirname(copy)} to write the backup to.`;
    expect(refusalOf(() => backUp(file, copy))).toBe(refusal);
    expect(refusalOf(() => backUp(file, join(file, "backup.db")))).toContain("There is no folder");
  });

  test("of a file that is not a sound database", () => {
    const file = join(newFolder(), "hindcast.db");
    writeFileSync(file, "Dear diary");
    const copy = target();
    expect(refusalOf(() => backUp(file, copy))).toContain("is not a Hindcast database");
    expect(neighbours(dirname(copy))).toEqual([]);
  });

  test("when a page of it cannot be read", async () => {
    const file = await seededFile();
    const connection = connectTo(file);
    const page = connection
      .prepare<[], number>("select pageno from dbstat where name = 'history' and pagetype = 'leaf' limit 1")
      .pluck()
      .get();
    connection.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, ((page ?? 0) - 1) * 4096, (page ?? 0) * 4096);
    writeFileSync(file, bytes);
    const copy = target();
    expect(refusalOf(() => backUp(file, copy))).toMatch(
      /^\S+ is damaged \(.*malformed\), so no backup was made\. Nothing was changed\. Keep the file, /,
    );
    expect(neighbours(dirname(copy))).toEqual([]);
  });

  test("when a reference in it leads nowhere", async () => {
    const file = await seededFile();
    const connection = connectTo(file);
    connection.pragma("foreign_keys = off");
    connection.exec("delete from pages");
    const copy = target();
    expect(refusalOf(() => backUp(file, copy))).toMatch(/^The copy of .* is not sound: /);
    expect(neighbours(dirname(copy))).toEqual([]);
  });
});

describe("the command", () => {
  const run = (url: string, ...args: string[]) =>
    ended(start("scripts/backup.ts", args, { DATABASE_URL: url }));

  test("says where the backup is, and does not write it a second time", async () => {
    const file = await seededFile();
    const copy = target();
    const first = await run(`file:${file}`, copy);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toBe(`Backup: ${copy} (${statSync(copy).size} bytes, checked)\n`);
    const before = sha256(copy);
    const stderr = `${copy} is there already; a backup never writes over a file.\n`;
    expect(await run(`file:${file}`, copy)).toMatchObject({ code: 1, stdout: "", stderr });
    expect(sha256(copy)).toBe(before);
  });

  test("lets one of two through that write to the same place at once", async () => {
    const file = await seededFile();
    const copy = target();
    const both = await Promise.all([run(`file:${file}`, copy), run(`file:${file}`, copy)]);
    expect(both.map(({ code }) => code).toSorted()).toEqual([0, 1]);
    expect(both.map(({ stderr }) => stderr)).toContain(
      `${copy} is there already; a backup never writes over a file.\n`,
    );
    expectSound(copy);
  });

  test("explains itself", async () => {
    const { code, stdout, stderr } = await run("nonsense", "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^npm run backup -- FILE\n\n.*To restore: stop the app/s);
  });

  test.each([[[]], [["--force"]], [["a.db", "b.db"]]])(
    "refuses the arguments %j with the same",
    async (args) => {
      const { code, stdout, stderr } = await run(`file:${target()}`, ...args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/^npm run backup -- FILE\n/);
    },
  );

  test("says in one line what is in the way", async () => {
    const missing = join(newFolder(), "hindcast.db");
    const stderr = `There is no database at ${missing}.\n`;
    expect(await run(`file:${missing}`, target())).toMatchObject({ code: 1, stdout: "", stderr });
    const wrong = await run("hindcast.db", target());
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toMatch(/^DATABASE_URL is "hindcast\.db"; it takes file: .*\n$/);
  });
});
