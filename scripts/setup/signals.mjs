import { constants } from "node:os";

const stoppers = new Set();
let stopping = false;

/** Registers how one child is ended; the function returned takes it off the list again. */
export function onStop(stopper) {
  stoppers.add(stopper);
  return () => stoppers.delete(stopper);
}

/** Never resolves while we are being stopped, so that an interrupted step is not reported as a failed one. */
export async function unlessStopping() {
  if (stopping) await new Promise(() => {});
}

/**
 * Ends the children, then this process, on the first signal. Later ones are ignored: Ctrl-C reaches us once
 * from the terminal and once more from npm, and a second one must not make a clean stop an unclean one.
 * `exitCode` is asked for the code to leave with, given whether all ended by themselves; without an answer it is
 * the shell's 128 + signal.
 */
export function stopOnSignals(exitCode = () => undefined) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      const clean = await Promise.all([...stoppers].map((stop) => stop(signal)));
      process.exit(exitCode(!clean.includes(false)) ?? 128 + constants.signals[signal]);
    });
  }
}

/** Asks a child to end and waits for it; one that has not left after `seconds` is killed. False if it had to be. */
export function endChild(child, signal = "SIGTERM", seconds = 10) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    child.once("exit", (_code, endedBy) => {
      clearTimeout(timer);
      resolve(endedBy !== "SIGKILL");
    });
    child.kill(signal);
  });
}
