import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installDependencies } from "./setup/dependencies.mjs";
import { setupLock } from "./setup/lock.mjs";
import { command, root } from "./setup/project.mjs";
import { environment, runtime, typescript } from "./setup/runtime.mjs";

/** The container image has no lock file: all that its commands need was put there, and nothing can be added. */
const isImage = !existsSync(join(root, "package-lock.json"));

async function setUp() {
  const release = await setupLock();
  await installDependencies();
  release();
}

// node scripts/run.mjs FILE.ts ...: runs one of our TypeScript commands as if it had been called itself.
command(async () => {
  if (!isImage) await setUp();

  const child = spawn(runtime(), typescript(...process.argv.slice(2)), {
    cwd: root,
    env: environment(),
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => {
    if (signal) process.removeAllListeners(signal);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code);
  });
});
