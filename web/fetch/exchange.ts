import type { Socket } from "node:net";
import { Client } from "undici";
import { ok, type Result } from "../../domain/result.ts";
import { type FetchFault, failed, failedBy, TooLarge } from "./fault.ts";
import { codingsOf, type HeaderList, headerList, locationOf } from "./header-list.ts";
import type { FetchLimits, FetchPolicy } from "./policy.ts";
import { unlessStopped } from "./stopping.ts";
import type { Target } from "./target.ts";
import { ACCEPTED_CODINGS, canUnpack, MOST_CODINGS, unpack } from "./unpack.ts";

/** What one server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: HeaderList;
  /** Where it sends us on; null where it is the last. */
  readonly location: string | null;
  /** Unpacked; null where it sends us on, or says that nothing has changed. */
  readonly body: Buffer | null;
}

/** What we say of what we have: the marks of an earlier answer. */
export interface KnownVersion {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const SAFE_VALUE = /^[\x21-\x7e][\x20-\x7e]{0,1000}$/;

function requestHeaders({ userAgent }: FetchPolicy, { etag, lastModified }: KnownVersion) {
  const conditions = { "if-none-match": etag, "if-modified-since": lastModified };
  return {
    "user-agent": userAgent,
    accept: "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5",
    "accept-encoding": ACCEPTED_CODINGS,
    // They were a server's once: what could not stand in a header is left out.
    ...Object.fromEntries(
      Object.entries(conditions).filter(([, value]) => value !== null && SAFE_VALUE.test(value)),
    ),
  };
}

/**
 * Ends a connection that brings far more than a body may have, as what is around it: interim answers, trailers, or the
 * notes that may stand beside the length of a chunk.
 */
function watchSize(socket: Socket, { headerBytes, receivedBytes }: FetchLimits): void {
  const most = 2 * (headerBytes + receivedBytes);
  socket.on("readable", () => {
    if (socket.bytesRead > most) socket.destroy(new TooLarge("received"));
  });
}

/** A client for one request over one open connection: it has no way to open another. */
function clientOver(socket: Socket, { url }: Target, { limits }: FetchPolicy): Client {
  watchSize(socket, limits);
  let isTaken = false;
  return new Client(url.origin, {
    connect: (_options, done) => {
      const isUsable = !isTaken && !socket.destroyed;
      isTaken = true;
      // Later, as a connection comes: the client does not notice one that is there at once.
      queueMicrotask(() => {
        if (isUsable) done(null, socket);
        else done(Object.assign(new Error("the connection is gone"), { code: "ECONNRESET" }), null);
      });
    },
    maxHeaderSize: limits.headerBytes,
    // The times are kept here, to the millisecond.
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
  });
}

/**
 * Asks once over an open connection, reads what is answered as far as it is needed, and closes it.
 *
 * @param stop ends it wherever it is
 */
export async function exchange(
  target: Target,
  socket: Socket,
  policy: FetchPolicy,
  known: KnownVersion,
  stop: AbortSignal,
): Promise<Result<Answer, FetchFault>> {
  const { href, pathname, search } = target.url;
  const client = clientOver(socket, target, policy);
  const late = new AbortController();
  const tooLate = () => late.abort(new DOMException("no answer in time", "TimeoutError"));
  const firstByte = setTimeout(tooLate, policy.limits.firstByteMs);
  try {
    const signal = AbortSignal.any([stop, late.signal]);
    const path = pathname + search;
    const request = { path, headers: requestHeaders(policy, known), signal, method: "GET", reset: true };
    const { statusCode, headers, body } = await unlessStopped(client.request(request), signal);
    clearTimeout(firstByte);
    // A body that is not read ends with the connection; that is no news.
    body.on("error", () => undefined);
    const list = headerList(headers);
    const answer = { status: statusCode, headers: list, location: null, body: null };
    const location = REDIRECTS.has(statusCode) ? locationOf(list) : null;
    if (location !== null) return ok({ ...answer, location });
    if (statusCode === 304) return ok(answer);
    const codings = codingsOf(list);
    if (codings.length > MOST_CODINGS) return failed("too-large", href, "encodings");
    if (!canUnpack(codings)) return failed("bad-answer", href, "unknown encoding");
    return ok({ ...answer, body: await unpack(body, codings, policy.limits) });
  } catch (error) {
    return failedBy(stop.aborted ? stop.reason : error, "bad-answer", href);
  } finally {
    clearTimeout(firstByte);
    // Nobody waits for the end of a connection that may not want to end.
    client.destroy(() => undefined);
    socket.destroy();
  }
}
