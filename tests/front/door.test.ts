import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it, test } from "vitest";
import { isTooSlow } from "#front/slow-bodies.ts";
import { en } from "#messages/en.ts";
import { sayTo, startFront, statusOf } from "./support/front.ts";

type Front = Awaited<ReturnType<typeof startFront>>;
const running: Front[] = [];
async function start(env: { readonly [name: string]: string }): Promise<Front> {
  const front = await startFront(env);
  running.push(front);
  return front;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ kill }) => kill()));
});

const bodyOf = (answer: string) => answer.split("\r\n\r\n")[1] ?? "";
const get = ({ port }: Front, path: string, ...headers: readonly string[]) =>
  sayTo(port, `GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers);

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

/** Asks for what is answered when /script/go is asked for. */
function hang({ port }: Front, path = "/wait"): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  return socket;
}
const begunIn = async (front: Front) => Number(bodyOf(await get(front, "/script/begun")));
const waitingIn = async (front: Front) => Number(bodyOf(await get(front, "/script/waiting")));

describe("a few are answered at once", () => {
  it("and the rest wait for their turn, but for what is cheap", async () => {
    const front = await start({ NODE_ENV: "production" });
    const sockets = Array.from({ length: 10 }, () => hang(front));
    await expect.poll(() => waitingIn(front)).toBe(2);
    expect(statusOf(await get(front, "/healthz"))).toBe(200);
    const page = get(front, "/last");
    // One that leaves the queue takes no turn.
    for (const socket of sockets.slice(3)) socket.destroy();
    await get(front, "/script/go");
    await expect.poll(() => waitingIn(front)).toBe(1);
    await get(front, "/script/go");
    expect(statusOf(await page)).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it("of whom one too many is told so at once", async () => {
    const front = await start({ NODE_ENV: "production" });
    const sockets = Array.from({ length: 258 }, () => hang(front));
    await expect.poll(() => waitingIn(front)).toBe(2);
    await expect.poll(async () => statusOf(await get(front, "/last"))).toBe(503);
    const answer = await get(front, "/api/v1/forecasts");
    expect(answer).toContain("\r\nRetry-After: 1\r\n");
    expect(JSON.parse(bodyOf(answer)).detail).toBe(en.door.busy.lead);
    expect(statusOf(await get(front, "/healthz"))).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => statusOf(await get(front, "/last"))).toBe(200);
  });
});

describe("what is cheap does not wait", () => {
  it("for an answer to each connection that came before", async () => {
    const front = await start({ NODE_ENV: "production" });
    const before = await begunIn(front);
    front.process.kill("SIGSTOP");
    const sockets = Array.from({ length: 160 }, (_, i) => hang(front, `/busy/${i}`));
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    const health = get(front, "/healthz");
    front.process.kill("SIGCONT");
    const begun = Number(/\r\nX-Number: (\d+)\r\n/i.exec(await health)?.[1]) - before;
    expect(begun).toBeLessThan(80);
    for (const socket of sockets) socket.destroy();
  });

  it("but only at an address that is cheap, however it is written", async () => {
    const front = await start({ NODE_ENV: "production" });
    for (let i = 0; i < 2; i++) hang(front);
    await expect.poll(() => waitingIn(front)).toBe(2);
    for (const path of [
      "/_next/../wait",
      "/script/%2e%2e/wait",
      "/healthz/../wait",
      "http://localhost/script/../wait",
    ])
      hang(front, path);
    await get(front, "/healthz");
    expect(await waitingIn(front)).toBe(2);
  });
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

describe("who waits for the same as others", () => {
  /** A front whose two places are taken, and how to ask for more and know that it came. */
  async function full() {
    const front = await start({ NODE_ENV: "production" });
    for (let i = 0; i < 2; i++) hang(front);
    await expect.poll(() => waitingIn(front)).toBe(2);
    const before = await begunIn(front);
    const sockets: Socket[] = [];
    const isIn = (socket: Socket) => {
      sockets.push(socket);
      // One asks.
      const connections = async () => Number(bodyOf(await get(front, "/script/connections")));
      return expect.poll(connections).toBe(2 + sockets.filter((one) => !one.destroyed).length + 1);
    };
    return {
      front,
      isIn,
      ask: async (path: string, ...headers: readonly string[]) => {
        const socket = connect(front.port, "127.0.0.1");
        const lines = [`GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers];
        socket.write(`${lines.join("\r\n")}\r\n\r\n`);
        const answer = text(socket).catch(() => "");
        await isIn(socket);
        return { socket, answer };
      },
      go: () => get(front, "/script/go"),
      begun: async () => (await begunIn(front)) - before,
    };
  }
  const numberOf = (answer: string) => /\r\nX-Number: (\d+)\r\n/i.exec(answer)?.[1];

  it("is given the same answer, unless anything else in what was asked may change it", async () => {
    const { ask, go, begun } = await full();
    const alike = [];
    for (let i = 0; i < 5; i++) alike.push(await ask("/timeline?a=b", `User-Agent: reader ${i}`));
    const others = [
      await ask("/timeline?a=c"),
      await ask("/timeline?a=b", "Cookie: language=zh-Hant"),
      await ask("/timeline?a=b", "Accept-Language: zh"),
      await ask("/timeline?a=b", "Accept-Encoding: gzip"),
      await ask("/timeline?a=b", "X-Of-Nobody-We-Know: 1"),
    ];
    await go();
    const numbers = await Promise.all(alike.map(async ({ answer }) => numberOf(await answer)));
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toBeDefined();
    const bodies = await Promise.all(alike.map(async ({ answer }) => bodyOf(await answer)));
    expect(new Set(bodies).size).toBe(1);
    const each = await Promise.all(others.map(async ({ answer }) => numberOf(await answer)));
    expect(new Set([...each, numbers[0]]).size).toBe(6);
    expect(await begun()).toBe(6);
  });

  it("is not answered within what another request is about, which would never be let go then", async () => {
    const { ask, go } = await full();
    const all = [await ask("/forecasts/a"), await ask("/forecasts/b"), await ask("/forecasts/c")];
    await go();
    for (const { answer } of all) expect(await answer).toMatch(/\r\nX-Within: none\r\n/i);
  });

  it.each(["/forecasts/new", "/forecasts/a-forecast", "/sources?mine"])(
    "has an answer of their own from %s",
    async (path) => {
      const { ask, go, begun } = await full();
      const all = [];
      for (let i = 0; i < 3; i++) all.push(await ask(path));
      await go();
      const numbers = await Promise.all(all.map(async ({ answer }) => numberOf(await answer)));
      expect(new Set(numbers).size).toBe(3);
      expect(numbers).not.toContain(undefined);
      expect(await begun()).toBe(3);
    },
  );

  it("is answered, whoever of them leaves before or while it is", async () => {
    const { front, ask, go } = await full();
    const [first, second, third] = [
      await ask("/speakers/wait"),
      await ask("/speakers/wait"),
      await ask("/speakers/wait"),
    ];
    first.socket.destroy();
    await go();
    await expect.poll(() => waitingIn(front)).toBe(1);
    second.socket.destroy();
    await expect.poll(() => waitingIn(front)).toBe(2);
    await go();
    expect(await third.answer).toContain("went on");
  });

  it("asks anew, once it has begun", async () => {
    const { front, ask, go } = await full();
    const before = await ask("/speakers/wait");
    await go();
    await expect.poll(() => waitingIn(front)).toBe(1);
    const after = await ask("/speakers/wait");
    await expect.poll(() => waitingIn(front)).toBe(2);
    await go();
    expect(numberOf(await before.answer)).not.toBe(numberOf(await after.answer));
  });

  it("holds no place once all of them have left", async () => {
    const { front, ask, go, begun } = await full();
    const leaving = [await ask("/timeline"), await ask("/timeline")];
    for (const { socket } of leaving) socket.destroy();
    const last = await ask("/last");
    await go();
    expect(statusOf(await last.answer)).toBe(200);
    expect(await begun()).toBe(1);
    expect(await waitingIn(front)).toBe(0);
  });
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
