import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { en } from "#messages/en.ts";
import { begunIn, bodyOf, fronts, get, hang, statusOf, waitingIn } from "./support/front.ts";

// Who waits for an answer, and for whose, with the front before a server that answers when it is told to.

const start = fronts();

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

  it("is answered, whoever of them leaves before or while it is, and not one by one", async () => {
    const { front, ask, go } = await full();
    const first = await ask("/speakers/wait");
    const second = await ask("/speakers/wait");
    const others = [];
    for (let i = 0; i < 6; i++) others.push(await ask("/speakers/wait"));
    first.socket.destroy();
    await go();
    await expect.poll(() => waitingIn(front)).toBe(1);
    second.socket.destroy();
    // A place is free, so one of the others is begun with at once; the rest wait for the next place together.
    await expect.poll(() => waitingIn(front)).toBe(3);
    await go();
    const answers = await Promise.all(others.map(({ answer }) => answer));
    expect(answers.filter((answer) => answer.includes("went on"))).toHaveLength(6);
    expect(new Set(answers.map(numberOf)).size).toBe(2);
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
