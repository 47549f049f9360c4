import { createHash } from "node:crypto";
import { err, ok, type Result } from "#domain/result.ts";
import { type Answer, exchange, type KnownVersion } from "./exchange.ts";
import { type FetchFault, failed, type Hop } from "./fault.ts";
import { contentTypeOf, type HeaderList } from "./header-list.ts";
import type { FetchPolicy } from "./policy.ts";
import { MACHINE, type Network, reach } from "./reach.ts";
import { type Target, targetOf } from "./target.ts";

const KEPT = /^(?:text\/.+|application\/xhtml\+xml|application\/pdf)$/;
const JSON_TYPE = "application/json";
const PDF_START = "%PDF-";
/** As far as one looks into a body that does not say what it is. */
const LOOKED_AT = 1024;

const looksLikeText = (start: Buffer): boolean => start.length > 0 && !start.includes(0);

/**
 * Whether the body of an answer is kept: text, HTML and PDF are, and one of no type that looks like any of these; where
 * JSON was asked for, only that.
 *
 * @param mediaType in small letters, without parameters
 */
function isKept(mediaType: string | null, body: Buffer, wantsJson = false): boolean {
  if (wantsJson) return mediaType === JSON_TYPE;
  if (mediaType !== null) return KEPT.test(mediaType);
  const start = body.subarray(0, LOOKED_AT);
  return start.toString("latin1").startsWith(PDF_START) || looksLikeText(start);
}

/** What to fetch, and the marks of the answer that we have, if any. */
export interface PageRequest extends KnownVersion {
  readonly url: string;
  /** A service is asked, and no page: of its answer the body is kept where it is JSON. */
  readonly wantsJson?: boolean;
  /** The hosts (with ports) that may be led to: whoever asks has a turn of each. Any, where none are named. */
  readonly hosts?: readonly string[];
  /** The steps that led here before, which count with those to come. */
  readonly after?: readonly Hop[];
}

const UNKNOWN: KnownVersion = { etag: null, lastModified: null };

/** The last answer of a fetch, whatever its status: that a page is gone is an answer too. */
export interface FetchedPage {
  readonly url: string;
  readonly finalUrl: string;
  readonly redirects: readonly Hop[];
  readonly status: number;
  /** Names in small letters; without cookies. */
  readonly headers: HeaderList;
  readonly mediaType: string | null;
  readonly charset: string | null;
  /** Unpacked; null for a 304 and for what is not kept (see `isKept`). */
  readonly body: Uint8Array | null;
  /** Of the unpacked body in bytes, also where it is not kept. */
  readonly size: number;
  /** Of the unpacked body in hexadecimal digits, also where it is not kept; null for a 304. */
  readonly sha256: string | null;
}

function pageOf(
  { url, wantsJson }: PageRequest,
  target: Target,
  redirects: readonly Hop[],
  answer: Answer,
): FetchedPage {
  const { status, headers, body } = answer;
  const type = contentTypeOf(headers);
  return {
    url,
    finalUrl: target.url.href,
    redirects,
    status,
    headers,
    ...type,
    body: body !== null && isKept(type.mediaType, body, wantsJson) ? body : null,
    size: body?.length ?? 0,
    sha256: body === null ? null : createHash("sha256").update(body).digest("hex"),
  };
}

async function follow(
  request: PageRequest,
  policy: FetchPolicy,
  network: Network,
  stop: AbortSignal,
): Promise<Result<FetchedPage, FetchFault>> {
  const redirects: Hop[] = [...(request.after ?? [])];
  let target = targetOf(request.url, policy);
  const home = target.ok ? target.value.url.host : null;
  for (;;) {
    if (!target.ok) return target;
    const { url } = target.value;
    if (redirects.length > policy.limits.redirects) return failed("too-many-redirects", url.href);
    if (url.host !== home && request.hosts?.includes(url.host) === false)
      return err({ code: "waits-for-host", url: url.href, detail: url.host, isRefusal: false, redirects });
    const socket = await reach(target.value, policy, network, stop);
    if (!socket.ok) return socket;
    // The marks of a copy are for the host that gave them.
    const known = url.host === home ? request : UNKNOWN;
    const answer = await exchange(target.value, socket.value, policy, known, stop);
    if (!answer.ok) return answer;
    const { location, status } = answer.value;
    if (location === null) return ok(pageOf(request, target.value, redirects, answer.value));
    redirects.push({ url: url.href, status });
    target = targetOf(location, policy, url);
  }
}

/**
 * Fetches a page: the only way out of this program. Wherever it leads, by name, by number or by redirect, the address
 * is checked, and the one that was checked is the one connected to. Nothing of ours goes along but our name.
 *
 * @param network the machine's, save in a test
 * @param signal ends it: it is then thrown what the signal gives as its reason
 */
export async function fetchPage(
  request: PageRequest,
  policy: FetchPolicy,
  network: Network = MACHINE,
  signal?: AbortSignal,
): Promise<Result<FetchedPage, FetchFault>> {
  const inTime = AbortSignal.timeout(policy.limits.totalMs);
  const stop = signal === undefined ? inTime : AbortSignal.any([signal, inTime]);
  try {
    return await follow(request, policy, network, stop);
  } finally {
    signal?.throwIfAborted();
  }
}
