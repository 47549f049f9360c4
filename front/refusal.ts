import { type IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import { Duplex } from "node:stream";
import { en } from "#messages/en.ts";
import { LANGUAGE_COOKIE, languageOf, messagesIn } from "./language.ts";
import { plainMarkup } from "./plain-page.ts";
import { isApi } from "./routes.ts";

/** Why a request goes no further. */
export type Reason = "misdirected" | "closed" | "method" | "tooMany" | "busy";

const STATUS: { readonly [R in Reason]: number } = {
  misdirected: 421,
  closed: 503,
  method: 405,
  tooMany: 429,
  busy: 503,
};

/** What a request is told that goes no further. */
export interface Refusal {
  readonly reason: Reason;
  readonly headers?: { readonly [name: string]: string };
}

/** The cookies' own syntax is read no further than this one needs: its values have neither quotes nor escapes. */
const CHOSEN = new RegExp(`(?:^|;)\\s*${LANGUAGE_COOKIE}=([\\w-]*)`);

type Asked = Pick<IncomingMessage, "url" | "headers">;

/** A sentence that says what to do: of the API as a problem, else as a page in the asker's words. */
export function refusalBody({ url = "", headers }: Asked, reason: Reason) {
  const status = STATUS[reason];
  if (isApi(url)) {
    const problem = {
      type: "about:blank",
      title: STATUS_CODES[status],
      status,
      detail: en.door[reason].lead,
    };
    return { status, type: "application/problem+json", body: JSON.stringify(problem) };
  }
  const chosen = CHOSEN.exec(headers.cookie ?? "")?.[1];
  const language = languageOf(chosen, headers["accept-language"] ?? null);
  const { title, lead } = messagesIn(language).door[reason];
  return { status, type: "text/html; charset=utf-8", body: plainMarkup(language, { title, lead }) };
}

/** Answers a request, or whoever asks for another protocol, with why it goes no further. */
export function refuse(request: IncomingMessage, to: unknown, { reason, headers }: Refusal): void {
  const { status, type, body } = refusalBody(request, reason);
  if (to instanceof ServerResponse) {
    to.writeHead(status, {
      "Cache-Control": "no-store",
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(body),
      ...headers,
    });
    to.end(body);
  } else if (to instanceof Duplex) {
    // Who asks for another protocol gets no page.
    to.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
}
