import { execFileSync } from "node:child_process";
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
import { expect, test, vi } from "vitest";
import { backUp } from "#db/engine/sqlite/backup.ts";
import { openSqlite } from "#db/engine/sqlite/open.ts";
import { restore } from "#db/moving/restore.ts";
import { speakers } from "#db/schema/tables.ts";
import { type Store, StoreRefusal } from "#db/store.ts";
import { rounds } from "../../support/rounds.ts";
import { beforeEachStep } from "../../support/steps.ts";
import {
  connectTo,
  dump,
  ended,
  NOW,
  newFolder,
  PATIENT,
  seededFile,
  sha256,
  start,
  startChild,
} from "../../support/store.ts";

vi.setConfig(PATIENT);

const speakersIn = (file: string) => (dump(file).speakers ?? []).map(({ slug }) => String(slug));
const put = (store: Store, slug: string) =>
  store.write((tx) => tx.insert(speakers).values({ id: slug, slug }));
const folderOf = (file: string) =>
  Object.fromEntries(readdirSync(dirname(file)).map((name) => [name, sha256(join(dirname(file), name))]));

async function withStore(file: string, work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openSqlite(file);
  await work(store);
  await store.close();
}

/** A database that crashed with `later` in its log, and a backup of before that in another folder, with `earlier`. */
async function crashed(more = 0): Promise<{ readonly file: string; readonly backup: string }> {
  const working = await seededFile();
  const backup = join(newFolder(), "backup.db");
  const file = join(newFolder(), "hindcast.db");
  await withStore(working, (store) => put(store, "earlier"));
  backUp(working, backup);
  await withStore(working, async (store) => {
    await put(store, "later");
    // Of another length each time: a log that was emptied and begun anew is among them.
    for (let i = 0; i < more * 20; i++) await put(store, `later-${i}`);
    // What stands on the disk is what a kill leaves.
    for (const suffix of ["", "-wal", "-shm", ".marker"]) copyFileSync(working + suffix, file + suffix);
  });
  return { file, backup };
}

const refusal = (work: () => unknown): string => {
  try {
    work();
    return "it was done";
  } catch (error) {
    expect(error).toBeInstanceOf(StoreRefusal);
    return error instanceof StoreRefusal ? error.message : "";
  }
};

test("a restore puts the backup in place, alone, and keeps what was there with its log", async () => {
  const { file, backup } = await crashed();
  const before = sha256(backup);
  const { kept, bytes } = restore(backup, file, NOW);
  expect(bytes).toBe(statSync(file).size);
  expect(kept.map((name) => basename(name))).toEqual(
    ["", "-wal", "-shm", ".marker"].map((suffix) => `hindcast.db.replaced-20261123T090000Z${suffix}`),
  );
  expect(readdirSync(dirname(file)).toSorted()).toEqual(
    ["hindcast.db", "hindcast.db.marker", ...kept.map((name) => basename(name))].toSorted(),
  );
  expect(sha256(backup)).toBe(before);
  // It begins a life of its own: no log of what the backup was made of is its.
  expect(readFileSync(file).readUInt32BE(60)).not.toBe(readFileSync(backup).readUInt32BE(60));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await withStore(file, async () => undefined);
  expect(speakersIn(file)).toContain("earlier");
  expect(speakersIn(file)).not.toContain("later");
  // And back again: what was kept is a database with its log.
  const [aside = ""] = kept;
  restore(aside, file, NOW);
  await withStore(file, async () => undefined);
  expect(speakersIn(file)).toEqual(expect.arrayContaining(["earlier", "later"]));
  expect(readdirSync(dirname(file)).toSorted()).toContain("hindcast.db.replaced-20261123T090000Z-1");
});

