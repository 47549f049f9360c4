import type { TestProject } from "vitest/node";
import { findPostgres, newPostgres, WITHOUT_SERVER } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a server for the tests; null where there is none, and PGlite takes its place. */
    postgres: string | null;
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Finds the server that the tests of the PostgreSQL engine use, once for all of them, and says which it is. */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const named = process.env.TEST_POSTGRES_URL;
  if (named && named !== WITHOUT_SERVER) {
    say("PostgreSQL for the tests: the server that TEST_POSTGRES_URL names");
    project.provide("postgres", named);
    return;
  }
  const programs = named === WITHOUT_SERVER ? null : findPostgres();
  if (programs === null) {
    say("PostgreSQL for the tests: PGlite, without what takes more than one session at a time");
    project.provide("postgres", null);
    return;
  }
  const server = await newPostgres(programs);
  say(`PostgreSQL for the tests: ${programs}/postgres, started for them`);
  project.provide("postgres", server.url("postgres"));
  return server.remove;
}
