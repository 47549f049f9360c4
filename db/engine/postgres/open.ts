import { SYSTEM } from "../../change/actor.ts";
import { indexOnce } from "../../search/index-texts.ts";
import { isUnavailable, type Prepared, type Store, StoreRefusal } from "../../store.ts";
import { codeOf, inShort } from "../errors.ts";
import { MigrationFailed, newestMigration } from "../migrations.ts";
import { withoutSecrets } from "../without-secrets.ts";
import { inspectDatabase, migrateDatabase } from "./migrations.ts";
import { catalogFaults } from "./schema.ts";
import { postgresSessions, type Session, type Sessions } from "./sessions.ts";
import { postgresStore, storeWithin, transact } from "./store.ts";

const OLDEST_SERVER = 150_000;
/** How many sessions a store opens at most when it is not told, one of them for changes. */
const SESSIONS = 10;
/** What a request waits for at most; what a migration and a first run may take. */
const USUAL = { statementMs: 5_000, lockMs: 5_000, waitMs: 3_000 };
export const PATIENT = { statementMs: 600_000, lockMs: 120_000, waitMs: 15_000 };

const NOTHING_CHANGED = "Nothing was changed.";

/** What a server says when the address leads nowhere or may not be used: for a person, at the start. */
const REFUSALS: { readonly [code: string]: string } = {
  "3D000": "is not there. Make it (createdb), or set DATABASE_URL to another one",
  "28P01": "did not accept the password in DATABASE_URL",
  "28000": "does not let this user in",
  "42501": "does not let this user make tables. Make the user the database's owner",
  "53100": "has no room left on its disk. Nothing was changed. Make room, then start again",
};

/** What a migration that failed says; a server's own refusals say it better. */
const notUpgraded = (shown: string, { message }: MigrationFailed) =>
  new StoreRefusal(
    `${shown} could not be brought up to date (${message.replaceAll("\n", " ")}). ${NOTHING_CHANGED} Start the version that wrote it, and pass this sentence on to those who look after Hindcast.`,
  );

/** Gives the refusals of a server a sentence. */
export async function explained<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = REFUSALS[codeOf(error)];
    if (reason !== undefined) throw new StoreRefusal(`${withoutSecrets(url)} ${reason}.`);
    throw error instanceof MigrationFailed && !isUnavailable(error)
      ? notUpgraded(withoutSecrets(url), error)
      : error;
  }
}

async function requireServer(session: Session, shown: string): Promise<void> {
  const { rows } = await session.query(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  );
  const { version, encoding } = rows[0] ?? {};
  if (Number(version) < OLDEST_SERVER)
    throw new StoreRefusal(`${shown} is on a server that is too old: PostgreSQL 15 or newer is needed.`);
  if (encoding !== "UTF8")
    throw new StoreRefusal(
      `${shown} is kept in ${encoding}: a database in UTF8 is needed (createdb -E UTF8).`,
    );
}

/** After the migrations, which a refusal takes back with everything else. */
async function requireOurTables(session: Session, shown: string): Promise<void> {
  const faults = await catalogFaults(session);
  if (faults.length === 0) return;
  throw new StoreRefusal(
    `${shown} is damaged (${inShort(faults)}). ${NOTHING_CHANGED} Set DATABASE_URL to another database, or restore a backup of this one.`,
  );
}

/** Brings the database behind some sessions up to date in one transaction, and fills it if it held nothing. */
export function prepareDatabase(
  sessions: Sessions,
  shown: string,
  fill: ((store: Store) => Promise<void>) | null,
): Promise<Prepared> {
  return sessions.lend(async (session) => {
    await requireServer(session, shown);
    return transact(session, SYSTEM, async (tx) => {
      const found = await inspectDatabase(session);
      if (found === "foreign")
        throw new StoreRefusal(
          `${shown} holds other tables. ${NOTHING_CHANGED} Set DATABASE_URL to an empty database.`,
        );
      if (found !== "nothing" && found.version > newestMigration("postgres").when)
        throw new StoreRefusal(
          `${shown} was written by a newer version of Hindcast. ${NOTHING_CHANGED} Start that version, or set DATABASE_URL to another database.`,
        );
      const isNew = found === "nothing";
      if (isNew && fill === null)
        throw new StoreRefusal(
          `There are no records at ${shown}, and HINDCAST_CREATE is off, so none were made. If they should be there, look at DATABASE_URL; to make them, start once with HINDCAST_CREATE=on.`,
        );
      await migrateDatabase(session);
      if (found !== "nothing") await requireOurTables(session, shown);
      const store = storeWithin(tx);
      if (isNew) await fill?.(store);
      await indexOnce(store);
      return isNew ? "created" : "found";
    });
  });
}

/**
 * Makes sure that the tables of this version are in a database: makes and fills them when it is empty, brings older
 * ones up to date. It happens whole or not at all, and of several processes that do it at once one does it.
 *
 * @throws StoreRefusal when the database must not be touched, or cannot be used
 * @throws StoreUnavailable when the server does not answer
 */
export async function preparePostgres(
  url: string,
  fill: ((store: Store) => Promise<void>) | null,
): Promise<Prepared> {
  const sessions = postgresSessions(url, { ...PATIENT, most: 1, readOnly: false });
  try {
    return await explained(url, () => prepareDatabase(sessions, withoutSecrets(url), fill));
  } finally {
    await sessions.close();
  }
}

/**
 * Whether a database is of an older version than this, looked at without changing it. One without tables is not.
 *
 * @throws StoreRefusal, StoreUnavailable as `preparePostgres`
 */
export async function isOlderDatabase(url: string): Promise<boolean> {
  const sessions = postgresSessions(url, { ...USUAL, most: 1, readOnly: true });
  try {
    const found = await explained(url, () => sessions.lend(inspectDatabase));
    return typeof found === "object" && found.version < newestMigration("postgres").when;
  } finally {
    await sessions.close();
  }
}

export interface SessionOptions {
  /** How many connections to the server it may have open, one of them for changes. */
  readonly connections?: number | undefined;
  /** For work of many minutes that nobody waits for in front of a browser. */
  readonly isPatient?: boolean;
}

/**
 * Opens the store over a database that has been prepared once, brought up to date.
 *
 * @throws StoreRefusal, StoreUnavailable as `preparePostgres`
 */
export async function openPostgres(
  url: string,
  { connections = SESSIONS, isPatient = false }: SessionOptions = {},
): Promise<Store> {
  await preparePostgres(url, () => {
    throw new StoreRefusal(
      `There are no records at ${withoutSecrets(url)}. Run npm start, which makes them, or set DATABASE_URL.`,
    );
  });
  const limits = isPatient ? PATIENT : USUAL;
  const reading = postgresSessions(url, { ...limits, most: Math.max(1, connections - 1), readOnly: true });
  return postgresStore(reading, postgresSessions(url, { ...limits, most: 1, readOnly: false }));
}
