import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../domain/result.ts";
import type { FetchFault } from "../fetch/fault.ts";
import type { Fetched, Read, VisitNews, VisitRequest } from "./steps.ts";

/** What a visit found. */
export interface VisitFindings extends Fetched, Read {
  /** Whether reading took too long or too much, so that there is a copy without text. */
  readonly readingStopped: boolean;
}

/** The thread ended before it had fetched anything: it took too long or too much, or was told to. */
export interface VisitStopped {
  readonly code: "stopped";
  readonly url: string;
  readonly detail: string | null;
  readonly isRefusal: false;
}

export type Visited = Result<VisitFindings, FetchFault | VisitStopped>;

/** What a visit runs in, and what it may take. */
export interface VisitThread {
  readonly file: string;
  /** From when the reader has the page until it has read it. */
  readonly readingMs: number;
  readonly wholeMs: number;
  readonly heapMb: number;
}

/** By its place in the project, where Node runs it as it is written: a build leaves it alone. */
const THREAD: VisitThread = {
  file: join(process.cwd(), "web/visit/worker.ts"),
  readingMs: 3_000,
  wholeMs: 35_000,
  heapMb: 256,
};

function start({ file, heapMb }: VisitThread, request: VisitRequest): Worker {
  const worker = new Worker(file, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stdout: true,
    stderr: true,
  });
  // What a library has to say about somebody's page is nothing for our log.
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

const nameOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "an error in the thread";

const DONE = "all is told";
const NOTHING_READ: Read = { reading: null, sketch: null };

/**
 * Visits a page in a thread of its own: fetches it, packs it, reads it. However that ends, by itself, by the death of
 * the thread or by being killed, it is told by a value, and the thread is gone by then.
 *
 * @param signal ends it; nothing is found then, even where the page was there already
 * @param thread the one of this project, save in a test
 */
export async function visit(
  visiting: VisitRequest,
  signal?: AbortSignal,
  thread: VisitThread = THREAD,
): Promise<Visited> {
  const told: { fetched?: Result<Fetched, FetchFault>; read?: Read } = {};
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const worker = start(thread, visiting);
  const timers = [setTimeout(end, thread.wholeMs, "took too long")];
  worker.on("message", (news: VisitNews) => {
    if (news.step === "fetched") {
      told.fetched = news.found;
      if (!news.found.ok || news.found.value.stored === null) end(DONE);
    } else if (news.step === "reading") {
      timers.push(setTimeout(end, thread.readingMs, "reading took too long"));
    } else {
      told.read = news.read;
      end(DONE);
    }
  });
  worker.on("error", (error) => end(nameOf(error)));
  worker.on("exit", (code) => end(`ended with ${code}`));
  const stop = () => end("told to stop");
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();

  const detail = await ended;
  for (const timer of timers) clearTimeout(timer);
  signal?.removeEventListener("abort", stop);
  await worker.terminate();
  if (told.fetched === undefined || signal?.aborted)
    return err({ code: "stopped", url: visiting.request.url, detail, isRefusal: false });
  if (!told.fetched.ok) return told.fetched;
  const { stored } = told.fetched.value;
  const readingStopped = stored !== null && told.read === undefined;
  return ok({ ...told.fetched.value, ...(told.read ?? NOTHING_READ), readingStopped });
}
