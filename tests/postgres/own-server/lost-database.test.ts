import { chownSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openPostgres, preparePostgres } from "#db/engine/postgres/open.ts";
import { countForecasts } from "#db/lists/forecasts.ts";
import { speakers } from "#db/schema/tables.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import { hindranceOf, type Store, storeErrorOf } from "#db/store.ts";
import { AGENTIC, get, TODAY as PINNED, post, send } from "../../app/api/api.ts";
import { anEvidence } from "../../app/api/bodies.ts";
import { findPostgres, newPostgres, type PostgresServer } from "../../support/engines/postgres-server.ts";
import { newDisk, triedOn, whyNoDisk } from "../../support/other-user.ts";
import { fillWithSeed, TODAY } from "../../support/seeded.ts";
import { expectConsole } from "../../support/setup.ts";
import { PATIENT } from "../../support/store.ts";

vi.setConfig(PATIENT);

// A server that answers, and a database that is not there any more, or has no room.

let server: PostgresServer;
beforeAll(async () => {
  const programs = findPostgres();
  if (programs === null) throw new Error("there is no PostgreSQL on this machine");
  server = await newPostgres(programs);
});
afterAll(() => server?.remove());

/** Does something to a database from outside of it. */
async function run(...statements: readonly string[]) {
  const client = new Client({ connectionString: server.url("template1") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const shelf = globalThis as { hindcastStore?: Promise<unknown> };
let made = 0;
let name: string;
let store: Store;
beforeEach(async () => {
  process.env.HINDCAST_TODAY = PINNED;
  process.env.HINDCAST_TIMEZONE = "UTC";
  name = `lost_${made++}`;
  await run(`create database ${name}`);
  await preparePostgres(server.url(name), fillWithSeed);
  store = await openPostgres(server.url(name), { connections: 3 });
  shelf.hindcastStore = Promise.resolve(store);
});
afterEach(async () => {
  delete shelf.hindcastStore;
  await store.close();
});

const read = () => countForecasts(store.read, {}, TODAY);
const write = (slug: string) =>
  store.write((tx) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role: null }]));
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const drop = (database: string) => `drop database ${database} with (force)`;
const endSessions = () =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;

/** The sessions that broke off say so once; what counts is what every later one is told. */
async function untilAskedAnew() {
  await errorOf(read());
  await errorOf(write("broken-off"));
}

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;

const GONE: readonly (readonly [string, () => Promise<void>])[] = [
  ["dropped", () => run(drop(name))],
  ["dropped and made again, empty", () => run(drop(name), `create database ${name}`)],
  ["renamed", () => run(endSessions(), `alter database ${name} rename to ${name}_away`)],
];

test.each(GONE)(
  "a database that is %s takes no changes: it is said in a sentence, never as a fault of ours",
  async (_how, happen) => {
    await write("before");
    await happen();
    await untilAskedAnew();
    for (const work of [read, () => write("lost"), () => store.schemaVersion()]) {
      const error = await errorOf(work());
      expect(hindranceOf(error)).toBe("moved");
      expect(storeErrorOf(error)?.error.message).toMatch(
        /^The database is not there any more \(.*\): nothing is/,
      );
    }
    expectConsole(/The database is not there any more/);
    const answers = [
      await get("/forecasts"),
      await post(EVIDENCE, anEvidence),
      await post(EVIDENCE, anEvidence),
    ];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    for (const { body } of answers)
      expect(body.detail).toMatch(/^The database was deleted, moved or replaced/);
    expect((await send("GET", "/healthz")).status).toBe(503);
    // One line for the sessions that read, one for those that write.
    expect(vi.mocked(console.error).mock.calls.length).toBeLessThanOrEqual(2);
  },
);

test("a database that gets its name back goes on, without a restart", async () => {
  await run(endSessions(), `alter database ${name} rename to ${name}_away`);
  await untilAskedAnew();
  expect(hindranceOf(await errorOf(write("lost")))).toBe("moved");
  await run(`alter database ${name}_away rename to ${name}`);
  expect(await read()).toBe(22);
  await write("after");
  const found = await store.read.select({ slug: speakers.slug }).from(speakers);
  expect(found.map(({ slug }) => slug)).toContain("after");
});

test.each([
  ["may not log in any more", (user: string) => `alter role ${user} nologin`],
  ["may not read the tables any more", (user: string) => `alter role ${user} nosuperuser`],
])("a user who %s is told that the store does not answer", async (_what, statement) => {
  const user = `reader_${name}`;
  await run(`create role ${user} login superuser`);
  const url = server.url(name).replace("//hindcast@", `//${user}@`);
  const theirs = await openPostgres(url, { connections: 2 });
  await run(statement(user), endSessions());
  try {
    await errorOf(
      theirs.write((tx) => insertSpeaker(tx, "first", [{ lang: "en", name: "First", role: null }])),
    );
    const error = await errorOf(
      theirs.write((tx) => insertSpeaker(tx, "second", [{ lang: "en", name: "Second", role: null }])),
    );
    expect(hindranceOf(error)).toBe("unavailable");
  } finally {
    await theirs.close();
  }
});

async function dataFolder(): Promise<string> {
  const client = new Client({ connectionString: server.url("template1") });
  await client.connect();
  const { rows } = await client.query("show data_directory");
  await client.end();
  return rows[0].data_directory;
}

/** Moves a database onto a disk of a few megabytes. */
async function ontoSmallDisk() {
  const disk = newDisk(48);
  const place = join(disk.folder, "space");
  mkdirSync(place);
  const { uid, gid } = statSync(await dataFolder());
  chownSync(place, uid, gid);
  await run(`create tablespace small_${name} location '${place}'`, endSessions());
  await run(endSessions(), `alter database ${name} set tablespace small_${name}`);
  return disk;
}

test(`where the server's disk is full, a change is a 507, and room is enough to go on (${triedOn})`, async () => {
  if (whyNoDisk !== null) return expect(whyNoDisk).not.toBe("");
  const disk = await ontoSmallDisk();
  await untilAskedAnew();
  disk.fill();
  expectConsole(
    /PostgreSQL has no room left \(could not extend file .*\): no change is made until there is\./,
  );
  const log = (page: number) =>
    post(EVIDENCE, {
      ...anEvidence,
      url: `https://example.org/${page}`,
      summary: `${page} ${"x".repeat(900)}`,
    });
  // Its tables have room in their last pages: some entries use it up.
  let acknowledged = 0;
  let last = await log(acknowledged);
  while (last.status === 201) {
    acknowledged += 1;
    last = await log(acknowledged);
  }
  for (const { status, body } of [last, await log(acknowledged)]) {
    expect({ status, title: body.title }).toEqual({ status: 507, title: "Insufficient Storage" });
    expect(body.detail).toMatch(/^There is no room left for the database, so nothing was saved\. /);
  }
  expect(console.error).toHaveBeenCalledTimes(1);
  expect((await send("GET", "/healthz")).status).toBe(200);
  disk.makeRoom();
  expect((await log(acknowledged)).status).toBe(201);
  const { body } = await get(EVIDENCE);
  const ours = body.items.filter(({ url }: { url: string }) => url.startsWith("https://example.org/"));
  expect(ours).toHaveLength(acknowledged + 1);
});
