import type { Location } from "#db/engine/location.ts";
import { tableShapes } from "#db/moving/table-rows.ts";
import type { Store } from "#db/store.ts";
import { afterEachFile, afterEachTest, isInTest } from "./after-file.ts";
import { chosenEngine } from "./engines/chosen.ts";
import type { Engine, Raw, Row } from "./engines/engine.ts";
import { ADA } from "./seeded.ts";

const chosen = await chosenEngine();
const opened: Store[] = [];
const connections: Raw[] = [];

/** An open store, and where its records are. */
export interface Held {
  readonly store: Store;
  readonly place: Location;
}

/** Seeded databases that the tests before are done with, and those that this one has. */
let free: Held[] = [];
let taken: Held[] = [];
/** What can't be had back by putting its rows back. */
const altered = new Set<Location>();

afterEachTest(() => {
  free.push(...taken.filter(({ place }) => !altered.has(place)));
  taken = [];
});

afterEachFile(async () => {
  [free, taken] = [[], []];
  altered.clear();
  for (const store of opened.splice(0)) await store.close();
  for (const connection of connections.splice(0)) await connection.close();
  await engine.close();
});

/** @param how patient where many wait for their turn: on a machine with other work to do it comes late */
export async function openAt(place: Location, how?: { readonly isPatient: boolean }): Promise<Store> {
  const store = (await engine.open(place, how)).as(ADA);
  opened.push(store);
  return store;
}

/** A connection by which it is noted where more is done to a database than to change its rows. */
async function connectNoting(place: Location): Promise<Raw> {
  const connection = await chosen.connect(place);
  const run: Raw["run"] = (statement, values) => {
    if (/\b(?:create|alter|drop|grant|revoke)\b/i.test(statement)) altered.add(place);
    return connection.run(statement, values);
  };
  return { run, close: connection.close };
}

/** For tests that hold on every engine: databases of the one that they run on. */
export const engine: Engine = { ...chosen, connect: connectNoting };

export async function connectTo(place: Location): Promise<Raw> {
  const connection = await engine.connect(place);
  connections.push(connection);
  return connection;
}

/** An open store over a seeded database of a test's own: on a server one that a test before is done with, as it was. */
export async function seededStore(): Promise<Held> {
  const again = engine.reseed && free.pop();
  if (again) await engine.reseed?.(again.place);
  const place = again?.place ?? (await engine.seeded());
  const open = again?.store ?? (await openAt(place));
  const close = () => {
    altered.add(place);
    return open.close();
  };
  // What a hook before all tests has is theirs to the end.
  if (isInTest()) taken.push({ store: open, place });
  return { store: { ...open, close }, place };
}

/** A database with no records in it, at a place of its own. */
export async function emptyStore(): Promise<Held> {
  const place = await engine.unused();
  await engine.prepare(place, () => Promise.resolve());
  return { store: await openAt(place), place };
}

const tables = tableShapes.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The names of the tables that a database has: one of an older version has not all of them. */
async function tablesIn(connection: Raw): Promise<ReadonlySet<unknown>> {
  const rows = await connection.run(
    engine.name === "sqlite"
      ? "select name from sqlite_schema where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = current_schema()",
  );
  return new Set(rows.map(({ name }) => name));
}

/** Every row of every table, as stored, in the order of their keys. */
export async function dump(place: Location): Promise<Record<string, Row[]>> {
  const connection = await engine.connect(place);
  try {
    const found: Record<string, Row[]> = {};
    const there = await tablesIn(connection);
    for (const { name, key } of tables.filter((table) => there.has(table.name))) {
      const order = key.map((column) => `"${column.name}"`).join(", ");
      found[name] = await connection.run(`select * from "${name}" order by ${order}`);
    }
    return found;
  } finally {
    await connection.close();
  }
}
