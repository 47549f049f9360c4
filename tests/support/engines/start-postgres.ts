import type { TestProject } from "vitest/node";
import { preparePostgres } from "#db/engine/postgres/open.ts";
import { fillWithSeed } from "../seeded.ts";
import { AS_SEEDED, connectRaw, databaseAt } from "./postgres-engine.ts";
import { findPostgres, newPostgres, WITHOUT_SERVER } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for the tests; null where there is none, for PGlite. */
    postgres: PostgresForTests | null;
  }
}

/** A server for the tests. */
export interface PostgresForTests {
  /** The address of a database that is always there. */
  readonly url: string;
  /** Whether it was started for the tests, and goes with them. */
  readonly isOurs: boolean;
  /** The name of a seeded database that nothing has open, to be copied. */
  readonly seeded: string;
}

/** Seeds one database for all tests. */
async function seedDatabase(url: string): Promise<string> {
  const seeded = `hindcast_test_seeded_${process.pid}`;
  const admin = await connectRaw(url);
  await admin.run(`create database "${seeded}" template template0 encoding 'UTF8'`);
  await admin.close();
  await preparePostgres(databaseAt(url, seeded), fillWithSeed);
  const filled = await connectRaw(databaseAt(url, seeded));
  await filled.run(`create schema ${AS_SEEDED}`);
  for (const { tablename } of await filled.run(
    "select tablename from pg_tables where schemaname = 'public'",
  )) {
    await filled.run(`create table ${AS_SEEDED}."${tablename}" as select * from public."${tablename}"`);
  }
  await filled.close();
  return seeded;
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const admin = await connectRaw(url);
  await admin.run(`drop database "${name}" with (force)`);
  await admin.close();
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Finds the server that the tests of the PostgreSQL engine use, once for all of them, and says which it is. */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  if (!project.vitest.projects.some(({ name }) => name.includes("postgres"))) return;
  const named = process.env.TEST_POSTGRES_URL;
  if (named && named !== WITHOUT_SERVER) {
    say("PostgreSQL for the tests: the server that TEST_POSTGRES_URL names");
    const seeded = await seedDatabase(named);
    project.provide("postgres", { url: named, isOurs: false, seeded });
    return () => dropDatabase(named, seeded);
  }
  const programs = named === WITHOUT_SERVER ? null : findPostgres();
  if (programs === null) {
    say("PostgreSQL for the tests: PGlite, without what takes more than one session at a time");
    project.provide("postgres", null);
    return;
  }
  const server = await newPostgres(programs);
  say(`PostgreSQL for the tests: ${programs}/postgres, started for them`);
  const url = server.url("postgres");
  project.provide("postgres", { url, isOurs: true, seeded: await seedDatabase(url) });
  return server.remove;
}
