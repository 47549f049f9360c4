import { type ChildProcess, fork } from "node:child_process";
import { confinement } from "./confinement.ts";

/** What visits run in, and what they may take. */
export interface VisitProcess {
  readonly file: string;
  /** From when the reader has the page until it has read it. */
  readonly readingMs: number;
  readonly wholeMs: number;
  /** What its objects may take, and all of it, buffers included. */
  readonly heapMb: number;
  readonly residentMb: number;
  /** How long it waits for another visit before it is let go. */
  readonly idleMs: number;
}

/** Those that wait for another visit, each with what will let it go. */
type Waiting = Map<ChildProcess, NodeJS.Timeout>;
const waiting = new WeakMap<VisitProcess, Waiting>();

function waitingFor(kind: VisitProcess): Waiting {
  const known: Waiting = waiting.get(kind) ?? new Map();
  waiting.set(kind, known);
  return known;
}

/** Whether this process stays for it. */
function hold(reader: ChildProcess, isHeld: boolean): void {
  for (const held of [reader, reader.channel]) isHeld ? held?.ref() : held?.unref();
}

/** A process that waits for a visit, or else a new one. */
export function takeReader(kind: VisitProcess): ChildProcess {
  for (const [reader, timer] of waitingFor(kind)) {
    waitingFor(kind).delete(reader);
    clearTimeout(timer);
    reader.removeAllListeners();
    if (!reader.connected) continue;
    hold(reader, true);
    return reader;
  }
  const { file, env, execArgv } = confinement(kind.file, process.cwd(), process.env);
  return fork(file, [String(kind.residentMb)], {
    env,
    execArgv: [`--max-old-space-size=${kind.heapMb}`, ...execArgv],
    serialization: "advanced",
    // What a library has to say about somebody's page is nothing for our log.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Resolves once the process is gone. */
export async function endReader(reader: ChildProcess): Promise<void> {
  if (reader.pid === undefined || reader.exitCode !== null || reader.signalCode !== null) return;
  const gone = Promise.withResolvers<void>();
  reader.once("exit", () => gone.resolve());
  reader.kill("SIGKILL");
  await gone.promise;
}

/** Has a process wait for another visit, for a while; nothing stays because of it. */
export function keepReader(kind: VisitProcess, reader: ChildProcess): void {
  const own = waitingFor(kind);
  hold(reader, false);
  const leave = () => {
    own.delete(reader);
    clearTimeout(timer);
  };
  const timer = setTimeout(() => {
    leave();
    reader.kill("SIGKILL");
  }, kind.idleMs).unref();
  own.set(reader, timer);
  reader.on("exit", leave);
  reader.on("error", leave);
}
