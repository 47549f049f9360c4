import { existsSync } from "node:fs";
import type { Database as Connection } from "better-sqlite3";
import type { Location } from "../engine/location.ts";
import { migrationsOf, newestMigration } from "../engine/migrations.ts";
import { inspectDatabase } from "../engine/postgres/migrations.ts";
import { explained, PATIENT } from "../engine/postgres/open.ts";
import { expectedCatalog, writtenFaults } from "../engine/postgres/schema.ts";
import { postgresSessions, type Session } from "../engine/postgres/sessions.ts";
import { requireAccess } from "../engine/sqlite/access.ts";
import { inspect } from "../engine/sqlite/file.ts";
import { lookAt } from "../engine/sqlite/look.ts";
import { versionOf } from "../engine/sqlite/migrations.ts";
import { madeBy, schemaFaults } from "../engine/sqlite/schema.ts";
import { looseReference, looseReferences, pagesFault } from "../engine/sqlite/soundness.ts";
import { withoutSecrets } from "../engine/without-secrets.ts";
import { StoreRefusal } from "../store.ts";
import {
  ALL_NUMBERS,
  type Finding,
  finding,
  GAPS,
  historyNumbers,
  ofHistory,
  unreadable,
} from "./finding.ts";

async function ofServerTables(session: Session, isOlder: boolean): Promise<Finding> {
  const about = "Tables, indexes and triggers";
  if (isOlder)
    return finding(about, [], "not compared: of an older version, which npm start brings up to date");
  const all = `all ${expectedCatalog().length} as ${newestMigration("postgres").name} left them, every constraint valid`;
  return finding(about, await writtenFaults(session), all);
}

interface Key {
  readonly child: string;
  readonly parent: string;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
}

const KEYS = `
select quote_ident(c.relname) as child, quote_ident(p.relname) as parent,
       (select string_agg(quote_ident(a.attname), ',' order by n.place) from unnest(k.conkey) with ordinality n(number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.number) as columns,
       (select string_agg(quote_ident(a.attname), ',' order by n.place) from unnest(k.confkey) with ordinality n(number, place)
          join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.number) as targets
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
 where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
 order by k.conname`;

async function foreignKeys(session: Session): Promise<readonly Key[]> {
  const { rows } = await session.query(KEYS);
  return rows.map(({ child, parent, columns, targets }) => ({
    child: String(child),
    parent: String(parent),
    columns: String(columns).split(","),
    targets: String(targets).split(","),
  }));
}

async function looseBy(
  session: Session,
  { child, parent, columns, targets }: Key,
): Promise<readonly string[]> {
  const set = columns.map((column) => `c.${column} is not null`).join(" and ");
  const same = columns.map((column, i) => `p.${targets[i]} = c.${column}`).join(" and ");
  const first = columns.map((column) => `min(c.${column}::text)`).join(" || ', ' || ");
  const { rows } = await session.query(
    `select count(*) as rows, ${first} as first from ${child} c where ${set} and not exists (select 1 from ${parent} p where ${same})`,
  );
  const count = Number(rows[0]?.rows ?? 0);
  return count === 0 ? [] : [looseReference(child, parent, count, String(rows[0]?.first))];
}

async function ofServerReferences(session: Session): Promise<Finding> {
  const keys = await foreignKeys(session);
  const loose: string[] = [];
  for (const key of keys) loose.push(...(await looseBy(session, key)));
  return finding("Foreign keys", loose, `each of ${keys.length} leads to rows that are there`);
}

async function ofServerNumbers(session: Session): Promise<Finding> {
  const [all] = (await session.query(ALL_NUMBERS)).rows;
  return ofHistory(historyNumbers(all, (await session.query(GAPS)).rows));
}

async function isOlderThanThis(session: Session, shown: string): Promise<boolean> {
  const found = await inspectDatabase(session);
  if (found === "nothing")
    throw new StoreRefusal(`There is no database of Hindcast at ${shown}: it has no tables.`);
  if (found === "foreign") throw new StoreRefusal(`${shown} holds other tables than Hindcast's.`);
  if (found.version > newestMigration("postgres").when)
    throw new StoreRefusal(`${shown} was written by a newer version of Hindcast: verify it with that.`);
  return found.version < newestMigration("postgres").when;
}

/**
 * Looks at what is in a database, as of one moment, while the app works with it or not. Its pages are the server's own
 * affair (`pg_amcheck`).
 *
 * @param found is given each finding as soon as it is there
 * @throws StoreRefusal when it is no database of ours or of a newer version
 * @throws StoreUnavailable when the server does not answer
 */
export async function verifyPostgres(url: string, found: (finding: Finding) => void): Promise<void> {
  const sessions = postgresSessions(url, { ...PATIENT, most: 1, readOnly: true });
  try {
    await explained(url, () =>
      sessions.lend(async (session) => {
        await session.query("begin isolation level repeatable read read only");
        const isOlder = await isOlderThanThis(session, withoutSecrets(url));
        found(await ofServerReferences(session));
        found(await ofServerTables(session, isOlder));
        found(await ofServerNumbers(session));
        await session.query("rollback");
      }),
    );
  } finally {
    await sessions.close();
  }
}

type Row = { readonly [column: string]: unknown };

function ofPages(connection: Connection): Finding {
  const fault = pagesFault(connection, "integrity_check");
  return finding("Pages and indexes", fault === null ? [] : [fault], "sound (integrity_check)");
}

const ofReferences = (connection: Connection): Finding =>
  finding("Foreign keys", looseReferences(connection), "each leads to a row that is there");

function ofTables(connection: Connection): Finding {
  const about = "Tables, indexes and triggers";
  const version = versionOf(connection);
  const migration = migrationsOf("sqlite").find(({ when }) => when === version);
  if (version === null || migration === undefined)
    return finding(about, ["of a version that this one does not know"], "");
  return finding(
    about,
    schemaFaults(connection, version),
    `all ${madeBy(version)} as ${migration.name} left them`,
  );
}

function ofNumbers(connection: Connection): Finding {
  const ask = (question: string) => connection.prepare<[], Row>(question);
  return ofHistory(historyNumbers(ask(ALL_NUMBERS).get(), ask(GAPS).all()));
}

const LOOKS = [
  ["Pages and indexes", ofPages],
  ["Foreign keys", ofReferences],
  ["Tables, indexes and triggers", ofTables],
  ["History", ofNumbers],
] as const;

/**
 * Looks at all of a file and its log, as of one moment, whether or not somebody has it open.
 *
 * @param found is given each finding as soon as it is there
 * @throws StoreRefusal when there is none, or it is no database of ours
 */
export function verifySqlite(file: string, found: (finding: Finding) => void): void {
  requireAccess(file, "read");
  if (!existsSync(file)) throw new StoreRefusal(`There is no database at ${file}.`);
  inspect(file, "header");
  lookAt(file, (connection) => {
    // Whatever is changed meanwhile.
    connection.exec("BEGIN");
    for (const [about, look] of LOOKS) {
      try {
        found(look(connection));
      } catch (error) {
        found(unreadable(about, error));
      }
    }
  });
}

/**
 * Looks at all that a database holds, while the app runs or not, and changes nothing. It reads everything, so a large
 * database takes its time.
 *
 * @param found is given each finding as soon as it is there
 * @throws StoreRefusal when there is no database of ours that could be looked at
 * @throws StoreUnavailable when a server does not answer
 */
export const verify = async (location: Location, found: (finding: Finding) => void): Promise<void> =>
  location.engine === "sqlite" ? verifySqlite(location.file, found) : verifyPostgres(location.url, found);
