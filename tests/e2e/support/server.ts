import { type RunningServer, startServer } from "../../../scripts/setup/server.mjs";
import { removeDatabase, seededDatabase } from "./database.ts";
import { test } from "./test.ts";

/** The day on which the interview's forecasts stand as the README shows them. */
export const TODAY = "2026-11-23";
export const PINNED = {
  HINDCAST_TODAY: TODAY,
  HINDCAST_TIMEZONE: "Asia/Taipei",
  // What most tests log leads nowhere.
  HINDCAST_FETCHING: "off",
};

/** The forecasts that the tests work on. */
export const AGENTIC = "agentic-mainstream-1y";
export const OVERDUE = "hardware-2-3x-1y";
export const UNDATED = "openai-google-agentic-parity-soon";

/** The page of an entry of evidence. */
export const evidencePage = (id: string) => `/evidence/${id}`;
export const forecastPage = (slug: string) => `/forecasts/${slug}`;

/** A server with a database of its own; both are there from the first hook to the last. */
export interface Served {
  readonly origin: string;
  /** The database's address. */
  readonly database: string;
}

/**
 * Starts a server for the tests of one file, freshly seeded; their addresses may be paths.
 *
 * @param env further settings, or what gives them once they are known
 */
export function serve(env: Record<string, string> | (() => Record<string, string>) = {}): Served {
  const served = { origin: "", database: "" };
  let server: RunningServer | undefined;
  test.beforeAll(async () => {
    served.database = await seededDatabase();
    const settings = typeof env === "function" ? env() : env;
    server = await startServer({
      prepare: false,
      env: { ...PINNED, ...settings, DATABASE_URL: served.database },
    });
    served.origin = server.origin;
  });
  test.afterAll(async () => {
    await server?.stop();
    await removeDatabase(served.database);
  });
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed: nothing
    baseURL: async ({}, use) => use(served.origin),
  });
  return served;
}
