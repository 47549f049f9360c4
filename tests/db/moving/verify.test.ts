import { dirname } from "node:path";
import { expect, test, vi } from "vitest";
import { newestMigration } from "#db/engine/migrations.ts";
import { verifySqlite } from "#db/moving/verify.ts";
import { altered, garbled } from "../../support/altered.ts";
import { folderBytes } from "../../support/folder-bytes.ts";
import { olderFile } from "../../support/older-file.ts";
import { connectTo, ended, newFolder, PATIENT, seededFile, start, startChild } from "../../support/store.ts";

vi.setConfig(PATIENT);

const verify = (file: string, ...args: string[]) =>
  ended(start("scripts/verify.ts", args, { DATABASE_URL: `file:${file}` }));

/** What is found in a file, and that nothing there is changed by looking. */
function foundIn(file: string): readonly string[] {
  const before = folderBytes(dirname(file));
  const said: string[] = [];
  verifySqlite(file, (finding) =>
    said.push(`${finding.isSound ? "ok" : "not"} ${finding.about}: ${finding.said}`),
  );
  expect(folderBytes(dirname(file))).toEqual(before);
  return said;
}

const SOUND = [
  "ok Pages and indexes: sound (integrity_check)",
  "ok Foreign keys: each leads to a row that is there",
  expect.stringMatching(
    new RegExp(
      `^ok Tables, indexes and triggers: all \\d{2,3} as ${newestMigration("sqlite").name} left them$`,
    ),
  ),
  expect.stringMatching(/^ok History: \d+ entries, numbered from 1 without a gap$/),
];

test("a sound file is sound in four ways, and nothing is changed by looking", async () => {
  expect(foundIn(await seededFile())).toEqual(SOUND);
});

test("an older file is held to the migrations that it has had", async () => {
  const found = foundIn(await olderFile("0005_search_words"));
  expect(found[2]).toMatch(/^ok Tables, indexes and triggers: all \d+ as 0005_search_words left them$/);
});

const WITHOUT_KEEPERS =
  "drop trigger history_keeps_all; drop trigger history_keeps_entries; drop trigger history_replaces_none;";

test.each<[string, string, number, RegExp]>([
  [
    "whose rows name rows that are gone",
    "delete from speakers",
    1,
    /^not Foreign keys: 22 rows of forecasts name rows of speakers that are not there \(the first: row \d+\); /,
  ],
  [
    "without a table",
    "drop table reviews",
    2,
    /^not Tables, indexes and triggers: the table reviews is missing; /,
  ],
  ["without an index", "drop index history_by_whole", 2, /: the index history_by_whole is missing$/],
  [
    "without what keeps its history",
    "drop trigger history_keeps_all",
    2,
    /: the trigger history_keeps_all is missing$/,
  ],
  [
    "whose history has lost entries",
    `${WITHOUT_KEEPERS} delete from history where seq in (2, 5, 6, 7)`,
    3,
    /^not History: missing are the entries 2; 5 to 7$/,
  ],
  [
    "whose history has lost its first entries",
    `${WITHOUT_KEEPERS} delete from history where seq < 4`,
    3,
    /^not History: missing are the entries 1 to 3$/,
  ],
  [
    "whose history has lost many",
    `${WITHOUT_KEEPERS} delete from history where seq % 2 = 0`,
    3,
    /^not History: missing are the entries 2; 4; 6; \d+ more$/,
  ],
  [
    "whose history begins before the first entry",
    `${WITHOUT_KEEPERS} update history set seq = -1 where seq = 1`,
    3,
    /^not History: entry -1 comes before the first; missing are the entries 0 to 1$/,
  ],
])("a file %s is not sound", async (_what, sql, place, said) => {
  const found = foundIn(altered(await seededFile(), sql));
  expect(found).toHaveLength(4);
  expect(found[place]).toMatch(said);
});

test("one letter that is another in an index than in its table is found, which a quick look does not", async () => {
  const file = await seededFile();
  const connection = connectTo(file);
  const page = connection
    .prepare<[], number>(
      "select pageno from dbstat where name = 'forecasts_slug_unique' and pagetype = 'leaf' limit 1",
    )
    .pluck()
    .get();
  connection.close();
  garbled(file, page ?? 0, "agentic-mainstream-1y", "agentic-mainstream-1z");
  const [pages, ...others] = foundIn(file);
  expect(pages).toMatch(/^not Pages and indexes: row \d+ missing from index forecasts_slug_unique$/);
  expect(others).toEqual(SOUND.slice(1));
});

test("the command says one line for each, and ends with 0 when all is sound and 1 when something is not", async () => {
  const file = await seededFile();
  const good = await verify(file);
  expect(good).toMatchObject({ code: 0, stderr: "" });
  expect(good.stdout.trimEnd().split("\n")).toEqual([
    "ok  Pages and indexes: sound (integrity_check)",
    "ok  Foreign keys: each leads to a row that is there",
    expect.stringMatching(/^ok {2}Tables, indexes and triggers: all \d+ as \w+ left them$/),
    expect.stringMatching(/^ok {2}History: \d+ entries, numbered from 1 without a gap$/),
    `${file} is sound`,
  ]);
  altered(file, "drop index history_by_whole");
  const bad = await verify(file);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toContain(
    "NOT SOUND  Tables, indexes and triggers: the index history_by_whole is missing\n",
  );
  expect(bad.stderr).toBe(
    `${file} is not sound. Nothing was changed. To put a backup in its place: npm run restore -- BACKUP.\n`,
  );
});

test("it looks at a file that an app writes to meanwhile, and finds it sound", async () => {
  const file = await seededFile();
  const child = await startChild("insert-until-killed", file);
  for (let round = 0; round < 3; round++) expect(await verify(file)).toMatchObject({ code: 0, stderr: "" });
  child.kill("SIGKILL");
  const { stdout } = await ended(child);
  expect(stdout.split("\n").length).toBeGreaterThan(3);
  expect(await verify(file)).toMatchObject({ code: 0, stderr: "" });
});

test("the command explains itself, and takes no other word", async () => {
  const help = await verify("/nowhere", "--help");
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toMatch(/^npm run verify\n/);
  expect(await verify("/nowhere", "all")).toMatchObject({ code: 1, stdout: "" });
});

test("it says in one line where there is nothing to look at", async () => {
  const file = `${newFolder()}/hindcast.db`;
  expect(await verify(file)).toMatchObject({
    code: 1,
    stdout: "",
    stderr: `There is no database at ${file}.\n`,
  });
});
