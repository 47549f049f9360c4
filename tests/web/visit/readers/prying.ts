import { execFileSync, fork, spawnSync } from "node:child_process";
import cluster from "node:cluster";
import fs from "node:fs";
import inspector from "node:inspector";
import { createRequire, register } from "node:module";
import { join } from "node:path";
import { createTracing } from "node:trace_events";
import { writeHeapSnapshot } from "node:v8";
import { Worker } from "node:worker_threads";
import { NO_DETAILS } from "#web/reading/page-reading.ts";
import { serveVisits } from "#web/visit/serve-visits.ts";

/** What a page that had taken over its reader would try, by name: what came of it, or why not. */
function attempts(folder: string, file: string): Record<string, () => unknown> {
  const inFolder = (name: string) => join(folder, name);
  const code = `require("node:fs").writeFileSync(${JSON.stringify(inFolder("by-thread"))}, "")`;
  return {
    "write a file": () => fs.writeFileSync(inFolder("written"), ""),
    "write over a file": () => fs.appendFileSync(file, "more"),
    "write into its own code": () => fs.writeFileSync(join(process.cwd(), "web/written.ts"), ""),
    "make a folder": () => fs.mkdirSync(inFolder("made")),
    "remove a file": () => fs.rmSync(file),
    "rename a file": () => fs.renameSync(file, inFolder("renamed")),
    "make a link": () => fs.symlinkSync("/etc/passwd", inFolder("link")),
    "change a mode": () => fs.chmodSync(file, 0o777),
    "write a report": () => process.report.writeReport(inFolder("report")),
    "write its memory": () => writeHeapSnapshot(inFolder("heap")),
    "write a trace": () => createTracing({ categories: ["node"] }).enable(),
    "read the machine's users": () => fs.readFileSync("/etc/passwd"),
    "read its server's environment": () => fs.readFileSync(`/proc/${process.ppid}/environ`),
    "read a database": () => fs.readFileSync(file),
    "read a database by its link": () => fs.readFileSync(join(folder, "way-in")),
    "read what lies beside its code": () => fs.readFileSync(join(process.cwd(), "package-lock.json")),
    "read the store's code": () => fs.readFileSync(join(process.cwd(), "db/engine/open.ts")),
    "list the project": () => fs.readdirSync(process.cwd()),
    "list packages": () => fs.readdirSync(join(process.cwd(), "node_modules")),
    "open a database": async () => new (await import("node:sqlite")).DatabaseSync(file),
    "run a program": () => execFileSync("/bin/true"),
    "run a shell": () => {
      const { error } = spawnSync("true", { shell: true });
      if (error) throw error;
    },
    "run another Node": () => fork(file),
    "run a cluster": () => cluster.fork(),
    "start a thread": () => new Worker(code, { eval: true }),
    "start a thread without permissions": () => new Worker(code, { eval: true, execArgv: [] }),
    "load code from a text": () => register(`data:text/javascript,import fs from "node:fs"; ${code}`),
    "run a text": () => new Function("return 1")(),
    "load native code": () => process.dlopen({ exports: {} }, "better_sqlite3.node"),
    "load a native package": () => createRequire(import.meta.url)("better-sqlite3"),
    "load a system interface": async () => new (await import("node:wasi")).WASI({ version: "preview1" }),
    "open an inspector": () => inspector.open(0),
    "take internal parts": () => Reflect.get(process, "binding")("fs"),
  };
}

/** Each attempt with what refused it, or "done"; and the names of its environment. Page: where to try. */
serveVisits(async () => async ({ bytes }) => {
  const { folder, file } = JSON.parse(Buffer.from(bytes).toString());
  const outcomes: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts(folder, file))) {
    try {
      await attempt();
      outcomes[name] = "done";
    } catch (error) {
      outcomes[name] = error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  }
  const text = JSON.stringify({ outcomes, environment: process.env, options: process.execArgv });
  return { details: NO_DETAILS, text, fault: null };
});
