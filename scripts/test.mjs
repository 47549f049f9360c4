import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "./checks/steps.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { setupLock } from "./setup/lock.mjs";
import { command, Stop, say } from "./setup/project.mjs";
import { stopOnSignals } from "./setup/signals.mjs";

// npm test: everything but the long runs. --long (npm run test:long): these. --fast (npm run check): what takes less than a minute. --only=NAME: that step and what it needs.
// --engine=postgres: the browser tests on PostgreSQL instead of files.
function chosen(args) {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
  if (args.includes("--long")) {
    const long = steps.filter((step) => step.long);
    return steps.filter((step) => step.long || long.some(({ needs }) => needs?.includes(step.name)));
  }
  if (!only) return steps.filter((step) => (args.includes("--fast") ? step.fast : !step.long && !step.part));
  const step = steps.find(({ name }) => name === only);
  if (!step) throw new Stop(`--only must be one of ${steps.map(({ name }) => name).join(", ")}.`);
  return steps.filter(({ name }) => name === only || step.needs?.includes(name));
}

function chosenEngine(args) {
  const engine = args.find((arg) => arg.startsWith("--engine="))?.slice("--engine=".length) ?? "sqlite";
  if (engine !== "sqlite" && engine !== "postgres") throw new Stop("--engine must be sqlite or postgres.");
  return engine;
}

const MEMORY = "/dev/shm";
const ENOUGH = 4 * 1024 ** 3;

/** A folder for what tests write, in memory where there is room: no test waits for a disk that others keep busy. */
function newFolder(isLarge) {
  let place = tmpdir();
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (!isLarge && bavail * bsize > ENOUGH) place = MEMORY;
  } catch {
    // There is no such folder here.
  }
  const folder = mkdtempSync(join(place, "hindcast-test-"));
  // Some tests are done as another user.
  chmodSync(folder, 0o1777);
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function outcome(step, context) {
  const lacking = step.needs?.filter((need) => context.unsuccessful.has(need)) ?? [];
  if (lacking.length > 0) {
    say(`Not run, because this did not succeed: ${lacking.join(", ")}. Counted as failed.`);
    return { passed: 0, failed: 1 };
  }
  const release = step.alone ? await setupLock() : () => {};
  try {
    return await step.run(context);
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    return { passed: 0, failed: 1 };
  } finally {
    release();
  }
}

command(async () => {
  const wanted = chosen(process.argv.slice(2));
  const engine = chosenEngine(process.argv.slice(2));
  stopOnSignals();
  // The tests choose their own settings: those of the person's own server must not reach them.
  for (const name of Object.keys(process.env)) {
    if (/^(PORT|HOST|DATABASE_URL|NODE_ENV|HINDCAST_.*)$/.test(name)) delete process.env[name];
  }
  const release = await setupLock();
  await installDependencies();
  release();

  const reports = newFolder(wanted.some((step) => step.long));
  process.env.TMPDIR = reports;
  const context = { reports, engine, found: {}, unsuccessful: new Set() };
  const total = { passed: 0, failed: 0 };
  const counted = [];
  for (const step of wanted) {
    say(`\n== ${step.title}`);
    const start = performance.now();
    const { passed, failed, skipped = 0 } = await outcome(step, context);
    if (failed > 0) context.unsuccessful.add(step.name);
    if (!step.uncounted) {
      total.passed += passed;
      total.failed += failed;
      counted.push(`${step.title}: ${passed + failed}`);
    }
    if (skipped > 0) say(`${skipped} skipped: counted as failed, nothing may be left out in silence.`);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`-- ${step.title}: ${failed > 0 ? "FAILED" : "ok"} (${seconds} s)`);
  }

  say(`\nCounted: ${counted.join(", ")}.`);
  say("A case of a table counts as one test, and again in each time zone and on each engine it is run in.");
  say(`\n${total.passed} passed, ${total.failed} failed`);
  if (context.unsuccessful.size > 0) process.exitCode = 1;
});
