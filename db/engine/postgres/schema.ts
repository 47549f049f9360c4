import { readFileSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder } from "../migrations.ts";
import { type Made, readCatalog } from "./catalog.ts";
import { migrateDatabase } from "./migrations.ts";
import type { Session } from "./sessions.ts";

/** Where it is written down what the migrations make, as a server tells it (`npm run db:generate`). */
export const catalogFile = () => join(migrationsFolder("postgres"), "catalog.json");

/** What the migrations of this version make of an empty schema. */
export const expectedCatalog = (): readonly Made[] =>
  JSON.parse(readFileSync(catalogFile(), "utf8")) as readonly Made[];

const keyOf = ({ kind, on, name }: Made) =>
  kind === "table" ? `the table ${name}` : `the ${kind} ${name} of ${on}`;

const byKey = (all: readonly Made[]) => new Map(all.map((made) => [keyOf(made), made]));

/** What may be there besides, since it takes nothing away and changes nothing that is written. */
const isHarmless = ({ kind }: Made) => kind === "table" || kind === "index";

function difference(should: readonly Made[], is: readonly Made[]): readonly string[] {
  const [expected, found] = [byKey(should), byKey(is)];
  const lost = new Set(
    should.filter((made) => made.kind === "table" && !found.has(keyOf(made))).map(({ on }) => on),
  );
  const wrong = should.flatMap((made) => {
    const key = keyOf(made);
    const there = found.get(key);
    if (there !== undefined) return there.made === made.made ? [] : [`${key} is not as it was made`];
    // What belonged to a table that is gone goes without saying.
    return made.kind !== "table" && lost.has(made.on) ? [] : [`${key} is missing`];
  });
  const tables = new Set(should.map(({ on }) => on));
  const foreign = is
    .filter((made) => !isHarmless(made) && tables.has(made.on) && !expected.has(keyOf(made)))
    .map((made) =>
      made.kind === "foreign key"
        ? `${keyOf(made)} is switched off`
        : `${keyOf(made)} is not one of Hindcast's`,
    );
  return [...wrong, ...foreign];
}

const BESIDE = "hindcast_as_it_should_be";

/** What the migrations make on this very server: made beside what is there, and taken back at once. */
async function madeHere(session: Session): Promise<readonly Made[] | null> {
  await session.query("savepoint as_it_should_be");
  try {
    await session.query(`create schema ${BESIDE}`);
    await session.query(`set local search_path to ${BESIDE}`);
    await migrateDatabase(session);
    return await readCatalog(session);
  } catch {
    // Not everybody may make a schema.
    return null;
  } finally {
    await session.query("rollback to savepoint as_it_should_be");
  }
}

/** As `catalogFaults`, compared with what was written down and nothing else: for a session that may not write. */
export const writtenFaults = async (session: Session): Promise<readonly string[]> =>
  difference(expectedCatalog(), await readCatalog(session));

/**
 * In what the tables of a database are other than the migrations make them, down to columns, constraints, indexes and
 * triggers: one phrase for each. Tables, views and indexes that somebody added are no fault.
 *
 * It compares with what was written down, which takes the same few milliseconds however much the tables hold. A server
 * newer than this version may tell the same things in other words: so where something differs, the migrations are made
 * beside it, and their words compared.
 *
 * @param session inside a transaction, at this version
 * @param written what was written down
 */
export async function catalogFaults(
  session: Session,
  written = expectedCatalog(),
): Promise<readonly string[]> {
  const is = await readCatalog(session);
  const faults = difference(written, is);
  if (faults.length === 0) return [];
  const here = await madeHere(session);
  return here === null ? faults : difference(here, is);
}
