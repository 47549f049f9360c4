import { expect, test, vi } from "vitest";
import type { Location } from "#db/engine/location.ts";
import { newestMigration } from "#db/engine/migrations.ts";
import { verifyPostgres } from "#db/moving/verify.ts";
import { connectTo, dump, engine } from "../support/any-store.ts";
import { ended, PATIENT, start, startChild } from "../support/store.ts";
import { undoNewestSteps } from "../support/version-before.ts";

vi.setConfig(PATIENT);

const urlOf = (place: Location) => (place.engine === "postgres" ? place.url : "");
const verify = (place: Location) => ended(start("scripts/verify.ts", [], { DATABASE_URL: urlOf(place) }));

async function foundIn(place: Location): Promise<readonly string[]> {
  const said: string[] = [];
  await verifyPostgres(urlOf(place), ({ isSound, about, said: words }) =>
    said.push(`${isSound ? "ok" : "not"} ${about}: ${words}`),
  );
  return said;
}

const SOUND = [
  expect.stringMatching(/^ok Foreign keys: each of \d\d leads to rows that are there$/),
  expect.stringMatching(
    new RegExp(
      `^ok Tables, indexes and triggers: all 4\\d\\d as ${newestMigration("postgres").name} left them, every constraint valid$`,
    ),
  ),
  expect.stringMatching(/^ok History: \d+ entries, numbered from 1 without a gap$/),
];

test("a sound database is sound in three ways", async () => {
  expect(await foundIn(await engine.seeded())).toEqual(SOUND);
});

test.each<[string, string, number, RegExp]>([
  [
    "whose rows name rows that are gone",
    "set session_replication_role = replica; delete from speakers; reset session_replication_role",
    0,
    /^not Foreign keys: 22 rows of forecasts name rows of speakers that are not there \(the first: \S+\); /,
  ],
  [
    "with a constraint that was not looked at",
    "alter table evidence drop constraint evidence_revision; alter table evidence add constraint evidence_revision check (revision >= 1) not valid",
    1,
    /: the constraint evidence_revision of evidence is not as it was made$/,
  ],
  [
    "whose history has lost entries",
    "alter table history disable trigger history_is_kept; delete from history where seq in (2, 5, 6, 7); alter table history enable trigger history_is_kept",
    2,
    /^not History: missing are the entries 2; 5 to 7$/,
  ],
])("a database %s is not sound", async (_what, statement, at, said) => {
  const place = await engine.seeded();
  await (await connectTo(place)).run(statement);
  const before = await dump(place);
  const found = await foundIn(place);
  expect(found[at]).toMatch(said);
  expect(found.filter((line) => line.startsWith("not"))).toHaveLength(1);
  expect(await dump(place)).toEqual(before);
});

test("an older database is looked at but for its tables, and not brought up to date", async () => {
  const place = await engine.seeded();
  await undoNewestSteps(await connectTo(place), false);
  const before = await dump(place);
  const found = await foundIn(place);
  expect(found.map((line) => line.slice(0, 2))).toEqual(["ok", "ok", "ok"]);
  expect(found[1]).toContain("not compared: of an older version");
  expect(await dump(place)).toEqual(before);
});

test("the command works while an app writes, and ends with 0 or 1", async () => {
  const place = await engine.seeded();
  const child = await startChild("insert-until-killed", place);
  expect(await verify(place)).toMatchObject({ code: 0, stderr: "" });
  child.kill("SIGKILL");
  await ended(child);
  await (await connectTo(place)).run("drop index history_by_whole");
  const { code, stdout, stderr } = await verify(place);
  expect(code).toBe(1);
  expect(stdout).toContain(
    "NOT SOUND  Tables, indexes and triggers: the index history_by_whole of history is missing\n",
  );
  expect(stderr).toMatch(
    /^postgres:\/\/\S+ is not sound\. Nothing was changed\. To put a backup in its place, use pg_restore\.\n$/,
  );
});

test("it says in one line where there is nothing to look at", async () => {
  const place = await engine.unused();
  const { code, stdout, stderr } = await verify(place);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^There is no database of Hindcast at postgres:\/\/\S+: it has no tables\.\n$/);
});
