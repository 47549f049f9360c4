import { spawn } from "node:child_process";
import { root } from "./project.mjs";
import { endChild, onStop, unlessStopping } from "./signals.mjs";

/**
 * Runs a program to its end. `quiet` keeps what it prints in `output`, to be shown if it fails; otherwise it
 * writes straight to our own output. `seconds` is the longest it may take. A program that cannot be started,
 * or that a signal ended, has the code null. `patience`: the seconds it has to end when we are stopped ourselves.
 */
export async function run(
  program,
  args,
  { env = process.env, quiet = false, seconds = 0, patience = 10 } = {},
) {
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    // A group of its own, so that the time limit also reaches what the program started itself.
    detached: seconds > 0,
  });
  const done = onStop((signal) => endChild(child, signal, patience));
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.push(chunk));
  const timer = seconds > 0 && setTimeout(() => process.kill(-child.pid, "SIGKILL"), seconds * 1000);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  clearTimeout(timer);
  await unlessStopping();
  done();
  return { code, ok: code === 0, output: Buffer.concat(chunks).toString() };
}
