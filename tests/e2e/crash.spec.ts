import { setTimeout as after } from "node:timers/promises";
import { startServer } from "../../scripts/setup/server.mjs";
import { rounds } from "../support/rounds.ts";
import { ask, newDatabase, removeDatabase } from "./support/database.ts";
import { faultsOf } from "./support/rows.ts";
import { PINNED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { type Acknowledged, writeUntilGone } from "./support/writers.ts";

// A success answer means that the change and its history entry are on disk together.

const ROUNDS = rounds(5, 200);
/** So many changes are acknowledged before a kill at most, and so long it waits then, in ms. */
const MOST_CHANGES = 40;
const LONGEST_MS = 60;
const KINDS = 5;

/** Random numbers that a seed brings back (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Row {
  readonly [column: string]: unknown;
}

const byId = async (database: string, table: Acknowledged["table"]) =>
  new Map((await ask<Row>(database, `select * from ${table}`)).map((row) => [row.id, row]));

/** What was acknowledged and is not as it was: its row, or its entry in the history. */
async function lost(database: string, acknowledged: readonly Acknowledged[]): Promise<readonly unknown[]> {
  const rows = {
    evidence: await byId(database, "evidence"),
    verdicts: await byId(database, "verdicts"),
    reviews: await byId(database, "reviews"),
  };
  const changes = await ask<Row>(database, "select action, subject_id from history");
  const told = new Set(changes.map(({ action, subject_id }) => `${action} ${subject_id}`));
  return acknowledged.filter(({ action, id, table, row }) => {
    const stored = rows[table].get(id);
    const isAsTold = Object.entries(row).every(([column, value]) => stored?.[column] === value);
    return !isAsTold || !told.has(`${action} ${id}`);
  });
}

/** Rows that the history knows nothing of, and entries about nothing: halves of a change. */
const halves = (database: string) =>
  ask<Row>(
    database,
    `select 'row without its entry' as what, id from
       (select id from evidence union all select id from verdicts union all select id from reviews) as written
       where id not in (select subject_id from history where subject_id is not null)
     union all
     select 'withdrawn without its entry', id from evidence where withdrawn_at is not null
       and id not in (select subject_id from history where action = 'evidence-withdrawn')
     union all
     select 'ended without its entry', id from verdicts where ended_at is not null
       and id not in (select subject_id from history where action in ('verdict-withdrawn', 'verdict-replaced'))
     union all
     select 'entry about nothing', id from history where subject_id is not null and subject_id not in
       (select id from evidence union all select id from verdicts union all select id from reviews
        union all select id from sources union all select id from speakers)`,
  );

test(`whatever was acknowledged outlives kill -9, ${ROUNDS} times over`, async () => {
  test.setTimeout(ROUNDS * 30_000);
  const seed = Number(process.env.HINDCAST_TEST_SEED || Date.now() % 1_000_000);
  console.log(`Crashes: HINDCAST_TEST_SEED=${seed}`);
  const random = randomFrom(seed);
  const database = await newDatabase();
  const env = { ...PINNED, DATABASE_URL: database };
  const acknowledged: Acknowledged[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer({ prepare: round === 0, env });
      const healthy = await fetch(`${server.origin}/healthz`);
      expect(healthy.status, "it starts by itself after a crash").toBe(200);
      expect(await faultsOf(database)).toEqual([]);
      expect(await lost(database, acknowledged)).toEqual([]);
      expect(await halves(database)).toEqual([]);

      const enough = acknowledged.length + 1 + random() * (MOST_CHANGES - 1);
      const isLast = round === ROUNDS - 1;
      const acknowledgement = Promise.withResolvers<void>();
      const writing = writeUntilGone(server.origin, (done) => {
        acknowledged.push(done);
        const kinds = new Set(acknowledged.map(({ action }) => action)).size;
        if (acknowledged.length >= enough && (!isLast || kinds === KINDS)) acknowledgement.resolve();
      });
      await Promise.race([acknowledgement.promise, writing]);
      await after(random() * LONGEST_MS);
      await server.kill();
      expect(await writing).toEqual([]);
    }
    const last = await startServer({ env });
    expect(await faultsOf(database)).toEqual([]);
    expect(await lost(database, acknowledged)).toEqual([]);
    expect(await halves(database)).toEqual([]);
    await last.stop();
  } finally {
    await removeDatabase(database);
  }
  console.log(`Crashes: ${acknowledged.length} acknowledged changes were all there`);
});
