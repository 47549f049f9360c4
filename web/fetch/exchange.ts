import type { Socket } from "node:net";
import { pipeline, type Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { Client } from "undici";
import { ok, type Result } from "#domain/result.ts";
import { type FetchFault, failed, failedBy, TooLarge } from "./fault.ts";
import { codingsOf, type HeaderList, headerList, locationOf } from "./header-list.ts";
import type { FetchLimits, FetchPolicy } from "./policy.ts";
import type { Target } from "./target.ts";

/** Waits for work that cannot be stopped itself no longer than until the signal. */
export function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const giveUp = () => reject(stop.reason);
  if (stop.aborted) giveUp();
  stop.addEventListener("abort", giveUp, { once: true });
  work.then(resolve, reject).finally(() => stop.removeEventListener("abort", giveUp));
  return promise;
}

/** The codings we can take off. We ask for all but `deflate`, by which two formats go; it is zlib's here. */
const UNPACKERS: { readonly [coding: string]: () => Transform } = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

const ACCEPTED_CODINGS = "gzip, br, zstd";
/** No honest server uses two. */
const MOST_CODINGS = 5;

const canUnpack = (codings: readonly string[]): boolean =>
  codings.every((coding) => Object.hasOwn(UNPACKERS, coding));

/** Lets through so many bytes, and ends the stream with an error at the first one more. */
function atMost(bytes: number, what: string): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      done(left < 0 ? new TooLarge(what) : null, chunk);
    },
  });
}

/**
 * Reads a body to its end and takes its codings off. What comes in and what comes out of each coding is counted while
 * it is read, so that a few bytes that stand for gigabytes end early.
 *
 * @param codings that `canUnpack` accepts, in the order in which they were put on
 * @throws `TooLarge`, the stream's own error, or zlib's where the bytes are damaged or not all there
 */
async function unpack(
  body: Readable,
  codings: readonly string[],
  { receivedBytes, unpackedBytes }: FetchLimits,
): Promise<Buffer> {
  const stages = codings.toReversed().flatMap((coding) => {
    const unpacker = UNPACKERS[coding]?.();
    return unpacker === undefined ? [] : [unpacker, atMost(unpackedBytes, "unpacked")];
  });
  const received = atMost(receivedBytes, "received");
  const last = stages.at(-1) ?? received;
  // Its errors come out of the last stage, which is read below.
  pipeline([body, received, ...stages], () => undefined);
  const chunks: Buffer[] = [];
  for await (const chunk of last) chunks.push(chunk);
  return Buffer.concat(chunks);
}

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
