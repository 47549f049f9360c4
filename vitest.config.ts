import { defineConfig } from "vitest/config";
import { findPostgres, WITHOUT_SERVER } from "./tests/support/engines/postgres-server.ts";

// A rule about calendar days must not depend on where it runs. Behind and ahead of UTC, with and without daylight
// saving, a zone off by 45 minutes, the furthest ahead, and one that has skipped a whole day (30 December 2011).
const timeZones = ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Apia"];

// Generous: two slow cores may have other work to do.
const shared = {
  // A process each: only there does TZ take effect.
  pool: "forks" as const,
  setupFiles: ["tests/support/setup.ts"],
  testTimeout: 240_000,
  hookTimeout: 300_000,
};

/** What holds on every engine: these run on SQLite among the rest, and on PostgreSQL in a project of their own. */
const onEveryEngine = [
  "tests/db/{atomicity,evidence,evidence-correction,forecast-list,reviews,schema,status-filter}.test.ts",
  "tests/db/history-kept.test.ts",
  "tests/db/{citations,search,search-pages,verdict-endings,verdicts}.test.ts",
  "tests/db/{source-document,typed-texts,forecasts-from-text}.test.ts",
  "tests/db/version-before.test.ts",
  "tests/db/{visits,visit-queue,wanted-visits,page-addresses,joined-pages,passages,troubled-links}.test.ts",
  "tests/db/forecast-{recording,changes,withdrawal}.test.ts",
  "tests/seed/seed.test.ts",
  "tests/web/keeping/{archive,ended-early,host-turns,server-down}.test.ts",
  // What is refused before any engine is asked is refused alike: the hostile ones run once.
  "tests/app/api/!(hostile-*|request-bodies).test.ts",
];

/** These need more than one session at a time, which PGlite has not. */
const onEveryServer = ["tests/db/{store,concurrency,shared-queue}.test.ts", "tests/postgres/*.test.ts"];
/** These stop and start a server of their own, so its programs have to be here. */
const onOwnServer = ["tests/postgres/own-server/*.test.ts"];

const named = process.env.TEST_POSTGRES_URL;
const isHere = named !== WITHOUT_SERVER && findPostgres() !== null;
const hasServer = isHere || (named && named !== WITHOUT_SERVER);
const onPostgres = [...onEveryEngine, ...(hasServer ? onEveryServer : []), ...(isHere ? onOwnServer : [])];

/** These do what chance has a part in more often in the long run (see tests/support/rounds.ts). */
const takingRounds = ["tests/db/{restore,upgrade-killed}.test.ts"];
const isLong = process.env.HINDCAST_TEST_LONG === "1";

export default defineConfig({
  test: {
    // Many tests wait for a process of their own, so one more than two cores keeps both busy.
    maxWorkers: 3,
    projects: [
      ...timeZones.map((TZ) => ({
        // Pure functions leave nothing behind, so one process serves all files of a zone.
        test: {
          ...shared,
          isolate: false,
          name: `domain ${TZ}`,
          include: ["tests/domain/**/*.test.ts"],
          env: { TZ },
        },
      })),
      {
        test: {
          ...shared,
          name: "rest",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/domain/**", "tests/e2e/**", "tests/postgres/**", "tests/long/**"],
        },
      },
      {
        // What takes minutes: npm run test:long.
        test: {
          ...shared,
          name: "long",
          include: isLong ? [...takingRounds, "tests/long/**/*.test.ts"] : [],
        },
      },
      {
        test: {
          ...shared,
          name: "postgres",
          include: onPostgres,
          env: { HINDCAST_TEST_ENGINE: "postgres" },
          globalSetup: "tests/support/engines/start-postgres.ts",
        },
      },
    ],
  },
});
