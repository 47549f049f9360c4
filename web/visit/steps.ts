import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { sketchOf } from "#domain/pages/sketch.ts";
import { ok, type Result } from "#domain/result.ts";
import type { FetchFault } from "../fetch/fault.ts";
import { type FetchedPage, fetchPage, type PageRequest } from "../fetch/fetch-page.ts";
import type { FetchPolicy } from "../fetch/policy.ts";
import type { PageReading } from "../reading/page-reading.ts";
import type { FetchedBytes, readPage } from "../reading/read-page.ts";

/** One visit to a page: what for, and by which rules. */
export interface VisitRequest {
  readonly request: PageRequest;
  readonly policy: FetchPolicy;
}

/**
 * What was fetched, and its body as it is kept (gzip); null where it is not kept, and for what a service answers. Where
 * it is kept, the body itself stays where it was read.
 */
export interface Fetched {
  readonly page: FetchedPage;
  readonly stored: Uint8Array | null;
}

/** What was read in it; nulls where its body is not kept, or where reading had to be stopped. */
export interface Read {
  readonly reading: PageReading | null;
  /** By which its reprints are found; null where there is no text. */
  readonly sketch: readonly number[] | null;
}

/**
 * What the process of a visit tells: what it fetched, that it begins to read in that, what it read and how much memory
 * it holds by then, in bytes.
 */
export type VisitNews =
  | { readonly step: "fetched"; readonly found: Result<Fetched, FetchFault> }
  | { readonly step: "reading" }
  | { readonly step: "read"; readonly read: Read; readonly resident: number };

/** Loads what reads a page, all of it: the time of reading runs from then on. */
export type LoadReader = (page: FetchedBytes) => Promise<typeof readPage>;

const pack = promisify(gzip);

/**
 * The steps of a visit in a process of its own: fetch, pack, tell, read, tell. What was fetched is safe with the others
 * before a byte of it is read, since reading is where a page can do harm.
 *
 * @param loadReader is called only for what is to be read: the reader is large, and most visits find nothing new
 */
export async function takeSteps(
  tell: (news: VisitNews) => void,
  { request, policy }: VisitRequest,
  loadReader: LoadReader,
): Promise<void> {
  const found = await fetchPage(request, policy);
  if (!found.ok) return tell({ step: "fetched", found });
  const page = found.value;
  const { body, mediaType, charset, finalUrl } = page;
  if (body === null || request.wantsJson) return tell({ step: "fetched", found: ok({ page, stored: null }) });
  tell({ step: "fetched", found: ok({ page: { ...page, body: null }, stored: await pack(body) }) });
  const fetched = { bytes: body, mediaType, charset, url: finalUrl };
  const read = await loadReader(fetched);
  tell({ step: "reading" });
  const reading = await read(fetched);
  const sketch = reading.text === null ? null : sketchOf(reading.text);
  tell({ step: "read", read: { reading, sketch }, resident: process.memoryUsage.rss() });
}
