import { createServer } from "node:http";

// A server that says what came to it, for the front to stand before. Its port is its first line.
const server = createServer((request, response) => {
  const { method, url, headers } = request;
  response.end(
    JSON.stringify({ method, url, forwarded: headers["x-forwarded-host"] ?? headers.forwarded ?? null }),
  );
});
server.on("checkContinue", (_request, response) => response.end("goes on"));
server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
server.listen({ host: "127.0.0.1", port: 0 }, () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
