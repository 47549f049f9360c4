import { IncomingMessage, Server, ServerResponse } from "node:http";
import { Duplex } from "node:stream";
import { ADDRESS_HEADER, addressOf } from "./address.ts";
import { isAdmitted, ownNames } from "./hosts.ts";
import { markFront } from "./mark.ts";
import { MISDIRECTED, misdirected } from "./misdirected.ts";
import { sendPages } from "./pages.ts";
import { withinScope } from "./request-scope.ts";

// Loaded before the framework (node --import), it sees each request before anything of the framework's does: what the
// framework itself answers (files, unknown addresses, form posts) and what goes past its own proxy.ts too.

const isProduction = process.env.NODE_ENV === "production";
const names = ownNames(process.env);

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};

function refuse(request: IncomingMessage, to: unknown): void {
  if (to instanceof ServerResponse) {
    const { type, body } = misdirected(request);
    to.writeHead(MISDIRECTED, {
      ...HEADERS,
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(body),
    });
    to.end(body);
  } else if (to instanceof Duplex) {
    // Who asks for another protocol gets no page.
    to.end(`HTTP/1.1 ${MISDIRECTED} Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
}

/** What proxies say of the name they were asked by is not believed: of two names, one would not have been looked at. */
function forgetOtherNames({ headers }: IncomingMessage): void {
  delete headers["x-forwarded-host"];
  delete headers.forwarded;
}

const { emit } = Server.prototype;

// Whatever comes in is told of by an event whose first value is the request: a request, one that waits to send its body,
// one for another protocol.
Server.prototype.emit = function (this: Server, event: string | symbol, ...values: unknown[]): boolean {
  const [request, to] = values;
  if (request instanceof IncomingMessage) {
    const { method = "", url: target = "", headersDistinct } = request;
    if (!isAdmitted({ method, target, hosts: headersDistinct.host ?? [] }, names)) {
      refuse(request, to);
      return true;
    }
    forgetOtherNames(request);
    request.headers[ADDRESS_HEADER] = addressOf(target);
    // In development every page has the framework's script, which renders it anew after each change of the code.
    if (isProduction && to instanceof ServerResponse) sendPages(request, to);
    return withinScope(() => Reflect.apply(emit, this, [event, ...values]));
  }
  return Reflect.apply(emit, this, [event, ...values]);
};

markFront();
