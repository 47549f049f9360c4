import { createServer } from "node:http";

// The least that a server of this runtime can do: one text of 5 KB, the same for everybody. Its port is its output.
const text = "x".repeat(5 * 1024);
const server = createServer((_request, response) => {
  response.setHeader("Content-Type", "text/plain");
  response.end(text);
});
server.listen({ host: "127.0.0.1", port: 0 }, () => console.log(server.address().port));
process.stdin.resume();
// It goes when the bench goes, however that ends.
process.stdin.once("end", () => process.exit(0));
