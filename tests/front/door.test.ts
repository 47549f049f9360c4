import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, test } from "vitest";
import { isTooSlow } from "#front/slow-bodies.ts";
import { en } from "#messages/en.ts";
import { begunIn, bodyOf, fronts, get, hang, sayTo, statusOf, waitingIn } from "./support/front.ts";

const start = fronts();

describe("a server is open to others only where it is said to be", () => {
  it.each([
    ["listens to all", { BIND: "0.0.0.0" }, [], false],
    ["listens to all, of IPv6 too", { BIND: "::" }, [], false],
    ["has the address of another machine", { HINDCAST_ORIGIN: "https://hindcast.example.org" }, [], false],
    ["is asked by a proxy", {}, ["X-Forwarded-For: 203.0.113.9"], false],
    ["is asked by this machine", {}, [], true],
    ["is said to listen to all, but does not", { HOST: "0.0.0.0", HOSTNAME: "0.0.0.0" }, [], true],
    ["has a name of this machine", { HINDCAST_ORIGIN: "http://hindcast.localhost:80" }, [], true],
  ] as const)("%s", async (_what, env, headers, is) => {
    const closed = await start(env);
    const answer = await get(closed, "/", ...headers);
    expect(statusOf(answer)).toBe(is ? 200 : 503);
    expect(answer.includes(en.door.closed.lead)).toBe(!is);
    expect(statusOf(await get(closed, "/healthz", ...headers))).toBe(200);
    // One request that a proxy sends closes nobody else's.
    expect(statusOf(await get(closed, "/"))).toBe(is || headers.length > 0 ? 200 : 503);
  });

  it("and is then, wherever it listens and by whatever name it is known", async () => {
    const open = await start({
      BIND: "::",
      HINDCAST_ORIGIN: "https://hindcast.example.org",
      HINDCAST_OPEN: "on",
    });
    expect(statusOf(await get(open, "/", "X-Forwarded-For: 203.0.113.9"))).toBe(200);
  });

  it("and counts what one address asks, other than this machine's", async () => {
    const front = await start({ HINDCAST_OPEN: "on", NODE_ENV: "production" });
    const many = (count: number, from: string) =>
      sayTo(
        front.port,
        ...Array.from({ length: count }, (_, i) => [
          "GET /script/x HTTP/1.1",
          "Host: localhost",
          ...(from === "" ? [] : [`X-Forwarded-For: ${from}`]),
          `Connection: ${i === count - 1 ? "close" : "keep-alive"}`,
          ...(i === count - 1 ? [] : [""]),
        ]).flat(),
      );
    const statuses = (answers: string) =>
      [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    const asked = statuses(await many(610, "203.0.113.9"));
    expect(asked.slice(0, 600).every((status) => status === "200")).toBe(true);
    expect(asked.slice(600)).toEqual(Array.from({ length: 10 }, () => "429"));
    const next = await get(front, "/", "X-Forwarded-For: 203.0.113.9");
    expect(statusOf(next)).toBe(429);
    expect(next).toMatch(/^Retry-After: [1-6]?\d\r$/m);
    expect(statusOf(await get(front, "/healthz", "X-Forwarded-For: 203.0.113.9"))).toBe(200);
    expect(statusOf(await get(front, "/", "X-Forwarded-For: 203.0.113.10"))).toBe(200);
    expect(new Set(statuses(await many(700, "")))).toEqual(new Set(["200"]));
  });
});

test("a method that an address does not take is answered with those that it does", async () => {
  const { port } = await start({});
  const say = (line: string) => sayTo(port, `${line} HTTP/1.1`, "Host: localhost", "Connection: close");
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "OPTIONS", "POST"]) {
    const answer = await say(`${method} /`);
    expect(statusOf(answer), method).toBe(405);
    expect(answer).toContain("\r\nAllow: GET, HEAD\r\n");
  }
  const answer = await say("TRACE /api/v1/horizon");
  expect(answer).toContain("\r\nAllow: OPTIONS, POST\r\n");
  expect(JSON.parse(bodyOf(answer)).detail).toBe(en.door.method.lead);
});

