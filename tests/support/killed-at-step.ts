import { openSqlite } from "#db/engine/sqlite/open.ts";
import { restore } from "#db/moving/restore.ts";
import { beforeEachStep } from "./steps.ts";

// node tests/support/killed-at-step.ts STEP WORK FILE [BACKUP]: does a piece of work on a database and kills itself
// before the STEP-th step of it. Ends by itself, with "done", where the work has fewer steps.

const [step, work, file = "", backup = ""] = process.argv.slice(2);
let left = Number(step);

beforeEachStep(() => {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
});
if (work === "start") await (await openSqlite(file)).close();
else restore(backup, file, new Date());
process.stdout.write("done");
