import type { TestProject } from "vitest/node";
import { findPostgres, newPostgres, WITHOUT_SERVER } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for the tests, and whether it was started for them; null where there is none, for PGlite. */
    postgres: { readonly url: string; readonly isOurs: boolean } | null;
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
    project.provide("postgres", { url: named, isOurs: false });
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
  project.provide("postgres", { url: server.url("postgres"), isOurs: true });
  return server.remove;
}