describe("what Node would answer by itself has the headers of every answer", () => {
  it.each([
    ["something else that is expected", 417, "GET / HTTP/1.1", ["Host: localhost", "Expect: a-miracle"]],
    [
      "something else that is expected by a name that is not ours",
      421,
      "GET / HTTP/1.1",
      ["Host: evil.example", "Expect: a-miracle"],
    ],
    [
      "another protocol",
      200,
      "GET / HTTP/1.1",
      ["Host: localhost", "Connection: close, Upgrade", "Upgrade: h2c"],
    ],
    ["no address", 400, "GET * HTTP/1.1", ["Host: localhost"]],
    ["an address in vain", 400, "GET nowhere HTTP/1.1", ["Host: localhost"]],
  ] as const)("%s: %i", async (_what, status, line, headers) => {
    const front = await start({ NODE_ENV: "production" });
    const answer = await sayTo(
      front.port,
      line,
      ...headers,
      ...(headers.some((one) => /Connection/.test(one)) ? [] : ["Connection: close"]),
    );
    expect(statusOf(answer)).toBe(status);
    expect(answer).toContain("\r\nX-Content-Type-Options: nosniff\r\n");
  });
});

it("what only the framework says is not believed of others", async () => {
  const front = await start({ NODE_ENV: "production" });
  const said = [
    "RSC: 1",
    "Next-Router-State-Tree: x",
    "Next-Action: x",
    "X-Middleware-Rewrite: /x",
    "X-Middleware-Subrequest: x",
  ];
  const answer = await get(front, "/script/headers", ...said, "X-Other: 1");
  expect(bodyOf(answer)).not.toMatch(/rsc|next|middleware/);
  expect(bodyOf(answer)).toContain("x-other");
});

test.each([
  [0, 0, false],
  [9_999, 0, false],
  [10_001, 0, true],
  [60_000, 5_000_000, false],
  [60_000, 100_000, true],
])("after %i ms and %i bytes a body is too slow: %s", (sinceMs, bytes, is) => {
  expect(isTooSlow(sinceMs, bytes)).toBe(is);
});

describe("the end", () => {
  const POST = "POST /forms/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n";

  it("answers what runs, tells it to close, does what is left, and is a success", async () => {
    const front = await start({ NODE_ENV: "production" });
    const out = text(front.process.stdout);
    const idle = connect(front.port, "127.0.0.1");
    idle.write("GET /script/x HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(idle, "data");
    const late = text(hang(front, "/in-a-moment"));
    const sending = connect(front.port, "127.0.0.1");
    sending.write(`${POST}12345`);
    const sent = text(sending);
    await expect.poll(() => begunIn(front)).toBe(2);
    front.process.kill("SIGTERM");
    await once(idle, "close");
    await expect(get(front, "/")).rejects.toThrow();
    sending.write("67890");
    expect(await sent).toContain("all of it came");
    expect(await late).toMatch(/^HTTP\/1\.1 200 OK\r\n(?:.*\r\n)*Connection: close\r\n/);
    expect(await front.exited).toEqual([0, null]);
    expect(await out).toBe("meanwhile\nat last\n");
  });

  it("comes within eight seconds, whatever readers and unfinished bodies do", async () => {
    const front = await start({ NODE_ENV: "production" });
    const sockets = Array.from({ length: 50 }, () => connect(front.port, "127.0.0.1"));
    for (const socket of sockets) {
      socket.on("error", () => undefined);
      socket.write(POST);
    }
    let isOver = false;
    async function read() {
      while (!isOver) {
        const socket = connect(front.port, "127.0.0.1");
        socket.on("error", () => undefined);
        socket.write("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        for await (const _ of socket) socket.write("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await wait(10);
      }
    }
    const readers = Array.from({ length: 3 }, () => read().catch(() => undefined));
    await expect.poll(() => begunIn(front)).toBeGreaterThan(50);
    front.process.kill("SIGTERM");
    const [code, signal] = await front.exited;
    isOver = true;
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    await Promise.all(readers);
  });

  it("comes at once when it is asked for again", async () => {
    const front = await start({ NODE_ENV: "production" });
    const socket = hang(front);
    socket.on("error", () => undefined);
    await expect.poll(() => waitingIn(front)).toBe(1);
    front.process.kill("SIGTERM");
    await once(front.process.stdout, "data");
    await wait(400);
    front.process.kill("SIGTERM");
    expect(await front.exited).toEqual([143, null]);
  });
});
