import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { SYSTEM } from "#db/change/actor.ts";
import type { Location } from "#db/engine/location.ts";
import { newestMigration } from "#db/engine/migrations.ts";
import { readCatalog } from "#db/engine/postgres/catalog.ts";
import { inspectDatabase } from "#db/engine/postgres/migrations.ts";
import { catalogFaults, catalogFile, expectedCatalog } from "#db/engine/postgres/schema.ts";
import { postgresSessions, type Session } from "#db/engine/postgres/sessions.ts";
import { transact } from "#db/engine/postgres/store.ts";
import { StoreRefusal } from "#db/store.ts";
import { connectTo, dump, engine, openAt } from "../support/any-store.ts";
import { ended, PATIENT, start } from "../support/store.ts";
import { undoNewestSteps } from "../support/version-before.ts";

vi.setConfig(PATIENT);

const urlOf = (place: Location) => (place.engine === "postgres" ? place.url : "");
const refill = () => Promise.reject(new Error("filled again"));

async function altered(statement: string): Promise<Location> {
  const place = await engine.seeded();
  await (await connectTo(place)).run(statement);
  return place;
}

/** Does something in a session of the app's own kind, inside a transaction. */
async function within<T>(place: Location, work: (session: Session) => Promise<T>): Promise<T> {
  const sessions = postgresSessions(urlOf(place), {
    most: 1,
    statementMs: 60_000,
    lockMs: 60_000,
    waitMs: 60_000,
    readOnly: false,
  });
  try {
    return await sessions.lend((session) => transact(session, SYSTEM, () => work(session)));
  } finally {
    await sessions.close();
  }
}

const DAMAGE: readonly [name: string, statement: string, fault: string][] = [
  ["a table", "drop table reviews", "the table reviews is missing"],
  ["an index", "drop index history_by_whole", "the index history_by_whole of history is missing"],
  ["the index of words", "drop table search_words", "the table search_words is missing"],
  ["a column", "alter table speakers drop column slug cascade", "the column slug of speakers is missing; .*"],
  [
    "a rule for a column",
    "alter table evidence alter column summary drop not null",
    "the column summary of evidence is not as it was made",
  ],
  [
    "a type",
    "alter table kept_space alter column bytes type integer",
    "the column bytes of kept_space is not as it was made",
  ],
  [
    "the order of a text",
    'alter table speakers alter column slug type text collate "C.utf8"',
    "the column slug of speakers is not as it was made",
  ],
  [
    "a check",
    "alter table evidence drop constraint evidence_stance",
    "the constraint evidence_stance of evidence is missing",
  ],
  [
    "a foreign key",
    "alter table reviews drop constraint reviews_forecast_id_forecasts_id_fk",
    "the constraint reviews_forecast_id_forecasts_id_fk of reviews is missing",
  ],
  [
    "the rows that a check was made for",
    "alter table evidence drop constraint evidence_revision; alter table evidence add constraint evidence_revision check (revision >= 1) not valid",
    "the constraint evidence_revision of evidence is not as it was made",
  ],
  [
    "what keeps the history",
    "drop trigger history_is_kept on history",
    "the trigger history_is_kept of history is missing",
  ],
  [
    "it for the time being",
    "alter table history disable trigger history_is_kept",
    "the trigger history_is_kept of history is not as it was made",
  ],
  [
    "its words",
    "create or replace function refuse_history_change() returns trigger language plpgsql as 'begin return null; end'",
    "the trigger history_is_kept of history is not as it was made",
  ],
  [
    "the keeping of its foreign keys",
    "alter table reviews disable trigger all",
    "the foreign key reviews_forecast_id_forecasts_id_fk of reviews is switched off; the foreign key reviews_recorded_by_actors_id_fk of reviews is switched off",
  ],
  ["its safety from a crash", "alter table visits set unlogged", "the table visits is not as it was made"],
  [
    "some of its rows to a policy",
    "alter table reviews enable row level security",
    "the table reviews is not as it was made",
  ],
];

