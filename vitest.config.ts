import { defineConfig } from "vitest/config";
import { findPostgres, WITHOUT_SERVER } from "./tests/support/engines/postgres-server.ts";

// A rule about calendar days must not depend on where it runs. Behind and ahead of UTC, with and without daylight
// saving, a zone off by 45 minutes, the furthest ahead, and one that has skipped a whole day (30 December 2011).
const timeZones = ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Apia"];

const shared = {
  // A process each: only there does TZ take effect.
  pool: "forks" as const,
  // One process serves many files, so that each module is read once: most of a file's time was that.
  isolate: false,
  setupFiles: ["tests/support/setup.ts"],
  // Generous: two slow cores may have other work to do.
  testTimeout: 240_000,
  // What is waited for may take longer on a machine with other work than the second that it has else.
  expect: { poll: { timeout: 60_000 } },
  hookTimeout: 300_000,
};
const onServer = { ...shared, env: { HINDCAST_TEST_ENGINE: "postgres" } };

/** The rules that work with dates of the platform's; the architecture test keeps all others from them. */
const aboutDays = [
  "tests/domain/{day,day-in-zone,window}.test.ts",
  "tests/domain/forecasts/status.test.ts",
  "tests/domain/lists/axis.test.ts",
];

/** These set what a process reads once, or measure one: each has its own. */
const inOwnProcess = [
  "tests/app/api/{erased-name,pages-not-read,requests,text-sent-twice}.test.ts",
  "tests/app/hindered/*.test.ts",
  "tests/app/shown/*.test.tsx",
  "tests/web/visit/*.test.ts",
];

/** What holds on every engine: these run on SQLite among the rest, and on PostgreSQL in a project of their own. */
const onEveryEngine = [
  "tests/db/!(engine|moving)/*.test.ts",
  "tests/seed/seed.test.ts",
  "tests/web/keeping/{archive,ended-early,host-turns,server-down}.test.ts",
  // What is refused before any engine is asked is refused alike: the hostile ones run once.
  "tests/app/api/!(hostile-*|request-bodies).test.ts",
];

/** These need more than one session at a time, which PGlite has not. */
const onEveryServer = [
  "tests/db/engine/{store,concurrency,shared-queue,sent-once}.test.ts",
  "tests/postgres/*.test.ts",
];
/** These stop and start a server of their own, so its programs have to be here. */
const onOwnServer = ["tests/postgres/own-server/*.test.ts"];

const named = process.env.TEST_POSTGRES_URL;
const isHere = named !== WITHOUT_SERVER && findPostgres() !== null;
const hasServer = isHere || (named && named !== WITHOUT_SERVER);
const onPostgres = [...onEveryEngine, ...(hasServer ? onEveryServer : [])];

/** These do what chance has a part in more often in the long run (see tests/support/rounds.ts). */
const takingRounds = [
  "tests/extraction/hostile.test.ts",
  "tests/db/{moving/restore,engine/upgrade-killed,engine/one-life}.test.ts",
  "tests/db/{change/once,engine/sent-once}.test.ts",
  "tests/web/{keeping/killed,visit/pdf-bombs}.test.ts",
];
const takingRoundsOnServer = [
  "tests/postgres/{first-run,copy}.test.ts",
  "tests/db/{change/once,engine/sent-once}.test.ts",
];
const isLong = process.env.HINDCAST_TEST_LONG === "1";

export default defineConfig({
  test: {
    // Many tests wait for a process of their own, so two more than two cores keep both busy.
    maxWorkers: 4,
    execArgv: ["--import=./scripts/setup/quick-imports.mjs"],
    // Once for all projects.
    globalSetup: ["seed-file", "bundle-programs", "start-postgres"].map(
      (name) => `tests/support/engines/${name}.ts`,
    ),
    projects: [
      ...timeZones.map((TZ) => ({
        test: { ...shared, name: `days in ${TZ}`, include: aboutDays, env: { TZ } },
      })),
      {
        test: {
          ...shared,
          name: "rest",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{e2e,postgres,long}/**", ...aboutDays, ...inOwnProcess],
        },
      },
      { test: { ...shared, name: "alone", isolate: true, include: inOwnProcess } },
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
          ...onServer,
          name: "long postgres",
          include: isLong && hasServer ? takingRoundsOnServer : [],
        },
      },
      { test: { ...onServer, name: "postgres", include: onPostgres, exclude: inOwnProcess } },
      {
        test: {
          ...onServer,
          name: "postgres alone",
          isolate: true,
          include: [
            "tests/app/api/{erased-name,pages-not-read,requests,text-sent-twice}.test.ts",
            ...(isHere ? onOwnServer : []),
          ],
        },
      },
    ],
  },
});