/** What may stand where a backup is to go, besides a database that crashed. */
const LEFTOVERS: readonly [string, (file: string) => void][] = [
  ["nothing at all", (file) => ["", "-wal", "-shm", ".marker"].forEach((s) => void rmSync(file + s))],
  ["a marker alone", (file) => ["", "-wal", "-shm"].forEach((s) => void rmSync(file + s))],
  ["a log without its database", (file) => ["", ".marker"].forEach((s) => void rmSync(file + s))],
  ["a database without its marker", (file) => rmSync(`${file}.marker`)],
  ["a database that is damaged", (file) => writeFileSync(file, "Dear diary")],
  ["an empty file", (file) => writeFileSync(file, "")],
  ["a database beside a stray journal", (file) => writeFileSync(`${file}-journal`, "left")],
  ["a database beside a log of another", (file) => writeFileSync(`${file}-wal`, Buffer.alloc(9000, 7))],
];

const ROUNDS = rounds(3, 20);

test.each(LEFTOVERS)("over %s the backup comes up as it was made, time after time", async (_name, leave) => {
  for (let round = 0; round < ROUNDS; round++) {
    const { file, backup } = await crashed(round);
    leave(file);
    const there = folderOf(file);
    const { kept } = restore(backup, file, NOW);
    // Nothing that was there is lost.
    const now = folderOf(file);
    expect(kept.map((name) => now[basename(name)]).toSorted()).toEqual(Object.values(there).toSorted());
    await withStore(file, async () => undefined);
    expect(dump(file)).toEqual(dump(backup));
  }
});

/** What is no backup, or stands where none can be put. */
const REFUSED: readonly [
  string,
  (at: { file: string; backup: string }) => Promise<string> | string,
  RegExp,
][] = [
  ["that is not there", ({ backup }) => `${backup}.none`, /^There is no backup at .*\.none\. Nothing/],
  ["that is the database itself", ({ file }) => file, /is the database itself/],
  [
    "that is no database",
    ({ backup }) => {
      writeFileSync(backup, "Dear diary");
      return backup;
    },
    /is not a Hindcast database/,
  ],
  [
    "that is damaged inside",
    ({ backup }) => {
      const bytes = readFileSync(backup);
      bytes.fill(251, 20 * 4096, 21 * 4096);
      writeFileSync(backup, bytes);
      return backup;
    },
    /backup\.db is damaged/,
  ],
  [
    "with references that lead nowhere",
    ({ backup }) => {
      const connection = connectTo(backup);
      connection.pragma("foreign_keys = off");
      connection.exec("delete from pages");
      connection.pragma("journal_mode = delete");
      connection.close();
      return backup;
    },
    /backup\.db is damaged/,
  ],
  [
    "beside the log of another database",
    ({ file, backup }) => {
      copyFileSync(`${file}-wal`, `${backup}-wal`);
      return backup;
    },
    /two different databases/,
  ],
  [
    "that somebody works in",
    async ({ backup }) => {
      const store = await openSqlite(backup);
      await put(store, "working");
      return backup;
    },
    /backup\.db is in use/,
  ],
];

test.each(REFUSED)("a backup %s is refused, and nothing changes", async (_name, make, says) => {
  const at = await crashed();
  const backup = await make(at);
  const before = folderOf(at.file);
  const message = refusal(() => restore(backup, at.file, NOW));
  expect(message).toMatch(says);
  expect(message).toContain("Nothing was changed.");
  expect(folderOf(at.file)).toEqual(before);
});

test("while Hindcast runs, a restore is refused, and Hindcast goes on", async () => {
  const { file, backup } = await crashed();
  const child = await startChild("insert-until-killed", file);
  expect(refusal(() => restore(backup, file, NOW))).toMatch(
    /is in use\. Nothing was changed\. Stop Hindcast/,
  );
  child.kill("SIGKILL");
  const rows = (await ended(child)).stdout.split("\n").filter((line) => line !== "");
  await withStore(file, async () => undefined);
  expect(speakersIn(file)).toEqual(expect.arrayContaining(["later", ...rows]));
});

