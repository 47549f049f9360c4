import { getTableConfig } from "drizzle-orm/sqlite-core";
import { afterAll } from "vitest";
import type { Location } from "../../db/location.ts";
import * as schema from "../../db/schema.ts";
import type { Store } from "../../db/store.ts";
import { chosenEngine } from "./engines/chosen.ts";
import type { Raw, Row } from "./engines/engine.ts";

/** For tests that hold on every engine: databases of the one that they run on. */
export const engine = await chosenEngine();
const opened: Store[] = [];
const connections: Raw[] = [];

afterAll(async () => {
  for (const store of opened) await store.close();
  for (const connection of connections) await connection.close();
  await engine.close();
});

/** An open store, and where its records are. */
export interface Held {
  readonly store: Store;
  readonly place: Location;
}

export async function openAt(place: Location): Promise<Store> {
  const store = await engine.open(place);
  opened.push(store);
  return store;
}

export async function connectTo(place: Location): Promise<Raw> {
  const connection = await engine.connect(place);
  connections.push(connection);
  return connection;
}

export async function seededStore(): Promise<Held> {
  const place = await engine.seeded();
  return { store: await openAt(place), place };
}

/** A database with no records in it, at a place of its own. */
export async function emptyStore(): Promise<Held> {
  const place = await engine.unused();
  await engine.prepare(place, () => Promise.resolve());
  return { store: await openAt(place), place };
}

const tables = Object.values(schema)
  .filter((value) => typeof value === "object" && "getSQL" in value)
  .map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const single = columns.filter(({ primary }) => primary);
    const key = (primaryKeys[0]?.columns ?? single).map((column) => `"${column.name}"`);
    return { name, key: key.join(", ") };
  })
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Every row of every table, as stored, in the order of their keys. */
export async function dump(place: Location): Promise<Record<string, Row[]>> {
  const connection = await engine.connect(place);
  try {
    const found: Record<string, Row[]> = {};
    for (const { name, key } of tables) {
      found[name] = await connection.run(`select * from "${name}" order by ${key}`);
    }
    return found;
  } finally {
    await connection.close();
  }
}
