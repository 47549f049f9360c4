import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { sentHtml } from "./without-script.ts";

const zipped = promisify(gzip);

/** Whether an answer may be sent zipped: going by `Accept-Encoding`, in which `q=0` says no (RFC 9110, 12.5.3). */
export const takesGzip = (accepted: string | undefined): boolean =>
  (accepted ?? "")
    .split(",")
    .some((coding) => /^\s*gzip\s*(?:;|$)/i.test(coding) && !/;\s*q=0(?:\.0*)?\s*$/.test(coding));

/** What is no page: the framework's files, what is for programs, and what strangers sent. */
const OTHERS = /^\/(?:_next|api|script)(?:\/|$)|^\/healthz(?:\?|$)|^\/copies\/[^/?]+\/bytes(?:\?|$)/;

type Done = () => void;
const isDone = (arg: unknown): arg is Done => typeof arg === "function";

/** The bytes that `write` or `end` was called with, in any of their ways. */
function bytesOf([chunk]: readonly unknown[]): Uint8Array {
  if (typeof chunk === "string") return Buffer.from(chunk);
  // A stream may use the memory of a chunk again.
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

/**
 * Sends the pages that this request is answered with as they are to be sent: whole, without a script that nothing in
 * them waits for, and zipped. Whatever is no page goes its way.
 */
export function sendPages(request: IncomingMessage, response: ServerResponse): void {
  if (OTHERS.test(request.url ?? "")) return;
  const isZipped = takesGzip(request.headers["accept-encoding"]);
  // The framework would zip the page with its script in it.
  delete request.headers["accept-encoding"];
  const parts: Uint8Array[] = [];
  const { writeHead, flushHeaders, write, end } = response;
  const isPage = () =>
    !response.headersSent && /^text\/html\b/.test(String(response.getHeader("content-type")));

  async function send(done: Done | undefined): Promise<void> {
    // A byte a character: all that is looked for is ASCII, and reading UTF-8 would cost more than all the rest.
    const html = Buffer.from(sentHtml(Buffer.concat(parts).toString("latin1")), "latin1");
    const body = isZipped ? await zipped(html) : html;
    if (response.headersSent) return;
    if (isZipped) response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Content-Length", body.byteLength);
    response.appendHeader("Vary", "Accept-Encoding");
    Reflect.apply(writeHead, response, [response.statusCode]);
    Reflect.apply(end, response, [body, done]);
  }

  Object.assign(response, {
    writeHead(...args: readonly unknown[]): ServerResponse {
      // The framework has set the headers of a page one by one, and says here only that they may go.
      return isPage() ? response : Reflect.apply(writeHead, response, args);
    },
    flushHeaders(): void {
      if (!isPage()) Reflect.apply(flushHeaders, response, []);
    },
    write(...args: readonly unknown[]): boolean {
      if (!isPage()) return Reflect.apply(write, response, args);
      parts.push(bytesOf(args));
      args.find(isDone)?.();
      return true;
    },
    end(...args: readonly unknown[]): ServerResponse {
      if (!isPage()) return Reflect.apply(end, response, args);
      parts.push(bytesOf(args));
      if (request.method === "HEAD" || parts.every(({ byteLength }) => byteLength === 0)) {
        // Of a body that is not there, nothing is said.
        Reflect.apply(writeHead, response, [response.statusCode]);
        return Reflect.apply(end, response, [args.find(isDone)]);
      }
      send(args.find(isDone)).catch((error: unknown) =>
        response.destroy(Error("not sent", { cause: error })),
      );
      return response;
    },
  });
}