test("killed before each step, a restore leaves all that was there, and is finished by doing it again", async () => {
  const { file, backup } = await crashed();
  const images: string[] = [];
  const undo = beforeEachStep(() => {
    const image = newFolder();
    execFileSync("cp", ["-a", `${dirname(file)}/.`, image]);
    images.push(join(image, "hindcast.db"));
  });
  restore(backup, file, NOW);
  undo();
  expect(images.length).toBeGreaterThan(15);
  for (const image of images) {
    const copies = newFolder();
    execFileSync("cp", ["-a", `${dirname(image)}/.`, copies]);
    const started = join(copies, "hindcast.db");
    // A start has the old database whole, the backup whole, or says what to do.
    const found = await openSqlite(started).then(
      async (store) => {
        await store.close();
        return speakersIn(started).includes("later") ? "old" : "new";
      },
      (error: unknown) => (error instanceof StoreRefusal ? error.message : error),
    );
    if (found !== "old" && found !== "new") expect(found).toContain("npm run restore -- ");
    if (found === "new") expect(dump(started)).toEqual(dump(backup));
    // The old one is there under its own name or the one it was kept under, with its log.
    const kept = `${image}.replaced-20261123T090000Z`;
    const old = found === "old" ? started : existsSync(`${kept}.marker`) ? kept : image;
    const goneBack = join(newFolder(), "hindcast.db");
    if (found !== "old") {
      restore(old, goneBack, NOW);
      await withStore(goneBack, async () => undefined);
      expect(speakersIn(goneBack)).toContain("later");
    }
    restore(backup, image, NOW);
    await withStore(image, async () => undefined);
    expect(speakersIn(image)).toContain("earlier");
    expect(speakersIn(image)).not.toContain("later");
  }
});

test(`killed with SIGKILL ${ROUNDS} times, each at another step, a restore is finished by doing it again`, async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    const { file, backup } = await crashed();
    const child = start("tests/support/killed-at-step.ts", [String(round * 2), "restore", file, backup]);
    const { signal, stdout, stderr } = await ended(child);
    expect(signal === "SIGKILL" || stdout === "done", stderr).toBe(true);
    restore(backup, file, NOW);
    await withStore(file, async () => undefined);
    expect(dump(file)).toEqual(dump(backup));
    // The old one, with what its log holds, is what was kept by the first or by the second.
    const kept = readdirSync(dirname(file)).filter((name) => /\.replaced-\d+T\d+Z(-\d)?$/.test(name));
    const holdings = await Promise.all(
      kept.map(async (name) => {
        const back = join(newFolder(), "hindcast.db");
        try {
          restore(join(dirname(file), name), back, NOW);
        } catch (error) {
          // What the second one found was half of the first's work: the backup's copy beside the old log.
          if (error instanceof StoreRefusal) return [];
          throw error;
        }
        return speakersIn(back);
      }),
    );
    expect(holdings.flat()).toContain("later");
  }
});

test("the command says what it did and where the old one is, and refuses the rest with a sentence", async () => {
  const { file, backup } = await crashed();
  const run = (url: string, ...args: string[]) =>
    ended(start("scripts/restore.ts", args, { DATABASE_URL: url }));
  const done = await run(`file:${file}`, backup);
  expect(done).toMatchObject({ code: 0, stderr: "" });
  expect(done.stdout).toMatch(
    /^Kept: what was there is now .*hindcast\.db\.replaced-\S+, .*\nRestored: .* checked\)/,
  );
  renameSync(backup, `${backup}.gone`);
  expect(await run(`file:${file}`, backup)).toMatchObject({ code: 1, stdout: "" });
  expect((await run("postgres://u:secret@127.0.0.1/x", backup)).stderr).toMatch(/pg_restore/);
  expect((await run(`file:${file}`, "--help")).stdout).toMatch(/^npm run restore -- FILE/);
});
