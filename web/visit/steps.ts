import { promisify } from "node:util";
import type { MessagePort } from "node:worker_threads";
import { gzip } from "node:zlib";
import type { Result } from "../../domain/result.ts";
import type { FetchFault } from "../fetch/fault.ts";
import { type FetchedPage, fetchPage, type PageRequest } from "../fetch/fetch-page.ts";
import type { FetchPolicy } from "../fetch/policy.ts";
import type { PageReading, readPage } from "../reading/read-page.ts";

/** One visit to a page: what for, and by which rules. */
export interface VisitRequest {
  readonly request: PageRequest;
  readonly policy: FetchPolicy;
}

/** What was fetched, and its body as it is kept, where it is kept. */
export interface Fetched {
  readonly page: FetchedPage;
  readonly stored: Uint8Array | null;
}

/** What the thread of a visit tells: first what it fetched, then what it read in that. */
export type VisitNews =
  | { readonly step: "fetched"; readonly found: Result<Fetched, FetchFault> }
  | { readonly step: "read"; readonly reading: PageReading };

const pack = promisify(gzip);

/**
 * The steps of a visit in its own thread: fetch, pack, tell, read, tell. What was fetched is safe with the others
 * before a byte of it is read, since reading is where a page can do harm.
 */
export async function takeSteps(
  port: MessagePort,
  { request, policy }: VisitRequest,
  read: typeof readPage,
): Promise<void> {
  const tell = (news: VisitNews) => port.postMessage(news);
  const found = await fetchPage(request, policy);
  if (!found.ok) return tell({ step: "fetched", found });
  const { body, mediaType, charset, finalUrl } = found.value;
  const stored = body === null ? null : await pack(body);
  tell({ step: "fetched", found: { ok: true, value: { page: found.value, stored } } });
  if (body === null) return;
  const reading = await read({ bytes: body, mediaType, charset, url: finalUrl });
  tell({ step: "read", reading });
}
