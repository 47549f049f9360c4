import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { newDisk, openFolder, ordinary, triedOn, whyNoDisk } from "../../support/other-user.ts";

vi.setConfig(PATIENT);

import { ended, neighbours, PATIENT, seededFile, start } from "../../support/store.ts";

// A file that is sound and cannot be got at is not called damaged, and nobody is shown a stack trace.

const USER =
  ordinary.uid === undefined ? `user ${userInfo().username} (${userInfo().uid})` : "user nobody (65534)";

/** A sound database that everybody may read and write, in a folder that everybody may write into. */
async function sound(folder = openFolder()): Promise<string> {
  const file = join(folder, "hindcast.db");
  copyFileSync(await seededFile(), file);
  chmodSync(file, 0o666);
  return file;
}

const withMode = async (part: (file: string) => string, mode: number) => {
  const file = await sound();
  chmodSync(part(file), mode);
  return file;
};

async function besideIt(suffix: string): Promise<string> {
  const file = await sound();
  writeFileSync(file + suffix, "");
  chmodSync(file + suffix, 0o400);
  // Root's tests run it as somebody else; others may not write into their own.
  return file;
}

function linkTo(target: string): string {
  const file = join(openFolder(), "hindcast.db");
  symlinkSync(target, file);
  return file;
}

function special(make: (file: string) => void): string {
  const file = join(openFolder(), "hindcast.db");
  make(file);
  return file;
}

type Case = readonly [string, () => string | Promise<string>, (file: string) => string];

const UNUSABLE: readonly Case[] = [
  [
    "a file that may not be read",
    () => withMode((file) => file, 0o000),
    (file) => `${USER} may not read ${file}`,
  ],
  [
    "a file that may only be read",
    () => withMode((file) => file, 0o444),
    (file) => `${USER} may not read and write ${file}`,
  ],
  [
    "a folder that may not be written into",
    () => withMode(dirname, 0o555),
    (file) => `${USER} may not write into the folder ${dirname(file)}`,
  ],
  [
    "a folder that may not be looked into",
    () => withMode(dirname, 0o600),
    (file) => `${USER} may not look into the folder ${dirname(file)}`,
  ],
  [
    "a log of somebody else's",
    () => besideIt("-wal"),
    (file) => `${USER} may not read and write ${file}-wal`,
  ],
  [
    "an index of somebody else's",
    () => besideIt("-shm"),
    (file) => `${USER} may not read and write ${file}-shm`,
  ],
  [
    "a folder that may not be made",
    () => {
      const folder = openFolder();
      chmodSync(folder, 0o555);
      return join(folder, "data", "hindcast.db");
    },
    (file) => `${USER} may not write into the folder ${dirname(dirname(file))}`,
  ],
  [
    "a link that leads to nothing",
    () => linkTo("/nowhere/hindcast.db"),
    (file) => `${file} is a link to /nowhere/hindcast.db, which is not there`,
  ],
  ["a link to itself", () => linkTo("hindcast.db"), (file) => `${file} is a link that leads to itself`],
  [
    "a path through a file",
    async () => join(await sound(), "hindcast.db"),
    (file) => `${dirname(file)} is no folder`,
  ],
  ["a name too long", () => join(openFolder(), "h".repeat(300)), (file) => `the name of ${file} is too long`],
  [
    "a name too long for what is made beside it",
    () => join(openFolder(), "h".repeat(245)),
    (file) => `the name of ${file}.building-`,
  ],
];

interface Said {
  readonly door: string;
  readonly file: string;
  readonly said: { readonly name: string; readonly message: string };
}

/** What each door of the store says of some files to an ordinary user, or to this one. */
async function saidOf(files: readonly string[], user: { readonly uid?: number } = ordinary) {
  const end = await ended(start("tests/support/access-child.ts", files, {}, user));
  expect(end).toMatchObject({ code: 0, stderr: "" });
  const lines = end.stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(3 * files.length);
  return lines.map((line): Said => JSON.parse(line));
}

