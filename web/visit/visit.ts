import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { err, ok, type Result } from "#domain/result.ts";
import type { FetchFault } from "../fetch/fault.ts";
import { endReader, keepReader, takeReader, type VisitProcess } from "./readers.ts";
import type { Fetched, Read, VisitNews, VisitRequest } from "./steps.ts";

/** What a visit found. */
export interface VisitFindings extends Fetched, Read {
  /** Whether reading took too long or too much, so that there is a copy without text. */
  readonly readingStopped: boolean;
}

/** The process ended before it had fetched anything: it took too long or too much, or was told to. */
export interface VisitStopped {
  readonly code: "stopped";
  readonly url: string;
  readonly detail: string | null;
  readonly isRefusal: false;
}

export type Visited = Result<VisitFindings, FetchFault | VisitStopped>;

/** By its place in the project, where Node runs it as it is written: a build leaves it alone. */
const READER: VisitProcess = {
  file: join(process.cwd(), "web/visit/reader.ts"),
  readingMs: 3_000,
  wholeMs: 35_000,
  heapMb: 256,
  residentMb: 512,
  idleMs: 10_000,
};

const nameOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "an error of the process";

const DONE = "all is told";
const NOTHING_READ: Read = { reading: null, sketch: null };

const stopped = ({ request }: VisitRequest, detail: string) =>
  err({ code: "stopped", url: request.url, detail, isRefusal: false } as const);

/** A process for a visit, or why there is none: of some of what can be wanting it is told by being thrown. */
function startReader(kind: VisitProcess): Result<ChildProcess, string> {
  try {
    return ok(takeReader(kind));
  } catch (error) {
    return err(nameOf(error));
  }
}

/** Asks for a visit. One that could not be started has nothing to ask it by, and tells why by an error. */
function ask(reader: Partial<ChildProcess>, visiting: VisitRequest, end: (why: string) => void): void {
  try {
    reader.send?.(visiting, (error) => {
      if (error !== null) end(nameOf(error));
    });
  } catch (error) {
    end(nameOf(error));
  }
}

/**
 * Visits a page in a process of its own: fetches it, packs it, reads it. However that ends, by itself, by the death of
 * the process, by being killed or for want of a process, it is told by a value. A process in which all went well is
 * kept for the next visit for a while; any other is gone by then.
 *
 * @param signal ends it; nothing is found then, even where the page was there already
 * @param kind of process: the one of this project, save in a test
 */
export async function visit(
  visiting: VisitRequest,
  signal?: AbortSignal,
  kind: VisitProcess = READER,
): Promise<Visited> {
  const told: { fetched?: Result<Fetched, FetchFault>; read?: Read } = {};
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const started = startReader(kind);
  if (!started.ok) return stopped(visiting, started.error);
  const reader = started.value;
  const timers = [setTimeout(end, kind.wholeMs, "took too long")];
  let resident = 0;
  reader.on("message", (news: VisitNews) => {
    if (news.step === "fetched") {
      told.fetched = news.found;
      if (!news.found.ok || news.found.value.stored === null) end(DONE);
    } else if (news.step === "reading") {
      timers.push(setTimeout(end, kind.readingMs, "reading took too long"));
    } else {
      told.read = news.read;
      resident = news.resident;
      end(DONE);
    }
  });
  reader.on("error", (error) => end(nameOf(error)));
  reader.on("exit", (code, by) => end(`ended with ${by ?? code}`));
  const stop = () => end("told to stop");
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  ask(reader, visiting, end);

  const detail = await ended;
  for (const timer of timers) clearTimeout(timer);
  signal?.removeEventListener("abort", stop);
  reader.removeAllListeners();
  // One that was told to stop before it could tell that it never started still tells it.
  reader.on("error", () => undefined);
  // What is left of a large page in it would count against the next.
  const isFit = detail === DONE && resident < (kind.residentMb * 1024 * 1024) / 2;
  if (isFit) keepReader(kind, reader);
  else await endReader(reader);
  if (told.fetched === undefined || signal?.aborted) return stopped(visiting, detail);
  if (!told.fetched.ok) return told.fetched;
  const { stored } = told.fetched.value;
  const readingStopped = stored !== null && told.read === undefined;
  return ok({ ...told.fetched.value, ...(told.read ?? NOTHING_READ), readingStopped });
}
