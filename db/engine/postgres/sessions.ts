import { DatabaseError, Pool, TypeOverrides, types } from "pg";
import { StoreUnavailable } from "../../store.ts";

/** One statement after another to a server, as one who is logged in. */
export interface Session {
  query(
    statement: string | { readonly text: string },
    values?: unknown[],
  ): Promise<{ readonly rows: readonly { readonly [column: string]: unknown }[] }>;
}

/** A limited number of sessions with one database. */
export interface Sessions {
  /** Lends one out for a piece of work. Whatever fails in it, the next borrower gets a sound one. */
  lend<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface SessionLimits {
  readonly most: number;
  /** How long one statement may take on the server, and how long it may wait for a lock there. */
  readonly statementMs: number;
  readonly lockMs: number;
  /** How long it is waited for a session, be it a new one or one that others have to give back first. */
  readonly waitMs: number;
  readonly readOnly: boolean;
}

/** How much longer than the server's own limit we wait for an answer: after that there is nobody there. */
const SILENCE_MS = 1_000;

// Whole numbers of 64 bits come as texts. Ours are instants and counts, which fit into a number.
const numbers = new TypeOverrides();
numbers.setTypeParser(types.builtins.INT8, Number);

/** PostgreSQL keeps no text with a NUL in it, nor does it compare one. No text that it keeps is equal to this one. */
export const sendable = (value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;

/** Connection, resources (but the disk: that does not pass), intervention by an operator (a limit on time, a shutdown), a lock that was not to be had. */
const PASSING = /^(?:08|53(?!100)|57|55P03)/;

/** An error under the name that says what to do about it: what comes from no database never reached one. */
function named(error: unknown): unknown {
  const passing = error instanceof DatabaseError ? PASSING.test(error.code ?? "") : error instanceof Error;
  if (!passing || error instanceof TypeError) return error;
  return new StoreUnavailable("PostgreSQL does not answer", { cause: error });
}

async function naming<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw named(error);
  }
}

/** Sessions with the database at an address, opened as they are needed. */
export function postgresSessions(url: string, limits: SessionLimits): Sessions {
  const settings = [
    `set statement_timeout = ${limits.statementMs}`,
    `set lock_timeout = ${limits.lockMs}`,
    // A process that is stopped in the middle of a change must not hold up all the others.
    `set idle_in_transaction_session_timeout = ${2 * limits.statementMs}`,
    `set default_transaction_read_only = ${limits.readOnly ? "on" : "off"}`,
  ];
  const pool = new Pool({
    connectionString: url,
    application_name: "hindcast",
    max: limits.most,
    types: numbers,
    keepAlive: true,
    connectionTimeoutMillis: limits.waitMs,
    query_timeout: limits.statementMs + SILENCE_MS,
    // Said to the server itself and not in the greeting, which not everything that speaks for one understands.
    onConnect: async (client) => {
      await client.query(settings.join("; "));
    },
  });
  // One that broke off while nobody used it: the pool has let go of it, and the next request opens another.
  pool.on("error", () => undefined);
  let closed: Promise<void> | undefined;
  return {
    async lend(work) {
      const client = await naming(pool.connect());
      // Its breaking off is told by the statement that it was to answer.
      const heard = () => undefined;
      client.on("error", heard);
      let isSound = false;
      try {
        const result = await work({
          query: (statement, values) => {
            const config = typeof statement === "string" ? { text: statement } : statement;
            return naming(client.query({ ...config, types: numbers }, values?.map(sendable)));
          },
        });
        isSound = true;
        return result;
      } finally {
        client.off("error", heard);
        client.release(!isSound);
      }
    },
    async close() {
      closed ??= pool.end();
      await closed;
    },
  };
}
