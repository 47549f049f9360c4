import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendLoad, wrkArguments } from "#scripts/bench/generator.ts";
import { weigh } from "#scripts/bench/measure-size.ts";

// What the bench asks for, by a server that it asks.

const PAGE = `<p>${"much the same ".repeat(1000)}</p><script src="/a.js"></script>`;
const asked: IncomingHttpHeaders[] = [];
const server = createServer((request, response) => {
  asked.push(request.headers);
  const takesGzip = request.headers["accept-encoding"] === "gzip";
  if (!takesGzip || request.url === "/api") return response.end(PAGE);
  response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(PAGE));
});
let origin = "";

beforeAll(async () => {
  server.listen({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const address = server.address();
  if (typeof address === "object") origin = `http://127.0.0.1:${address?.port}`;
});
afterAll(() => {
  server.close();
});

const load = { connections: 1, seconds: 60, count: 2, first: 0 };

test("our own generator takes gzip, for reading and for writing", async () => {
  const requests = [{ path: "/?a" }, { path: "/?b", body: "{}" }];
  expect(await sendLoad({ ...load, origin, requests })).toMatchObject({ requests: 2, failures: {} });
  expect(asked.map((headers) => headers["accept-encoding"])).toEqual(["gzip", "gzip"]);
});

test("wrk takes gzip too", () => {
  const args = wrkArguments({ ...load, origin: "http://127.0.0.1:1", requests: [] }, "/forecasts");
  expect(args.join(" ")).toContain("-H Accept-Encoding: gzip http://127.0.0.1:1/forecasts");
});

test("what is sent is weighed as it comes, squeezed by the server or not", async () => {
  const squeezed = gzipSync(PAGE).length;
  expect(await weigh(origin, "/")).toEqual({ html: squeezed, scripts: expect.any(Number) });
  expect((await weigh(origin, "/api")).html).toBe(PAGE.length);
  expect(squeezed).toBeLessThan(PAGE.length / 10);
});
