import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../domain/result.ts";
import type { FetchFault } from "../fetch/fault.ts";
import type { PageReading } from "../reading/read-page.ts";
import type { Fetched, VisitNews, VisitRequest } from "./steps.ts";

/** What a visit found. */
export interface VisitFindings extends Fetched {
  /** Null where the body is not kept, or where the reading had to be stopped. */
  readonly reading: PageReading | null;
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

/** What a visit runs in, and what it may take. */
export interface VisitThread {
  readonly file: string;
  /** From when the page is there until it is read. */
  readonly readingMs: number;
  readonly wholeMs: number;
  readonly heapMb: number;
}

/** Named by its place in the project, where Node reads it as it is: what the build makes of files is no thread. */
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

const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "an error in the thread";

/**
 * Visits a page in a thread of its own: fetches it, packs it, reads it. However that ends, by itself, by the death of
 * the thread or by being killed, it is told by a value, and the thread is gone by then.
 *
 * @param signal ends it; nothing is found then, even where the page was there already
 */
export async function visit(
  visiting: VisitRequest,
  signal?: AbortSignal,
  thread: VisitThread = THREAD,
): Promise<Result<VisitFindings, FetchFault | VisitStopped>> {
  const { url } = visiting.request;
  const worker = start(thread, visiting);
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  let fetched: Result<Fetched, FetchFault> | null = null;
  let reading: PageReading | null = null;
  let patience = setTimeout(end, thread.wholeMs, "took too long");
  const wholeTime = patience;
  worker.on("message", (news: VisitNews) => {
    if (news.step === "read") reading = news.reading;
    else fetched = news.found;
    if (news.step === "fetched") patience = setTimeout(end, thread.readingMs, "reading took too long");
  });
  worker.on("error", (error) => end(reasonOf(error)));
  worker.on("exit", (code) => end(`ended with ${code}`));
  const giveUp = () => end("told to stop");
  signal?.addEventListener("abort", giveUp);
  if (signal?.aborted) giveUp();

  const detail = await ended;
  clearTimeout(wholeTime);
  clearTimeout(patience);
  signal?.removeEventListener("abort", giveUp);
  await worker.terminate();
  return findings(url, fetched, reading, signal?.aborted ? "told to stop" : detail);
}
