import { once } from "node:events";
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { countForecasts } from "#db/lists/forecasts.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import { isUnavailable, type Store, StoreMoved } from "#db/store.ts";
import { dump, newFolder, openAt, seededFile, seededStore, TODAY } from "../../support/store.ts";

// A success answer means that the change is on disk: in the file that stands at its place, and not in one that is gone.

const speak = (store: Store, slug: string) =>
  store.write((tx) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role: null }]));
const slugsIn = (file: string) => dump(file).speakers?.map(({ slug }) => slug);
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

const ALL = ["", "-wal", "-shm"];
const away = (file: string, suffixes: readonly string[]) => {
  for (const suffix of suffixes) renameSync(file + suffix, `${file}${suffix}.away`);
};
const remove = (file: string, suffixes: readonly string[]) => {
  for (const suffix of suffixes) rmSync(file + suffix);
};

const HAPPENED: readonly (readonly [string, (file: string) => void | Promise<void>, RegExp])[] = [
  ["the file is deleted", (file) => remove(file, [""]), /hindcast\.db was deleted or moved away/],
  ["it is deleted with all beside it", (file) => remove(file, ALL), /\.db was deleted or moved away/],
  ["its log is deleted", (file) => remove(file, ["-wal"]), /\.db-wal was deleted or moved away/],
  ["the index of its log is deleted", (file) => remove(file, ["-shm"]), /\.db-shm was deleted or/],
  ["it is moved", (file) => away(file, [""]), /\.db was deleted or moved away/],
  [
    "its folder is moved",
    (file) => renameSync(dirname(file), `${dirname(file)}-away`),
    /\.db was deleted or/,
  ],
  [
    "another one is put in its place",
    async (file) => {
      away(file, ALL);
      copyFileSync(await seededFile(), file);
    },
    /\.db was replaced by another file/,
  ],
  [
    "another one is moved over it",
    async (file) => renameSync(await seededFile(), file),
    /\.db was replaced by another file/,
  ],
  [
    "another log is put in the place of its own",
    (file) => {
      remove(file, ["-wal"]);
      writeFileSync(`${file}-wal`, "");
    },
    /\.db-wal was replaced by another file/,
  ],
  [
    "a folder is put in its place",
    (file) => {
      remove(file, ALL);
      mkdirSync(file);
    },
    /\.db was replaced by another file/,
  ],
];

test.each(HAPPENED)(
  "when %s, no change is acknowledged, and that is said once",
  async (_what, happen, reason) => {
    const { store, file } = await seededStore();
    await speak(store, "before");
    await store.requireInPlace();
    await happen(file);
    const errors = [
      await errorOf(speak(store, "lost")),
      await errorOf(store.requireInPlace()),
      await errorOf(speak(store, "lost-too")),
    ];
    expect(errors[0]).toBeInstanceOf(StoreMoved);
    expect((errors[0] as StoreMoved).message).toMatch(reason);
    expect(isUnavailable(errors[0])).toBe(false);
    // One and the same, by which those who log it know that they have told of it.
    expect(new Set(errors).size).toBe(1);
    // What can still be read is what was acknowledged.
    expect(await countForecasts(store.read, {}, TODAY)).toBe(22);
    expect(await store.schemaVersion()).toBeTypeOf("string");
  },
);

test("what was moved away and back again takes changes as before", async () => {
  const { store, file } = await seededStore();
  await speak(store, "before");
  for (const suffixes of [[""], ["-wal"], ALL]) {
    away(file, suffixes);
    const first = await errorOf(speak(store, "lost"));
    expect(first).toBeInstanceOf(StoreMoved);
    for (const suffix of suffixes) renameSync(`${file}${suffix}.away`, file + suffix);
    await speak(store, `after-${suffixes.join()}`);
    await store.requireInPlace();
  }
  expect(slugsIn(file)).toEqual(
    expect.arrayContaining(["before", "after-", "after--wal", "after-,-wal,-shm"]),
  );
  expect(slugsIn(file)).not.toContain("lost");
});

test("what is moved in the middle of a change is not changed, and not acknowledged", async () => {
  const { store, file } = await seededStore();
  const change = store.write(async (tx) => {
    await insertSpeaker(tx, "halfway", [{ lang: "en", name: "Halfway", role: null }]);
    away(file, [""]);
  });
  expect(await errorOf(change)).toBeInstanceOf(StoreMoved);
  renameSync(`${file}.away`, file);
  expect(slugsIn(file)).not.toContain("halfway");
  await speak(store, "next");
});

const MOST_ROUNDS = 200;

/** Moves a file away as soon as its log grows, which is while a change is committed. */
const MOVER = `
  const { workerData: { file, size } } = require("node:worker_threads");
  const { renameSync, statSync } = require("node:fs");
  while (statSync(file + "-wal").size === size);
  renameSync(file, file + ".away");
`;

test("what is moved while the change is committed is not acknowledged, though it may be in the file", async () => {
  const { store, file } = await seededStore();
  const role = "x".repeat(1_000_000);
  // Whether the file goes just then is for the machine to say: it is tried until it does.
  let isSeen = false;
  for (let round = 0; !isSeen && round < MOST_ROUNDS; round++) {
    const slug = `round-${round}`;
    const mover = new Worker(MOVER, { eval: true, workerData: { file, size: statSync(`${file}-wal`).size } });
    const gone = once(mover, "exit");
    await once(mover, "online");
    const error = await errorOf(
      store.write((tx) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role }])),
    );
    await gone;
    renameSync(`${file}.away`, file);
    const isCommitted = slugsIn(file)?.includes(slug);
    expect(isCommitted || error !== null).toBe(true);
    if (error !== null) expect(error).toBeInstanceOf(StoreMoved);
    isSeen = error !== null && isCommitted === true;
  }
  expect(isSeen).toBe(true);
});

test("a store over a link is over the file that it leads to, with the log beside that one", async () => {
  const real = await seededFile();
  const file = join(newFolder(), "hindcast.db");
  symlinkSync(real, file);
  const store = await openAt(file);
  await speak(store, "before");
  rmSync(`${real}-wal`);
  expect(await errorOf(speak(store, "lost"))).toBeInstanceOf(StoreMoved);
});

test("a link that leads elsewhere by now, to another database, takes no changes", async () => {
  const [one, other] = [await seededFile(), await seededFile()];
  const file = join(newFolder(), "hindcast.db");
  symlinkSync(one, file);
  const store = await openAt(file);
  await speak(store, "before");
  rmSync(file);
  symlinkSync(other, file);
  expect(await errorOf(speak(store, "lost"))).toBeInstanceOf(StoreMoved);
  for (const target of [one, other]) expect(slugsIn(target)).not.toContain("lost");
});

test("a second name for the file is no other file", async () => {
  const { store, file } = await seededStore();
  linkSync(file, `${file}.second`);
  await speak(store, "before");
  expect(basename(file)).toBe("hindcast.db");
});

test("what was acknowledged before its log was deleted is in the file once it is closed", async () => {
  const { store, file } = await seededStore();
  await speak(store, "before");
  rmSync(`${file}-wal`);
  expect(await errorOf(speak(store, "lost"))).toBeInstanceOf(StoreMoved);
  await store.close();
  expect(slugsIn(file)).toContain("before");
});
