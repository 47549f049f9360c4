import { findPostgres, newPostgres } from "../../support/engines/postgres-server.ts";
import { SERVER_VARIABLE } from "./database.ts";

/** Has every test run on PostgreSQL: the server that TEST_POSTGRES_URL names, else one started for them. */
export default async function startPostgres(): Promise<(() => Promise<void>) | undefined> {
  const named = process.env.TEST_POSTGRES_URL;
  if (named) {
    process.env[SERVER_VARIABLE] = named;
    return;
  }
  const programs = findPostgres();
  if (programs === null) throw new Error("There is no PostgreSQL on this machine: set TEST_POSTGRES_URL.");
  const server = await newPostgres(programs);
  process.env[SERVER_VARIABLE] = server.url("postgres");
  return server.remove;
}
