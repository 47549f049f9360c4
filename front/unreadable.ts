import { STATUS_CODES } from "node:http";
import { Socket } from "node:net";
import { protectionOf } from "./headers.ts";

/** By the code of what the parser met; anything else is a 400. */
const STATUS: { readonly [code: string]: number } = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what is no request, or did not come whole, by its status, as far as no other answer is under way. */
export function answerUnreadable(error: unknown, socket: unknown, isSecure: boolean): void {
  if (!(socket instanceof Socket)) return;
  const isAnswering = Object(Reflect.get(socket, "_httpMessage")).headersSent === true;
  if (socket.writable && !isAnswering) {
    const status = STATUS[String(Object(error).code)] ?? 400;
    const headers = {
      Connection: "close",
      "Content-Length": "0",
      ...protectionOf({ target: "", type: null, html: null, isSecure }),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", ""].join("\r\n"));
  }
  socket.destroySoon();
}