test("what cannot be got at is said to be that, with the user and the folder, and nothing is changed", async () => {
  const cases = new Map<string, string>();
  const before = new Map<string, readonly string[]>();
  const besides = (file: string) =>
    statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() ? neighbours(dirname(file)) : [];
  for (const [, make, reason] of UNUSABLE) {
    const file = await make();
    cases.set(file, reason(file));
    before.set(file, besides(file));
  }
  for (const { door, file, said } of await saidOf([...cases.keys()])) {
    const reason = cases.get(file) ?? "";
    // Whoever only looks at a file need not be able to write to it.
    if (door === "look" && /write|building/.test(reason)) continue;
    expect(said.message, door).toContain(`${file} cannot be used: ${reason}`);
    expect(said.message, door).toMatch(/\. Nothing was changed\. .*[Ss]et DATABASE_URL to another file\.$/);
    expect(said.message, door).not.toMatch(/damaged|\n|npm start/);
    expect(said.name).toBe("StoreRefusal");
  }
  if (ordinary.uid !== undefined) {
    for (const [file, names] of before) expect(besides(file)).toEqual(names);
  }
});

test("what is no file is no database, and nothing waits for it to answer", async () => {
  const files = [
    special((file) => mkdirSync(file)),
    special((file) => execFileSync("mkfifo", [file])),
    special((file) => symlinkSync("/dev/null", file)),
  ];
  for (const { said } of await saidOf(files)) {
    expect(said.name).toBe("StoreRefusal");
    expect(said.message).toMatch(/ is not a file\. Nothing was changed\. /);
  }
});

test.each([
  ["a start", "scripts/prepare.ts"],
  ["a seeding", "seed/run.ts"],
])("%s says it in one line, without a stack", async (_name, script) => {
  const file = await withMode((one) => one, 0o444);
  const end = await ended(start(script, [], { DATABASE_URL: `file:${file}` }, ordinary));
  expect(end).toMatchObject({ code: 78, stdout: "" });
  expect(end.stderr).toMatch(/^\S+ cannot be used: .* may not read and write .*\n$/);
});

test(`a read-only mount is said to be one (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const [full, bare] = [newDisk(8), newDisk(1)];
  const file = await sound(full.folder);
  full.makeReadOnly();
  bare.makeReadOnly();
  const inFolder = join(bare.folder, "data", "hindcast.db");
  for (const { door, said } of await saidOf([file, join(bare.folder, "hindcast.db"), inFolder], {})) {
    if (door === "look") continue;
    expect(said.name).toBe("StoreRefusal");
    expect(said.message).toMatch(
      /^\S+ cannot be used: \S+ is on a file system that is read-only\. Nothing was changed\. Mount it for writing, or set DATABASE_URL to another file\.$/,
    );
  }
});

test("a backup says which side cannot be got at", async () => {
  const [file, folder] = [await sound(), openFolder()];
  const backUp = async (from: string, to: string) =>
    ended(start("scripts/backup.ts", [to], { DATABASE_URL: `file:${from}` }, ordinary));
  chmodSync(folder, 0o555);
  const target = join(folder, "backup.db");
  const there = await backUp(file, target);
  expect(there).toMatchObject({ code: 1, stdout: "" });
  expect(there.stderr).toContain(`${target} cannot be used: ${USER} may not write into the folder ${folder}`);
  expect(there.stderr).toMatch(/or name another place for the backup\.\n$/);
  chmodSync(file, 0o000);
  const here = await backUp(file, join(openFolder(), "backup.db"));
  expect(here).toMatchObject({ code: 1, stdout: "" });
  expect(here.stderr).toContain(`${file} cannot be used: ${USER} may not read ${file}`);
});

test("a copy says which side cannot be got at, and copies nothing", async () => {
  const [file, folder] = [await sound(), openFolder()];
  chmodSync(folder, 0o555);
  const target = join(folder, "copy.db");
  const copy = (from: string, to: string) =>
    ended(start("scripts/copy.ts", [`file:${from}`, `file:${to}`], {}, ordinary));
  const there = await copy(file, target);
  expect(there).toMatchObject({ code: 1, stdout: "" });
  expect(there.stderr).toContain(`${target} cannot be used: ${USER} may not write into the folder ${folder}`);
  chmodSync(file, 0o444);
  const here = await copy(file, join(openFolder(), "copy.db"));
  expect(here).toMatchObject({ code: 1, stdout: "" });
  expect(here.stderr).toContain(`${file} cannot be used: ${USER} may not read and write ${file}`);
});

test("a link that leads to a database is followed", async () => {
  const file = await sound();
  const elsewhere = join(openFolder(), "real.db");
  renameSync(file, elsewhere);
  symlinkSync(elsewhere, file);
  const end = await ended(start("scripts/prepare.ts", [], { DATABASE_URL: `file:${file}` }, ordinary));
  expect(end).toMatchObject({ code: 0, stderr: "", stdout: `Database: found ${file} (22 forecasts)\n` });
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
});
