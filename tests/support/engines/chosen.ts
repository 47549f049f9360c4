import { inject } from "vitest";
import type { Engine } from "./engine.ts";

/** The engine that this project of the tests runs on (see vitest.config.ts). */
export async function chosenEngine(): Promise<Engine> {
  if (process.env.HINDCAST_TEST_ENGINE !== "postgres") {
    return (await import("./sqlite-engine.ts")).sqliteEngine();
  }
  const server = inject("postgres");
  return server === null
    ? (await import("./pglite-engine.ts")).pgliteEngine()
    : (await import("./postgres-engine.ts")).postgresEngine(server);
}
