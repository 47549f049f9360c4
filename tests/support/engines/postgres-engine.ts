import { Client } from "pg";
import type { Location } from "../../../db/engine/location.ts";
import { openPostgres, preparePostgres } from "../../../db/engine/postgres/open.ts";
import { fillWithSeed } from "../seeded.ts";
import type { Engine, Raw } from "./engine.ts";

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

/**
 * Real databases on a real server: one for each test that asks.
 *
 * @param isOurs whether the server goes with the tests; then its databases need not be taken away one by one
 */
export function postgresEngine(server: string, isOurs: boolean): Engine {
  const admin = connectRaw(server);
  const made: string[] = [];
  const place = (name: string): Location => ({ engine: "postgres", url: databaseAt(server, name) });
  async function make(template?: string): Promise<string> {
    const name = `hindcast_test_${process.pid}_${Date.now().toString(36)}_${made.length}`;
    made.push(name);
    const like = template ?? "template0";
    await (await admin).run(`create database "${name}" template "${like}" encoding 'UTF8'`);
    return name;
  }
  let template: Promise<string> | undefined;
  const makeTemplate = async () => {
    const name = await make();
    await preparePostgres(urlOf(place(name)), fillWithSeed);
    return name;
  };
  return {
    name: "postgres",
    unused: async () => place(await make()),
    async seeded() {
      template ??= makeTemplate();
      return place(await make(await template));
    },
    prepare: (at, fill) => preparePostgres(urlOf(at), fill),
    open: (at, how) => openPostgres(urlOf(at), { connections: 4, ...how }),
    connect: (at) => connectRaw(urlOf(at)),
    async close() {
      const connection = await admin;
      for (const name of isOurs ? [] : made) await connection.run(`drop database "${name}" with (force)`);
      await connection.close();
    },
  };
}
