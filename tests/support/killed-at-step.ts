import { restore } from "../../db/restore.ts";
import { openSqlite } from "../../db/sqlite-open.ts";
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
