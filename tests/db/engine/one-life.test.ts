import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { backUp } from "#db/engine/sqlite/backup.ts";
import { openSqlite, prepareSqlite } from "#db/engine/sqlite/open.ts";
import { speakers } from "#db/schema/tables.ts";
import { StoreRefusal } from "#db/store.ts";
import { rounds } from "../../support/rounds.ts";
import { beforeEachStep } from "../../support/steps.ts";
import {
  connectTo,
  dump,
  ended,
  fillWithSeed,
  newFolder,
  PATIENT,
  seededFile,
  sha256,
  start,
  startChild,
} from "../../support/store.ts";

vi.setConfig(PATIENT);

const unused = () => join(newFolder(), "hindcast.db");
const speakersIn = (file: string) => (dump(file).speakers ?? []).map(({ slug }) => String(slug));
const said = (stdout: string) => stdout.split("\n").filter((line) => line !== "");

/**
 * Leaves a database as a kill does after some changes were answered: with all of them in its log only. It is what stands
 * on the disk at that moment, so it is copied then; real kills are those of killed.test.ts.
 *
 * @returns the slugs of the speakers that were put on record
 */
async function crash(file: string, version: "ours" | "old" = "ours"): Promise<readonly string[]> {
  const working = join(newFolder(), "hindcast.db");
  for (const suffix of ["", ".marker"])
    if (existsSync(file + suffix)) copyFileSync(file + suffix, working + suffix);
  const slugs = Array.from({ length: 5 }, () => `row-${randomUUID()}`);
  let close: () => unknown;
  if (version === "ours") {
    const store = await openSqlite(working);
    for (const slug of slugs) await store.write((tx) => tx.insert(speakers).values({ id: slug, slug }));
    close = () => store.close();
  } else {
    const connection = new Database(working);
    connection.pragma("journal_mode = WAL");
    for (const slug of slugs)
      connection.prepare("insert into speakers (id, slug) values (?, ?)").run(slug, slug);
    close = () => connection.close();
  }
  for (const suffix of ["", "-wal", "-shm", ".marker"])
    if (existsSync(working + suffix)) copyFileSync(working + suffix, file + suffix);
  await close();
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(4096);
  return slugs;
}

/** A database that was started and stopped: it has its marker. */
async function stopped(): Promise<string> {
  const file = await seededFile();
  await (await openSqlite(file)).close();
  return file;
}

const everythingIn = (folder: string) => readdirSync(folder).toSorted();

/** Every file of a folder, as it is byte for byte. */
const folderOf = (file: string) =>
  Object.fromEntries(
    everythingIn(dirname(file)).map((name) => [name, sha256(join(dirname(file), name))] as const),
  );

