import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { Location } from "#db/engine/location.ts";
import { speakers } from "#db/schema/tables.ts";
import type { Store } from "#db/store.ts";
import { connectTo, dump, engine, openAt } from "../support/any-store.ts";
import { rounds } from "../support/rounds.ts";
import { fillWithSeed } from "../support/seeded.ts";
import { ended, PATIENT, start, startChild } from "../support/store.ts";
import { undoNewestSteps } from "../support/version-before.ts";

vi.setConfig(PATIENT);

const tablesIn = async (place: Location) =>
  (await (await connectTo(place)).run("select tablename from pg_tables where schemaname = 'public'")).length;

async function expectSeeded(place: Location) {
  const tables = await dump(place);
  expect(tables.forecasts).toHaveLength(22);
  expect(tables.history?.filter(({ action }) => action === "seeded")).toHaveLength(1);
}

const urlOf = (place: Location) => (place.engine === "postgres" ? place.url : "");
const prepareIn = (url: string) => ended(start("scripts/prepare.ts", [], { DATABASE_URL: url }));

test("a first run makes and fills the tables, and a second one finds them and changes nothing", async () => {
  const place = await engine.unused();
  expect(await engine.prepare(place, fillWithSeed)).toBe("created");
  const before = await dump(place);
  const refill = () => Promise.reject(new Error("filled again"));
  expect(await engine.prepare(place, refill)).toBe("found");
  expect(await dump(place)).toEqual(before);
  await expectSeeded(place);
});

test("a first run that fails leaves no table, and the next one succeeds", async () => {
  const place = await engine.unused();
  const failing = async (store: Store) => {
    await fillWithSeed(store);
    throw new Error("no more room");
  };
  await expect(engine.prepare(place, failing)).rejects.toThrow("no more room");
  expect(await tablesIn(place)).toBe(0);
  expect(await engine.prepare(place, fillWithSeed)).toBe("created");
  await expectSeeded(place);
});

test("killed at any moment, a first run leaves everything or nothing", async () => {
  const signals: unknown[] = [];
  for (const latest of rounds([60], [20, 60, 120, 200, 400])) {
    const place = await engine.unused();
    const child = await startChild("first-run", place);
    await wait(Math.random() * latest);
    child.kill("SIGKILL");
    signals.push((await ended(child)).signal);
    expect([0, migrated]).toContain(await tablesIn(place));
    await engine.prepare(place, fillWithSeed);
    await expectSeeded(place);
  }
  expect(signals).toContain("SIGKILL");
});

const whole = await engine.seeded();
const migrated = await tablesIn(whole);

test("of three first runs at once all succeed, over one database that is seeded once", async () => {
  const place = await engine.unused();
  const runs = await Promise.all([1, 2, 3].map(() => prepareIn(urlOf(place))));
  for (const { code, stdout, stderr } of runs) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Database: (created and seeded|found) postgres:\/\/.* \(22 forecasts\)\n$/);
  }
  expect(runs.filter(({ stdout }) => stdout.includes("created"))).toHaveLength(1);
  await expectSeeded(place);
});

test("several processes bring an older database up to date at once", async () => {
  const place = await engine.seeded();
  const connection = await connectTo(place);
  await undoNewestSteps(connection, false);
  await connection.run("delete from search_words");
  const runs = await Promise.all([1, 2, 3].map(() => prepareIn(urlOf(place))));
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    runs.map(() => ({ code: 0, stderr: "" })),
  );
  expect(await connection.run("select count(*)::int as words from search_words")).toEqual([{ words: 22 }]);
  await expectSeeded(place);
});

test("a store does not open where there are no records yet", async () => {
  const place = await engine.unused();
  await expect(engine.open(place)).rejects.toThrow(/^There are no records at postgres:\/\/.*Run npm start/);
  expect(await tablesIn(place)).toBe(0);
});

test("a database with other tables is refused, and not changed", async () => {
  const place = await engine.unused();
  const connection = await connectTo(place);
  await connection.run("create table diary (day text)");
  await expect(engine.prepare(place, fillWithSeed)).rejects.toThrow(
    /holds other tables\. Nothing was changed/,
  );
  expect(await tablesIn(place)).toBe(1);
});

test("a database of a newer version is refused, and not changed", async () => {
  const place = await engine.seeded();
  const connection = await connectTo(place);
  await connection.run("insert into hindcast_migrations values ($1, 'from-the-future')", [9e12]);
  await expect(engine.prepare(place, fillWithSeed)).rejects.toThrow(/written by a newer version of Hindcast/);
  await expect(engine.open(place)).rejects.toThrow(/written by a newer version of Hindcast/);
});

test.each([
  [
    "is not there",
    (url: string) => url.replace(/\/[^/]+$/, "/hindcast_nowhere"),
    78,
    /is not there\. Make it/,
  ],
  ["does not answer", () => "postgres://ada:secret@127.0.0.1:1/hindcast", 75, /does not answer: start it/],
  ["has no name", () => "postgres://ada:secret@127.0.0.1:1/", 78, /^DATABASE_URL is .*it takes/],
])(
  "a database that %s ends the start with one line, without its password",
  async (_what, url, code, line) => {
    const said = await prepareIn(url(urlOf(whole)));
    expect({ code: said.code, stdout: said.stdout }).toEqual({ code, stdout: "" });
    expect(said.stderr).toMatch(line);
    expect(said.stderr).not.toContain("secret");
    expect(said.stderr.trimEnd()).not.toContain("\n");
  },
);

test("what a killed app had saved is there on the next start", async () => {
  const place = await engine.seeded();
  const child = await startChild("insert-until-killed", place);
  await wait(50);
  child.kill("SIGKILL");
  const saved = (await ended(child)).stdout.split("\n").filter((line) => line !== "");
  expect(saved.length).toBeGreaterThan(0);
  const there = await (await openAt(place)).read.select({ slug: speakers.slug }).from(speakers);
  expect(there.map(({ slug }) => slug)).toEqual(expect.arrayContaining(saved));
});
