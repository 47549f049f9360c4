import { prepareDatabase } from "../../../scripts/setup/server.mjs";
import { findPostgres, newPostgres } from "../../support/engines/postgres-server.ts";
import { newDatabase, removeDatabase, SEEDED_VARIABLE, SERVER_VARIABLE } from "./database.ts";
import { PINNED } from "./server.ts";

/** Finds the PostgreSQL server that all tests run on: the one that TEST_POSTGRES_URL names, else one started for them. */
async function startPostgres(): Promise<() => Promise<void>> {
  const named = process.env.TEST_POSTGRES_URL;
  if (named) {
    process.env[SERVER_VARIABLE] = named;
    return () => Promise.resolve();
  }
  const programs = findPostgres();
  if (programs === null) throw new Error("There is no PostgreSQL on this machine: set TEST_POSTGRES_URL.");
  const server = await newPostgres(programs);
  process.env[SERVER_VARIABLE] = server.url("postgres");
  return server.remove;
}

/** Seeds one database for all tests as a start does: each has a copy of it. */
export default async function prepare(): Promise<() => Promise<void>> {
  const isOnPostgres = process.env.HINDCAST_TEST_ENGINE === "postgres";
  const remove = isOnPostgres ? await startPostgres() : () => Promise.resolve();
  const seeded = await newDatabase();
  await prepareDatabase({ env: { ...PINNED, DATABASE_URL: seeded }, quiet: true });
  process.env[SEEDED_VARIABLE] = seeded;
  return async () => {
    await removeDatabase(seeded);
    await remove();
  };
}
