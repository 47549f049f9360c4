import type { Location } from "../../db/engine/location.ts";
import { tableShapes } from "../../db/moving/table-rows.ts";
import type { Store } from "../../db/store.ts";
import { afterEachFile } from "./after-file.ts";
import { chosenEngine } from "./engines/chosen.ts";
import type { Raw, Row } from "./engines/engine.ts";

/** For tests that hold on every engine: databases of the one that they run on. */
export const engine = await chosenEngine();
const opened: Store[] = [];
const connections: Raw[] = [];

afterEachFile(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const connection of connections.splice(0)) await connection.close();
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

const tables = tableShapes.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Every row of every table, as stored, in the order of their keys. */
export async function dump(place: Location): Promise<Record<string, Row[]>> {
  const connection = await engine.connect(place);
  try {
    const found: Record<string, Row[]> = {};
    for (const { name, key } of tables) {
      const order = key.map((column) => `"${column.name}"`).join(", ");
      found[name] = await connection.run(`select * from "${name}" order by ${order}`);
    }
    return found;
  } finally {
    await connection.close();
  }
}