async function refusal(work: () => Promise<unknown>): Promise<string> {
  const thrown = await work().then(
    () => "it started",
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(StoreRefusal);
  return thrown instanceof StoreRefusal ? thrown.message : "";
}

const RESTORE = "npm run restore -- ";

/** Each way in which a database comes to stand beside what is not its own, and what the refusal has to name. */
const MISMATCHES: readonly [string, () => Promise<string>, readonly RegExp[]][] = [
  [
    "the log of a database that was moved away",
    async () => {
      const file = await stopped();
      await crash(file);
      renameSync(file, `${file}.moved`);
      rmSync(`${file}.marker`);
      return file;
    },
    [/is not there|left of a database/, /hindcast\.db-wal/],
  ],
  [
    "a copy from an earlier stop beside the log of a crash",
    async () => {
      const file = await stopped();
      copyFileSync(file, `${file}.copy`);
      await crash(file);
      renameSync(`${file}.copy`, file);
      return file;
    },
    [/another database than/, /hindcast\.db-wal/],
  ],
  [
    "a copy from an earlier stop beside the log of a crash, without the marker",
    async () => {
      const file = await stopped();
      copyFileSync(file, `${file}.copy`);
      await crash(file);
      renameSync(`${file}.copy`, file);
      rmSync(`${file}.marker`);
      return file;
    },
    [/two different databases/, /hindcast\.db-wal/],
  ],
  ...[true, false].map((withMarker): [string, () => Promise<string>, readonly RegExp[]] => [
    `a backup beside the log of a crash, ${withMarker ? "with" : "without"} the marker`,
    async () => {
      const file = await stopped();
      backUp(file, `${file}.backup`);
      await crash(file);
      renameSync(`${file}.backup`, file);
      if (!withMarker) rmSync(`${file}.marker`);
      return file;
    },
    [withMarker ? /another database than/ : /two different databases/, /hindcast\.db-wal/],
  ]),
  [
    "a backup beside a log of the version without ids",
    async () => {
      const file = await seededFile();
      const connection = connectTo(file);
      connection.pragma("user_version = 0");
      connection.close();
      backUp(file, `${file}.backup`);
      await crash(file, "old");
      renameSync(`${file}.backup`, file);
      return file;
    },
    [/two different databases/, /hindcast\.db-wal/],
  ],
  [
    "the log of another database",
    async () => {
      const [file, other] = [await stopped(), await stopped()];
      await crash(other);
      copyFileSync(`${other}-wal`, `${file}-wal`);
      return file;
    },
    [/two different databases/, /hindcast\.db-wal/],
  ],
  [
    "the log of the version without ids beside a database with one",
    async () => {
      const [file, other] = [await stopped(), await seededFile()];
      await crash(other, "old");
      copyFileSync(`${other}-wal`, `${file}-wal`);
      return file;
    },
    [/two different databases/, /hindcast\.db-wal/],
  ],
  [
    "an earlier log of its own",
    async () => {
      const file = await stopped();
      await crash(file);
      copyFileSync(`${file}-wal`, `${file}.log`);
      await (await openSqlite(file)).close();
      renameSync(`${file}.log`, `${file}-wal`);
      return file;
    },
    [/two different databases/, /hindcast\.db-wal/],
  ],
  [
    "another database without a log",
    async () => {
      const [file, other] = [await stopped(), await stopped()];
      copyFileSync(other, file);
      return file;
    },
    [/another database than/, /hindcast\.db\.marker/],
  ],
  [
    "a journal of a change that was cut short",
    async () => {
      const file = await stopped();
      writeFileSync(`${file}-journal`, Buffer.alloc(512, 1));
      return file;
    },
    [/hindcast\.db-journal stands beside/],
  ],
  [
    "a marker that says nothing",
    async () => {
      const file = await stopped();
      writeFileSync(`${file}.marker`, '{"lives":[]}');
      return file;
    },
    [/hindcast\.db\.marker cannot be read/],
  ],
  [
    "a marker, where the database is gone",
    async () => {
      const file = await stopped();
      rmSync(file);
      return file;
    },
    [/is not there/, /hindcast\.db\.marker/],
  ],
  [
    "a marker, where the database is empty",
    async () => {
      const file = await stopped();
      writeFileSync(file, "");
      return file;
    },
    [/is empty/, /hindcast\.db\.marker/],
  ],
];

test.each(MISMATCHES)("beside %s no start goes on, and nothing changes", async (_name, make, named) => {
  const file = await make();
  const before = folderOf(file);
  const attempts = [
    () => prepareSqlite(file, () => Promise.reject(new Error("filled"))),
    () => openSqlite(file),
  ];
  for (const attempt of attempts) {
    const message = await refusal(attempt);
    for (const part of named) expect(message).toMatch(part);
    expect(message).toContain(RESTORE);
    expect(message).not.toContain("\n");
  }
  if (existsSync(file)) expect(() => backUp(file, join(newFolder(), "backup.db"))).toThrow(StoreRefusal);
  expect(folderOf(file)).toEqual(before);
});

test("after a crash everything answered is there, in every way a crash leaves its files", async () => {
  const file = await stopped();
  const first = await crash(file);
  await (await openSqlite(file)).close();
  expect(speakersIn(file)).toEqual(expect.arrayContaining([...first]));
  // Moved to another place with its log and its marker, or with its log alone.
  for (const suffixes of [
    ["", "-wal", ".marker"],
    ["", "-wal"],
  ]) {
    const original = await stopped();
    const rows = await crash(original);
    const moved = unused();
    for (const suffix of suffixes) copyFileSync(original + suffix, moved + suffix);
    await (await openSqlite(moved)).close();
    expect(speakersIn(moved)).toEqual(expect.arrayContaining([...rows]));
  }
});

test("a database of the version without ids comes up with all that is in its log, and has an id and a marker then", async () => {
  const file = await seededFile();
  const connection = connectTo(file);
  connection.pragma("user_version = 0");
  connection.close();
  const rows = await crash(file, "old");
  await (await openSqlite(file)).close();
  expect(speakersIn(file)).toEqual(expect.arrayContaining([...rows]));
  expect(readFileSync(file).readUInt32BE(60)).not.toBe(0);
  expect(existsSync(`${file}.marker`)).toBe(true);
});

test("the marker is the user's own, and names the one life of the file", async () => {
  const file = await stopped();
  expect(statSync(`${file}.marker`).mode & 0o777).toBe(0o600);
  const { lives } = JSON.parse(readFileSync(`${file}.marker`, "utf8"));
  expect(lives).toEqual([readFileSync(file).readUInt32BE(60).toString(16).padStart(8, "0")]);
  await (await openSqlite(file)).close();
  expect(JSON.parse(readFileSync(`${file}.marker`, "utf8")).lives).not.toEqual(lives);
});

test("a second process joins the life of the first, and what both wrote is there after both were killed", async () => {
  const file = await stopped();
  const one = await startChild("insert-until-killed", file);
  const marker = readFileSync(`${file}.marker`, "utf8");
  const store = await openSqlite(file);
  expect(readFileSync(`${file}.marker`, "utf8")).toBe(marker);
  await store.close();
  one.kill("SIGKILL");
  const rows = said((await ended(one)).stdout);
  await (await openSqlite(file)).close();
  expect(speakersIn(file)).toEqual(expect.arrayContaining(rows));
});

test("a log is still its own after it was emptied into the file and begun anew", async () => {
  const file = await stopped();
  const store = await openSqlite(file);
  const other = connectTo(file);
  other.pragma("wal_checkpoint(PASSIVE)");
  const child = await startChild("insert-until-killed", file);
  other.pragma("wal_checkpoint(PASSIVE)");
  child.kill("SIGKILL");
  const rows = said((await ended(child)).stdout);
  const copy = unused();
  for (const suffix of ["", "-wal", ".marker"]) copyFileSync(file + suffix, copy + suffix);
  await store.close();
  await (await openSqlite(copy)).close();
  expect(speakersIn(copy)).toEqual(expect.arrayContaining(rows));
});

/**
 * Does a piece of work, and copies the folder of the file before each of its steps, as a kill would leave it there.
 *
 * @param only the one step to copy it before, counted from 0
 */
async function imagesOf(
  file: string,
  work: () => Promise<unknown>,
  only?: number,
): Promise<readonly string[]> {
  const images: string[] = [];
  let step = -1;
  const undo = beforeEachStep(() => {
    step += 1;
    if (only !== undefined && step !== only) return;
    const image = newFolder();
    // By a process of its own: closing the file here would give up the locks that SQLite holds on it.
    execFileSync("cp", ["-a", `${dirname(file)}/.`, image]);
    images.push(join(image, basename(file)));
  });
  try {
    await work();
  } finally {
    undo();
  }
  return images;
}

/** Every third image of a kill, and in the long run every one. */
const some = (images: readonly string[], each: number) =>
  [...images.entries()].filter(([at]) => at % rounds(each, 1) === 0);

/** Starts from what a kill has left; everything that was answered before is there, and nothing lies about. */
async function expectStart(image: string, rows: readonly string[]): Promise<void> {
  await prepareSqlite(image, fillWithSeed);
  await (await openSqlite(image)).close();
  expect(everythingIn(dirname(image))).toEqual(["hindcast.db", "hindcast.db.marker"]);
  expect(speakersIn(image)).toEqual(expect.arrayContaining([...rows]));
  expect(dump(image).forecasts).toHaveLength(22);
}

test("killed before each step of a start, and of the start after that, the next one succeeds", async () => {
  const file = await stopped();
  const rows = await crash(file);
  const images = await imagesOf(file, async () => (await openSqlite(file)).close());
  expect(images.length).toBeGreaterThan(10);
  for (const [at, image] of some(images, 3)) {
    // Every kind of image comes up again, cut short at the same step too.
    const [again] = await imagesOf(image, async () => (await openSqlite(image)).close(), at);
    await expectStart(image, rows);
    if (again !== undefined) await expectStart(again, rows);
  }
});

test("killed before each step of a first run, the next one succeeds", async () => {
  const file = unused();
  const images = await imagesOf(file, () => prepareSqlite(file, fillWithSeed));
  expect(images.length).toBeGreaterThan(10);
  for (const [, image] of some(images, 8)) await expectStart(image, []);
});

test("where none may be made, none is", async () => {
  const file = unused();
  expect(await refusal(() => prepareSqlite(file, null))).toMatch(/HINDCAST_CREATE is off, so none was made/);
  expect(everythingIn(dirname(file))).toEqual([]);
  const found = await seededFile();
  expect(await prepareSqlite(found, null)).toBe("found");
});

test.each([
  ["off", 78, /HINDCAST_CREATE is off/],
  ["no", 78, /HINDCAST_CREATE is "no"; it takes on or off/],
])(
  "npm start with HINDCAST_CREATE=%s where there is nothing ends with %i and a sentence",
  async (value, code, says) => {
    const file = unused();
    const env = { DATABASE_URL: `file:${file}`, HINDCAST_CREATE: value };
    for (const script of ["scripts/prepare.ts", "seed/run.ts"]) {
      const end = await ended(start(script, [], env));
      expect(end).toMatchObject({ code, stdout: "" });
      expect(end.stderr).toMatch(says);
    }
    expect(everythingIn(dirname(file))).toEqual([]);
  },
);

test("a process that only exits leaves a log to nobody", async () => {
  const file = await stopped();
  const script = `import { openSqlite } from "./db/engine/sqlite/open.ts"; await openSqlite(${JSON.stringify(file)}); process.exit(3);`;
  const runner = join(newFolder(), "exit.mjs");
  writeFileSync(runner, script.replace('"./', `"${process.cwd()}/`));
  expect(await ended(start(runner))).toMatchObject({ code: 3, stderr: "" });
  expect(everythingIn(dirname(file))).toEqual(["hindcast.db", "hindcast.db.marker"]);
});

test("what SQLite itself finds of a change of ours in the log names the life", async () => {
  // A change that needs no new page would leave the first page alone, and with it the id.
  const file = await stopped();
  const store = await openSqlite(file);
  const connection = new Database(file);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  await store.write(async () => undefined);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(4096);
  connection.close();
  await store.close();
});