test.each(DAMAGE)(
  "a database that has lost %s is refused at the start, and not changed",
  async (_what, statement, fault) => {
    const place = await altered(statement);
    const error = await engine.prepare(place, refill).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreRefusal);
    const { message } = error as StoreRefusal;
    expect(message).toMatch(
      new RegExp(`^postgres://\\S+ is damaged \\(${fault}\\)\\. Nothing was changed\\. `),
    );
    expect(message).toMatch(/Set DATABASE_URL to another database, or restore a backup of this one\.$/);
    await expect(openAt(place)).rejects.toThrow(message);
  },
);

test.each([
  ["a column", "alter table speakers add column age integer", "the column age of speakers"],
  [
    "a rule of its own",
    "create rule quiet as on insert to reviews do instead nothing",
    "the rule quiet of reviews",
  ],
  [
    "a check",
    "alter table reviews add constraint short check (length(note) < 3) not valid",
    "the constraint short of reviews",
  ],
  [
    "a trigger",
    "create function quiet() returns trigger language plpgsql as 'begin return null; end'; create trigger quiet before insert on evidence for each row execute function quiet()",
    "the trigger quiet of evidence",
  ],
])("a database whose tables were given %s is refused at the start", async (_what, statement, fault) => {
  const place = await altered(statement);
  await expect(engine.prepare(place, refill)).rejects.toThrow(
    `is damaged (${fault} is not one of Hindcast's)`,
  );
});

test.each([
  ["a table", "create table notes (note text)"],
  ["an index", "create index mine on forecasts (quote)"],
  ["a view", "create view mine as select * from forecasts"],
  ["statistics", "create statistics mine on slug, quote from forecasts; analyze"],
])("%s that somebody added is no reason to refuse a database", async (_what, statement) => {
  expect(await engine.prepare(await altered(statement), refill)).toBe("found");
});

test("what is written down of the tables is what the migrations make on this server", async () => {
  const place = await engine.seeded();
  expect(await within(place, readCatalog)).toEqual(expectedCatalog());
  expect(readFileSync(catalogFile(), "utf8").split("\n").length).toBeGreaterThan(400);
});

test("a server that tells the same in other words is believed, and what is missing is still missed", async () => {
  const otherWords = expectedCatalog().map((made) => ({
    ...made,
    made: made.made.replaceAll("text", "a text"),
  }));
  const sound = await engine.seeded();
  expect(await within(sound, (session) => catalogFaults(session, otherWords))).toEqual([]);
  const damaged = await altered("drop table reviews");
  const faults = ["the table reviews is missing"];
  expect(await within(damaged, (session) => catalogFaults(session, otherWords))).toEqual(faults);
  // Nothing stays of what was made for the comparison.
  const connection = await connectTo(sound);
  expect(await connection.run("select nspname from pg_namespace where nspname like 'hindcast%'")).toEqual([]);
});

test("an older database that was damaged is refused, and is as old and as damaged as before", async () => {
  const place = await engine.seeded();
  const connection = await connectTo(place);
  await undoNewestSteps(connection, false);
  await connection.run("drop index history_by_whole");
  const before = await dump(place);
  await expect(engine.prepare(place, refill)).rejects.toThrow(
    "is damaged (the index history_by_whole of history is missing). Nothing was changed.",
  );
  expect(await dump(place)).toEqual(before);
  const found = await within(place, inspectDatabase);
  expect(found).not.toEqual({ version: newestMigration("postgres").when });
});

test("a migration that fails ends the start with a sentence, and changes nothing", async () => {
  const place = await engine.seeded();
  const connection = await connectTo(place);
  await undoNewestSteps(connection, false);
  await connection.run("alter table evidence add column revision text");
  const before = await dump(place);
  const { code, stdout, stderr } = await ended(
    start("scripts/prepare.ts", [], { DATABASE_URL: urlOf(place) }),
  );
  expect({ code, stdout }).toEqual({ code: 78, stdout: "" });
  expect(stderr).toMatch(
    /^postgres:\/\/\S+ could not be brought up to date \(0011_evidence_revisions: column "revision" of relation "evidence" already exists\)\. Nothing was changed\. Start the version that wrote it, .*\n$/,
  );
  expect(stderr.trimEnd()).not.toContain("\n");
  expect(await dump(place)).toEqual(before);
});
