import { errors } from "undici";
import { err } from "#domain/result.ts";

/** Why a page could not be had. The first four and what is too much are our own refusals, the others may pass. */
export type FetchFaultCode =
  | "not-a-link"
  | "port-refused"
  | "address-refused"
  | "host-refused"
  | "no-such-host"
  | "not-reached"
  | "tls-refused"
  | "too-slow"
  | "too-large"
  | "too-many-redirects"
  | "bad-answer"
  | "waits-for-host";

export interface FetchFault {
  readonly code: FetchFaultCode;
  /** The address at which it ended: the one asked for, or one that it led to. */
  readonly url: string;
  /**
   * What exactly, for somebody who looks into it: a few words of ours or the code of an error, nothing of the server's.
   */
  readonly detail: string | null;
  /** We do not go there or do not take that much: trying again would end in the same. */
  readonly isRefusal: boolean;
  /** How it came to a host that it has no turn of, where it ended before that. */
  readonly redirects?: readonly Hop[];
}

/** An answer on the way that led on. */
export interface Hop {
  readonly url: string;
  readonly status: number;
}

const REFUSALS: ReadonlySet<FetchFaultCode> = new Set([
  "not-a-link",
  "port-refused",
  "address-refused",
  "host-refused",
  "too-large",
  "too-many-redirects",
]);

/** The failure of a fetch, as a value. */
export const failed = (code: FetchFaultCode, url: string, detail: string | null = null) =>
  err<FetchFault>({ code, url, detail, isRefusal: REFUSALS.has(code) });

/** Ends a stream that brings more than it may. */
export class TooLarge extends Error {}

/** The HTTP parser has words only. */
const NOT_HTTP = "NOT_HTTP";

function codeOf(error: unknown): string | null {
  if (error instanceof errors.HTTPParserError) return NOT_HTTP;
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/**
 * What an error of the network, of TLS, of the HTTP parser or of zlib is called. Only its code is kept, since a message
 * may quote the server. An error without one is a defect of ours and thrown on.
 *
 * @param code what to call it where it is neither a time nor a size that ran out
 */
export function failedBy(error: unknown, code: FetchFaultCode, url: string) {
  if (error instanceof DOMException && error.name === "TimeoutError") return failed("too-slow", url);
  if (error instanceof TooLarge) return failed("too-large", url, error.message);
  const detail = codeOf(error);
  if (detail === null) throw error;
  if (detail === "UND_ERR_HEADERS_OVERFLOW") return failed("too-large", url, "headers");
  return failed(code, url, detail);
}
