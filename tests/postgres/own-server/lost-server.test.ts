import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openPostgres, preparePostgres } from "#db/engine/postgres/open.ts";
import { countForecasts } from "#db/lists/forecasts.ts";
import { speakers } from "#db/schema/tables.ts";
import { insertSpeaker } from "#db/sources/insert.ts";
import { isUnavailable, type Store } from "#db/store.ts";
import { findPostgres, newPostgres, type PostgresServer } from "../../support/engines/postgres-server.ts";
import { fillWithSeed, TODAY } from "../../support/seeded.ts";
import { PATIENT } from "../../support/store.ts";

vi.setConfig(PATIENT);

let server: PostgresServer;
let store: Store;
beforeAll(async () => {
  const programs = findPostgres();
  if (programs === null) throw new Error("there is no PostgreSQL on this machine");
  server = await newPostgres(programs);
  await preparePostgres(server.url("postgres"), fillWithSeed);
  store = await openPostgres(server.url("postgres"), { connections: 3 });
});
afterAll(async () => {
  await store?.close();
  await server?.remove();
});

const read = () => countForecasts(store.read, {}, TODAY);
const write = (slug: string) =>
  store.write((tx) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role: null }]));
const sleep = async (seconds: number) => {
  await store.read.select({ slept: sql`pg_sleep(${seconds})` }).from(sql`(select 1) one`);
};

/** How long work took, and whether it failed because the store did not answer. */
async function outcomeOf(work: Promise<unknown>) {
  const began = performance.now();
  const unavailable = await work.then(
    () => false,
    (error: unknown) => isUnavailable(error),
  );
  return { unavailable, ms: performance.now() - began };
}

test("a server that is gone is told at once, and reads and writes go on once it is back", async () => {
  expect(await read()).toBe(22);
  await write("before");
  await server.stop();
  for (const work of [read, () => write("during"), () => store.schemaVersion()]) {
    const { unavailable, ms } = await outcomeOf(work());
    expect(unavailable).toBe(true);
    expect(ms).toBeLessThan(60_000);
  }
  await server.start();
  expect(await read()).toBe(22);
  await write("after");
  const found = await store.read.select({ slug: speakers.slug }).from(speakers);
  expect(found.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["before", "after"]));
  expect(found.map(({ slug }) => slug)).not.toContain("during");
});

test("a change that loses the server in the middle is not made, and does not end the app", async () => {
  let stopped: Promise<void> | undefined;
  const change = store.write(async (tx) => {
    await insertSpeaker(tx, "halfway", [{ lang: "en", name: "Halfway", role: null }]);
    stopped = server.stop();
    await stopped;
    await wait(50);
    await insertSpeaker(tx, "lost", [{ lang: "en", name: "Lost", role: null }]);
  });
  expect(await outcomeOf(change)).toMatchObject({ unavailable: true });
  await stopped;
  await server.start();
  const found = await store.read.select({ slug: speakers.slug }).from(speakers);
  expect(found.map(({ slug }) => slug)).not.toContain("halfway");
  await write("next");
});

test("where every session is taken, the next request is told so within seconds", async () => {
  const held = [sleep(4.5), sleep(4.5)];
  await wait(50);
  const { unavailable, ms } = await outcomeOf(read());
  expect(unavailable).toBe(true);
  expect(ms).toBeLessThan(4_000);
  await Promise.all(held);
  expect(await read()).toBe(22);
});

test("a statement that takes too long is ended, and its session is free again", async () => {
  const { unavailable, ms } = await outcomeOf(sleep(60));
  expect(unavailable).toBe(true);
  expect(ms).toBeLessThan(7_000);
  expect(await read()).toBe(22);
});

test("a change waits for another process only so long", async () => {
  const other = await openPostgres(server.url("postgres"));
  let release = (): void => undefined;
  const holding = other.write(
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  await wait(200);
  const { unavailable, ms } = await outcomeOf(write("patient"));
  expect(unavailable).toBe(true);
  expect(ms).toBeLessThan(7_000);
  release();
  await outcomeOf(holding);
  await other.close();
  await write("patient");
});

test("an opening that finds no server can be tried again", async () => {
  await server.stop();
  expect(await outcomeOf(openPostgres(server.url("postgres")))).toMatchObject({ unavailable: true });
  await server.start();
  const again = await openPostgres(server.url("postgres"));
  expect(await again.schemaVersion()).toMatch(/^\d{4}_\w+$/);
  await again.close();
});
