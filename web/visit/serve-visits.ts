import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type LoadReader, takeSteps, type VisitRequest } from "./steps.ts";

/**
 * Gives up the right to start threads: one that is given options of its own is under no permissions. A Node that cannot
 * do that yet keeps it.
 */
function giveUpThreads(): void {
  const { permission } = process;
  const drop: unknown = permission && Reflect.get(permission, "drop");
  if (typeof drop === "function") drop.call(permission, "worker");
}

/**
 * Makes visits in this process as its parent asks for them, one after the other, and ends with the parent. What fails
 * ends the process: it is nobody else's.
 *
 * @param loadReader loads what reads a page
 */
export function serveVisits(loadReader: LoadReader): void {
  const [residentMb = "0"] = process.argv.slice(2);
  const guarded = { parent: process.ppid, resident: Number(residentMb) * 1024 * 1024 };
  new Worker(join(import.meta.dirname, "guard.ts"), { workerData: guarded }).unref();
  giveUpThreads();
  // Whoever ends the server by a key ends its whole group: it is for the server to say when a visit ends.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.once("disconnect", () => process.exit());
  process.on("message", (request: VisitRequest) => {
    void takeSteps((news) => process.send?.(news), request, loadReader);
  });
}
