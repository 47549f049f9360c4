import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { encoded, isCompressible } from "./encoding.ts";
import { isAtEnd } from "./end.ts";
import { protectionOf } from "./headers.ts";
import { sentHtml } from "./without-script.ts";

/** What is no page and larger than this goes on as it comes: nobody waits for the whole of it. */
const MOST_HELD_BYTES = 1024 * 1024;

type Done = () => void;
const isDone = (arg: unknown): arg is Done => typeof arg === "function";

/** The bytes that `write` or `end` was called with, in any of their ways. */
function bytesOf([chunk]: readonly unknown[]): Uint8Array {
  if (typeof chunk === "string") return Buffer.from(chunk);
  // A stream may use the memory of a chunk again.
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

/** An answer as it was sent, its body in its coding. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array;
}

interface AnswerOptions {
  readonly isSecure: boolean;
  readonly isProduction: boolean;
  /** Called when all of the answer has been given, or nobody waits for it any more; perhaps twice. */
  readonly given?: () => void;
  /** Called with what is sent, or with null where it is not there as a whole; what is said first counts. */
  readonly sent?: (answer: SentAnswer | null) => void;
}

/**
 * Sends what this request is answered with as it is to be sent: with the headers that protect it, and in production in
 * the coding that is asked for, a page whole and without a script that nothing in it waits for.
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { isSecure, isProduction, given = () => undefined, sent = () => undefined }: AnswerOptions,
): void {
  const target = request.url ?? "";
  const accepted = request.headers["accept-encoding"];
  // The framework would compress a page with its script in it.
  if (isProduction) delete request.headers["accept-encoding"];
  const { writeHead, flushHeaders, write, end } = response;
  const parts: Uint8Array[] = [];
  let held = 0;
  let isLetGo = !isProduction;

  const typeOf = () => {
    const type = response.getHeader("content-type");
    return typeof type === "string" ? type : null;
  };
  const isPage = () => /^text\/html\b/.test(typeOf() ?? "");
  const isHeld = () => {
    if (isLetGo || response.headersSent) return false;
    const isWhole = response.statusCode !== 206 && response.getHeader("content-encoding") === undefined;
    return isPage() || (isWhole && isCompressible(typeOf() ?? ""));
  };

  function protect(html: string | null): void {
    const protection = protectionOf({ target, type: typeOf(), html, isSecure });
    for (const [name, value] of Object.entries(protection)) response.setHeader(name, value);
    if (isAtEnd()) response.setHeader("Connection", "close");
  }

  /** Tells that the coding was asked for, once. */
  function varies(): void {
    const known = String(response.getHeader("vary") ?? "");
    if (!/\baccept-encoding\b/i.test(known)) response.appendHeader("Vary", "Accept-Encoding");
  }

  function letGo(): void {
    isLetGo = true;
    sent(null);
    for (const part of parts.splice(0)) Reflect.apply(write, response, [part]);
  }

  async function send(done: Done | undefined): Promise<void> {
    const whole = Buffer.concat(parts);
    // A byte a character: all that is looked for is ASCII, and reading UTF-8 would cost more than all the rest.
    const html = isPage() ? sentHtml(whole.toString("latin1")) : null;
    const { body, coding } = await encoded(html === null ? whole : Buffer.from(html, "latin1"), accepted);
    if (response.headersSent) return;
    varies();
    if (coding !== null) response.setHeader("Content-Encoding", coding);
    // An answer of our own that was passed on says how it came.
    response.removeHeader("Transfer-Encoding");
    response.setHeader("Content-Length", body.byteLength);
    protect(html);
    isLetGo = true;
    sent({ status: response.statusCode, headers: response.getHeaders(), body });
    Reflect.apply(writeHead, response, [response.statusCode]);
    Reflect.apply(end, response, [body, done]);
  }

  response.once("close", () => {
    given();
    sent(null);
  });
  Object.assign(response, {
    writeHead(status: number, ...rest: readonly unknown[]): ServerResponse {
      if (response.headersSent) return Reflect.apply(writeHead, response, [status, ...rest]);
      response.statusCode = status;
      const headers = rest.find((one) => typeof one === "object" && one !== null) ?? {};
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (isHeld()) return response;
      sent(null);
      protect(null);
      return Reflect.apply(writeHead, response, [status, ...rest.filter((one) => typeof one === "string")]);
    },
    flushHeaders(): void {
      if (!isHeld()) Reflect.apply(flushHeaders, response, []);
    },
    write(...args: readonly unknown[]): boolean {
      if (!isHeld()) return Reflect.apply(write, response, args);
      const part = bytesOf(args);
      parts.push(part);
      held += part.byteLength;
      args.find(isDone)?.();
      if (held > MOST_HELD_BYTES && !isPage()) letGo();
      return true;
    },
    end(...args: readonly unknown[]): ServerResponse {
      given();
      if (!isHeld()) return Reflect.apply(end, response, args);
      parts.push(bytesOf(args));
      if (request.method === "HEAD" || parts.every(({ byteLength }) => byteLength === 0)) {
        // Of a body that is not there, nothing is said.
        varies();
        protect("");
        isLetGo = true;
        sent({ status: response.statusCode, headers: response.getHeaders(), body: Buffer.alloc(0) });
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
