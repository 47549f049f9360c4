import { rmSync } from "node:fs";
import { join } from "node:path";
import { browser } from "../setup/browser.mjs";
import { buildApp, next } from "../setup/build.mjs";
import { run } from "../setup/child.mjs";
import { root, say } from "../setup/project.mjs";
import { environment, runtime } from "../setup/runtime.mjs";
import { playwrightCounts, vitestCounts } from "./counts.mjs";

// Biome and vitest would colour what goes into a log, too.
const isPlain = !process.stdout.isTTY;

const passed = { passed: 1, failed: 0 };
const failed = { passed: 0, failed: 1 };

/** Runs commands one after another; together they are one check. */
async function check(...commands) {
  for (const [program, ...args] of commands) {
    if (!(await run(program, args, { env: environment() })).ok) return failed;
  }
  return passed;
}

async function types() {
  // Types that next dev left behind for routes that are gone would be checked as well.
  rmSync(join(root, ".next/dev/types"), { recursive: true, force: true });
  return check([runtime(), next, "typegen"], ["tsc", "--noEmit"]);
}

function lint() {
  return check(["biome", "ci", "--error-on-warnings", ...(isPlain ? ["--colors=off"] : []), "."]);
}

async function vitest(reports, args, env = {}) {
  const report = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { ok } = await run("vitest", ["run", ...args, ...reporters], {
    env: environment({ ...env, ...(isPlain ? { NO_COLOR: "1" } : {}) }),
  });
  return vitestCounts(report, ok);
}

/** The tests that need neither a database nor a process. */
const RULES = [
  "--project=rest",
  "--project=days in UTC",
  "tests/domain/",
  "tests/extraction/",
  "tests/operations/",
  "tests/architecture.test.ts",
];

// As often, and as long, as chance and size ask for: minutes to an hour.
const LONG = { HINDCAST_TEST_LONG: "1" };

/** In a browser and over servers of their own. */
const LONG_E2E = ["crash.spec.ts", "hostile-pages.spec.ts", "sent-once.spec.ts"];

async function longCrash({ reports, engine, found }) {
  const report = join(reports, "crash.json");
  const settings = {
    ...LONG,
    HINDCAST_TEST_BROWSER: found.browser,
    HINDCAST_TEST_ENGINE: engine,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const { ok } = await run("playwright", ["test", ...LONG_E2E], { env: environment(settings) });
  return playwrightCounts(report, ok);
}

async function build() {
  await buildApp();
  return passed;
}

async function findBrowser({ found }) {
  found.browser = await browser();
  say(found.browser);
  return { passed: 0, failed: 0 };
}

async function endToEnd({ reports, engine, found }) {
  const report = join(reports, "playwright.json");
  const settings = {
    HINDCAST_TEST_BROWSER: found.browser,
    HINDCAST_TEST_ENGINE: engine,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    // What Playwright has compiled stays from one run to the next.
    PWTEST_CACHE_DIR: join(root, "node_modules/.cache/playwright"),
  };
  const { ok } = await run("playwright", ["test"], { env: environment(settings) });
  return playwrightCounts(report, ok);
}

/**
 * What npm test runs, in this order. `fast` ones make up npm run check, of which `part` of another step is run there
 * only. A step whose `needs` did not succeed
 * is not run and counts as one failure. `long` ones, and what they need, make up npm run test:long. `alone`: not while
 * another command sets up the same folder.
 * A step answers with its counts; if it throws a Stop, that is one failure.
 */
export const steps = [
  { name: "types", title: "Types", fast: true, alone: true, run: types },
  { name: "lint", title: "Lint and format", fast: true, run: lint },
  {
    name: "rules",
    title: "Tests of the rules",
    fast: true,
    part: true,
    run: ({ reports }) => vitest(reports, RULES),
  },
  { name: "unit", title: "Unit, database and app tests", run: ({ reports }) => vitest(reports, []) },
  { name: "build", title: "Production build", alone: true, run: build },
  // It counts through the step that needs it.
  { name: "browser", title: "Browser", uncounted: true, run: findBrowser },
  { name: "e2e", title: "Browser tests", needs: ["build", "browser"], run: endToEnd },
  {
    name: "crash",
    title: "Many crashes, and forms sent many times",
    long: true,
    needs: ["build", "browser"],
    run: longCrash,
  },
  {
    name: "long",
    title: "Long runs",
    long: true,
    needs: ["build"],
    run: ({ reports }) => vitest(reports, ["--project=long*"], LONG),
  },
];
