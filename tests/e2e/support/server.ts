import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "@playwright/test";
import { type RunningServer, startServer } from "../../../scripts/setup/server.mjs";

/** The day on which the interview's forecasts stand as the README shows them. */
export const TODAY = "2026-11-23";
export const PINNED = { HINDCAST_TODAY: TODAY, HINDCAST_TIMEZONE: "Asia/Taipei" };

/** The forecasts that the tests work on. */
export const AGENTIC = "agentic-mainstream-1y";
export const OVERDUE = "hardware-2-3x-1y";
export const UNDATED = "openai-google-agentic-parity-soon";

export const forecastPage = (slug: string) => `/forecasts/${slug}`;

/** A server with a database of its own; both are there from the first hook to the last. */
export interface Served {
  readonly origin: string;
  readonly file: string;
}

export const newDatabase = () => join(mkdtempSync(join(tmpdir(), "hindcast-e2e-")), "hindcast.db");
export const removeDatabase = (file: string) => rmSync(dirname(file), { recursive: true, force: true });

/** Starts a server for the tests of one file, freshly seeded; their addresses may be paths. */
export function serve(env: Record<string, string> = {}): Served {
  const served = { origin: "", file: "" };
  let server: RunningServer | undefined;
  test.beforeAll(async () => {
    served.file = newDatabase();
    server = await startServer({ databaseFile: served.file, env: { ...PINNED, ...env } });
    served.origin = server.origin;
  });
  test.afterAll(async () => {
    await server?.stop();
    removeDatabase(served.file);
  });
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed: nothing
    baseURL: async ({}, use) => use(served.origin),
  });
  return served;
}
