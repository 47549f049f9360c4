import { AsyncLocalStorage } from "node:async_hooks";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { beforeEnd } from "#front/end.ts";

// A server that says what came to it, for the front to stand before. Its port is its first line.

/** Those that are to be answered when /go is asked for. */
const waiting: ServerResponse[] = [];
/** How many have come so far that are not asked about here. */
let begun = 0;

/** Which request it is that something is done for. */
const within = new AsyncLocalStorage<number>();

function answer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("X-Within", within.getStore() ?? "none");
  within.run(begun, () => answerWithin(request, response));
}

function answerWithin(request: IncomingMessage, response: ServerResponse): void {
  const { method, url = "", headers } = request;
  if (!url.startsWith("/script/")) begun += 1;
  response.setHeader("X-Number", begun).setHeader("Content-Type", "application/json");
  if (url.startsWith("/sources?mine")) response.setHeader("Set-Cookie", "a=b");
  if (url.startsWith("/busy")) {
    const until = performance.now() + 5;
    while (performance.now() < until);
  }
  if (/^\/(?:speakers\/)?wait/.test(url)) {
    waiting.push(response);
    return;
  }
  if (url.startsWith("/in-a-moment")) {
    setTimeout(() => response.end("went on"), 500);
    return;
  }
  if (url.startsWith("/script/go")) for (const one of waiting.splice(0)) one.end("went on");
  if (url.startsWith("/script/waiting")) {
    response.end(String(waiting.length));
    return;
  }
  if (url.startsWith("/script/connections")) {
    server.getConnections((_error, count) => response.end(String(count)));
    return;
  }
  if (url.startsWith("/script/headers")) {
    response.end(
      Object.keys(headers)
        .filter((name) => !name.startsWith("x-hindcast-"))
        .join(),
    );
    return;
  }
  if (url.startsWith("/script/begun")) {
    response.end(String(begun));
    return;
  }
  if (url.startsWith("/forms/")) {
    request.resume().on("end", () => response.end("all of it came"));
    return;
  }
  response.end(
    JSON.stringify({ method, url, forwarded: headers["x-forwarded-host"] ?? headers.forwarded ?? null }),
  );
}

const server = createServer(answer);
server.on("checkContinue", (_request, response) => response.end("goes on"));
server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
server.listen({ host: process.env.BIND ?? "127.0.0.1", port: 0 }, () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
beforeEnd("meanwhile", async () => console.log("meanwhile"));
beforeEnd("atLast", async () => console.log("at last"));
