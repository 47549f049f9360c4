import { Client } from "pg";
import type { Location } from "#db/engine/location.ts";
import { openPostgres, preparePostgres } from "#db/engine/postgres/open.ts";
import type { Engine, Raw } from "./engine.ts";
import type { PostgresForTests } from "./start-postgres.ts";

const urlOf = (place: Location): string => {
  if (place.engine !== "postgres") throw new TypeError("not an address");
  return place.url;
};

/** A connection that asks what it is told to. */
export async function connectRaw(url: string): Promise<Raw> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    run: async (statement, values = []) => (await client.query(statement, [...values])).rows,
    close: () => client.end(),
  };
}

/** The address of another database on the same server. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** The schema in which a seeded database keeps its rows a second time. */
export const AS_SEEDED = "as_seeded";

/** The statements that put them back; the triggers that keep them from it sleep meanwhile. */
async function putBack(connection: Raw): Promise<string> {
  const tables = await connection.run("select tablename from pg_tables where schemaname = $1", [AS_SEEDED]);
  const names = tables.map(({ tablename }) => `"${tablename}"`);
  return [
    "begin",
    "set local session_replication_role = replica",
    ...names.map((name) => `delete from public.${name}`),
    ...names.map((name) => `insert into public.${name} select * from ${AS_SEEDED}.${name}`),
    "commit",
  ].join(";");
}

let count = 0;

/** Real databases on a real server: one for each test that asks. */
export function postgresEngine({ url: server, isOurs, seeded }: PostgresForTests): Engine {
  let admin: Promise<Raw> | undefined;
  let made: string[] = [];
  const place = (name: string): Location => ({ engine: "postgres", url: databaseAt(server, name) });
  async function make(template: string): Promise<Location> {
    admin ??= connectRaw(server);
    const name = `hindcast_test_${process.pid}_${Date.now().toString(36)}_${count++}`;
    made.push(name);
    await (await admin).run(`create database "${name}" template "${template}" encoding 'UTF8'`);
    return place(name);
  }
  const resetting = new Map<string, Promise<Raw>>();
  async function reseed(at: Location): Promise<void> {
    const url = urlOf(at);
    if (!resetting.has(url)) resetting.set(url, connectRaw(url));
    const connection = await resetting.get(url);
    await connection?.run(await putBack(connection));
  }
  return {
    name: "postgres",
    // It takes a right that a server of somebody's may not give us.
    ...(isOurs && { reseed }),
    unused: () => make("template0"),
    seeded: () => make(seeded),
    prepare: (at, fill) => preparePostgres(urlOf(at), fill),
    open: (at, how) => openPostgres(urlOf(at), { connections: 4, ...how }),
    connect: (at) => connectRaw(urlOf(at)),
    async close() {
      for (const connecting of resetting.values()) await (await connecting).close();
      resetting.clear();
      const connection = await admin;
      if (connection === undefined) return;
      // Those of a server that goes with the tests go with it.
      for (const name of isOurs ? [] : made) await connection.run(`drop database "${name}" with (force)`);
      [admin, made] = [undefined, []];
      await connection.close();
    },
  };
}
