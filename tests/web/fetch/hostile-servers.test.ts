import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { createServer, Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { FetchLimits } from "#web/fetch/policy.ts";
import { faultAt, pageAt } from "../../support/web/asking.ts";
import { certificateFor } from "../../support/web/certificate.ts";
import { listening, PUBLIC, type StandIn, webOf } from "../../support/web/stand-in.ts";

const URL_OF_PAGE = "http://page.example/";
const SHORT: Partial<FetchLimits> = {
  connectMs: 400,
  firstByteMs: 400,
  totalMs: 1_200,
  receivedBytes: 100_000,
  unpackedBytes: 400_000,
};
/** Far above what any of them takes, far below the limits that hold outside of these tests. */
const SOON_MS = 60_000;

const timers: NodeJS.Timeout[] = [];
afterEach(() => {
  for (const timer of timers.splice(0)) clearInterval(timer);
});
const every = (ms: number, send: () => void) => timers.push(setInterval(send, ms));

type Answering = (response: ServerResponse, request: IncomingMessage) => void;
const httpServer = (answer: Answering) =>
  listening(createHttp((request, response) => answer(response, request)));
/** A server that answers a request with these bytes, whatever they are. */
const rawServer = (answer: (socket: Socket) => void) =>
  listening(createServer((socket) => socket.once("data", () => answer(socket))));
const sending = (...parts: (string | Buffer)[]) =>
  rawServer((socket) => {
    for (const part of parts) socket.write(part);
    socket.end();
  });

async function faultOf(server: StandIn, limits = SHORT, url = URL_OF_PAGE) {
  const { network } = webOf({ 80: server, 443: server }, { "page.example": [[PUBLIC]] });
  const { code, detail, isRefusal, took } = await faultAt(url, network, limits);
  expect(took).toBeLessThan(SOON_MS);
  return { code, detail, isRefusal };
}

describe("a server that takes its time is left", () => {
  const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  const tooSlow = { code: "too-slow", detail: null, isRefusal: false };

  test.each<[string, () => Promise<StandIn>]>([
    ["says nothing", () => rawServer(() => undefined)],
    [
      "sends its headers byte by byte",
      () =>
        rawServer((socket) => {
          const bytes = [..."HTTP/1.1 200 OK\r\nX: ", ..."a".repeat(1000)];
          every(20, () => socket.write(bytes.shift() ?? "a"));
        }),
    ],
    [
      "sends a header every now and then",
      () =>
        rawServer((socket) => {
          socket.write(HEAD);
          every(50, () => socket.write("X-More: 1\r\n"));
        }),
    ],
    [
      "only ever promises",
      () => rawServer((socket) => every(20, () => socket.write("HTTP/1.1 103 Early Hints\r\n\r\n"))),
    ],
    [
      "stops within the body",
      () => rawServer((socket) => socket.write(`${HEAD}Content-Length: 100\r\n\r\nhalf`)),
    ],
    [
      "sends the body byte by byte",
      () =>
        rawServer((socket) => {
          socket.write(`${HEAD}\r\n`);
          every(20, () => socket.write("a"));
        }),
    ],
    [
      "sends a compressed body byte by byte",
      () =>
        rawServer((socket) => {
          socket.write(`${HEAD}Content-Encoding: gzip\r\n\r\n`);
          const bytes = [
            ...gzipSync(Buffer.from(Array.from({ length: 4000 }, () => Math.random()).join(""))),
          ];
          every(20, () => socket.write(Buffer.from([bytes.shift() ?? 0])));
        }),
    ],
    [
      "redirects slowly, again and again",
      () =>
        httpServer((response) =>
          timers.push(setTimeout(() => response.writeHead(302, { location: "/" }).end(), 300)),
        ),
    ],
  ])("that %s", async (_what, serve) => {
    expect(await faultOf(await serve())).toEqual(tooSlow);
  });

  test("by each of the times alone, while the others have hardly begun", async () => {
    const silent = await rawServer(() => undefined);
    expect(await faultOf(silent, { firstByteMs: 200 })).toEqual(tooSlow);
    expect(await faultOf(silent, { connectMs: 200 }, "https://page.example/")).toEqual(tooSlow);
    expect(await faultOf(silent, { totalMs: 200 })).toEqual(tooSlow);
  });

  test("that never takes the connection, or whose name is never found", async () => {
    const never = { resolve: async () => [PUBLIC], dial: () => new Socket() };
    expect(await faultAt(URL_OF_PAGE, never, SHORT)).toMatchObject(tooSlow);
    const silent = { ...never, resolve: () => new Promise<never>(() => undefined) };
    expect(await faultAt(URL_OF_PAGE, silent, SHORT)).toMatchObject(tooSlow);
  });

  test("that never ends the TLS handshake", async () => {
    expect(await faultOf(await rawServer(() => undefined), SHORT, "https://page.example/")).toEqual(tooSlow);
  });
});

describe("a server that sends too much is left", () => {
  const large = (detail: string) => ({ code: "too-large", detail, isRefusal: true });
  const packed = (codings: string, body: Buffer) =>
    httpServer((response) => response.writeHead(200, { "content-encoding": codings }).end(body));
  const flood = (socket: Socket, part: string | Buffer) => {
    const more = () => {
      while (socket.writable && socket.write(part));
    };
    socket.on("drain", more);
    more();
  };
  const ZEROS = Buffer.alloc(25 * 1024 * 1024);

  test("with an endless body", async () => {
    const server = await rawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
      flood(socket, Buffer.alloc(16_384, "a"));
    });
    expect(await faultOf(server)).toEqual(large("received"));
    expect(await faultOf(server, {})).toEqual(large("received"));
  });

  test("with endless notes beside the length of a chunk, or interim answers without end", async () => {
    const inNotes = await rawServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;");
      flood(socket, "n".repeat(16_384));
    });
    expect(await faultOf(inNotes, { ...SHORT, totalMs: 20_000 })).toEqual(large("received"));
    const promising = await rawServer((socket) => flood(socket, "HTTP/1.1 103 Early Hints\r\n\r\n"));
    expect((await faultOf(promising)).code).toMatch(/too-large|too-slow/);
  });

  test.each<[string, () => Buffer, string]>([
    ["gzip", () => gzipSync(ZEROS), "gzip"],
    ["Brotli", () => brotliCompressSync(ZEROS), "br"],
    ["Zstandard", () => zstdCompressSync(ZEROS), "zstd"],
    ["gzip within gzip", () => gzipSync(gzipSync(ZEROS)), "gzip, gzip"],
    ["gzip within Brotli", () => brotliCompressSync(gzipSync(ZEROS)), "gzip, br"],
  ])("25 MB of zeros in %s, by the limits that hold outside of tests", async (_what, body, codings) => {
    expect(await faultOf(await packed(codings, body()), {})).toEqual(large("unpacked"));
  });

  test("100 KB of headers, in one or in many", async () => {
    const one = await sending(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(100_000)}\r\n\r\n`);
    expect(await faultOf(one)).toEqual(large("headers"));
    const many = await sending(`HTTP/1.1 200 OK\r\n${"X-A: bcdefghi\r\n".repeat(7_000)}\r\n`);
    expect(await faultOf(many)).toEqual(large("headers"));
    const few = await sending(`HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: ${"a".repeat(30_000)}\r\n\r\n`);
    expect(await faultOf(few, { ...SHORT, headerBytes: 20_000 })).toEqual(large("headers"));
    expect(
      (await pageAt(URL_OF_PAGE, webOf({ 80: few }, { "page.example": [[PUBLIC]] }).network)).status,
    ).toBe(200);
  });

  test("codings one over another", async () => {
    const times = (count: number) => Array.from({ length: count }, () => "gzip").join(",");
    const wrapped = (count: number) =>
      Array.from({ length: count }).reduce<Buffer>((body) => gzipSync(body), Buffer.from("text"));
    expect(await faultOf(await packed(times(50), wrapped(50)))).toEqual(large("encodings"));
    expect(await faultOf(await packed(times(6), wrapped(6)))).toEqual(large("encodings"));
    const five = await packed(times(5), wrapped(5));
    const { network } = webOf({ 80: five }, { "page.example": [[PUBLIC]] });
    expect(await pageAt(URL_OF_PAGE, network)).toMatchObject({ size: 4 });
  });
});

describe("an answer that cannot be understood is none", () => {
  const bad = (detail: unknown) => ({ code: "bad-answer", detail, isRefusal: false });
  const someCode = expect.stringMatching(/^[A-Za-z_]+$/);
  const OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n`;
  const packed = gzipSync("a text that is long enough to be cut".repeat(50));

  test.each<[string, (string | Buffer)[]]>([
    ["nothing", []],
    ["not HTTP at all", ["220 mail.example ESMTP\r\n"]],
    ["bytes", [Buffer.from([0, 1, 2, 3, 255, 254])]],
    ["half of the headers", [OK]],
    ["a body shorter than it says", [`${OK}Content-Length: 100\r\n\r\nhalf`]],
    ["two lengths", [`${OK}Content-Length: 4\r\nContent-Length: 5\r\n\r\nhalf!`]],
    ["a length that is none", [`${OK}Content-Length: -4\r\n\r\nhalf`]],
    ["a length and chunks", [`${CHUNKED}Content-Length: 4\r\n\r\n4\r\nhalf\r\n0\r\n\r\n`]],
    ["chunks without an end", [`${CHUNKED}\r\n4\r\nhalf\r\n`]],
    ["a chunk of no length", [`${CHUNKED}\r\nzz\r\nhalf\r\n0\r\n\r\n`]],
    ["a NUL in a header", [`${OK}X: a\0b\r\n\r\n`]],
    [
      "another protocol",
      ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"],
    ],
    ["half of a gzip", [`${OK}Content-Encoding: gzip\r\n\r\n`, packed.subarray(0, 40)]],
    ["no gzip", [`${OK}Content-Encoding: gzip\r\n\r\n`, "plain text"]],
    ["no Brotli", [`${OK}Content-Encoding: br\r\n\r\n`, "plain text"]],
    ["no Zstandard", [`${OK}Content-Encoding: zstd\r\n\r\n`, "plain text"]],
  ])("%s", async (_what, parts) => {
    expect(await faultOf(await sending(...parts))).toEqual(bad(someCode));
  });

  test("a coding that nobody knows, also by a name that every object has", async () => {
    for (const coding of ["aws-chunked", "constructor", "__proto__", "gzip, toString"])
      expect(await faultOf(await sending(`${OK}Content-Encoding: ${coding}\r\n\r\nx`))).toEqual(
        bad("unknown encoding"),
      );
  });

  test("a connection that is reset in the middle", async () => {
    const server = await rawServer((socket) => {
      socket.write(`${OK}Content-Length: 100\r\n\r\nhalf`);
      timers.push(setTimeout(() => socket.resetAndDestroy(), 50));
    });
    expect(await faultOf(server)).toEqual(bad(someCode));
  });

  test("a body longer than it says ends where it says", async () => {
    const server = await sending(`${OK}Content-Length: 4\r\n\r\nhalf and more, HTTP/1.1 200 OK\r\n\r\n`);
    const { network } = webOf({ 80: server }, { "page.example": [[PUBLIC]] });
    expect(Buffer.from((await pageAt(URL_OF_PAGE, network)).body ?? []).toString()).toBe("half");
  });
});

describe("redirects end", () => {
  const leading = (location: (path: string) => string) =>
    httpServer((response, request) =>
      response.writeHead(302, { location: location(request.url ?? "/") }).end(),
    );

  test("when they go round, or on and on", async () => {
    const tooMany = { code: "too-many-redirects", detail: null, isRefusal: true };
    expect(await faultOf(await leading(() => "/"), {})).toEqual(tooMany);
    const on = await leading((path) => `/${Number(path.slice(1)) + 1}`);
    expect(await faultOf(on, {})).toEqual(tooMany);
    expect([(await leading(() => "/")).hits(), on.hits()]).toEqual([0, 6]);
  });

  test.each([
    ["file:///etc/passwd", "not-a-link"],
    ["gopher://page.example/_x", "not-a-link"],
    ["javascript:alert(1)", "not-a-link"],
    ["http://[", "not-a-link"],
    [`http://page.example/${"a".repeat(9_000)}`, "not-a-link"],
    ["http://page.example:6379/", "port-refused"],
    ["http://page.example:443x/", "not-a-link"],
    ["//localhost/", "host-refused"],
  ])("at %j", async (location, code) => {
    const server = await leading(() => location);
    expect(await faultOf(server, {})).toMatchObject({ code, isRefusal: true });
    expect(server.hits()).toBe(1);
  });
});

describe("a server that cannot show who it is is left", () => {
  const roots = getCACertificates("default");
  const certificates = {
    known: certificateFor(["page.example"]),
    expired: certificateFor(["page.example"], "2020-01-01", "2021-01-01"),
    other: certificateFor(["other.example"]),
    unknown: certificateFor(["page.example"]),
  };
  beforeAll(() =>
    setDefaultCACertificates([
      ...roots,
      ...[certificates.known, certificates.expired, certificates.other].map(({ cert }) => cert),
    ]),
  );

  test.each<[keyof typeof certificates, string | null]>([
    ["known", null],
    ["expired", "CERT_HAS_EXPIRED"],
    ["other", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["unknown", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ])("certificate: %s", async (which, detail) => {
    let asked = 0;
    const server = await listening(
      createHttps(certificates[which], (_request, response) => {
        asked += 1;
        response.end("secret");
      }),
    );
    const { network, dialled } = webOf({ 443: server }, { "page.example": [[PUBLIC]] });
    if (detail === null) expect((await pageAt("https://page.example/", network)).size).toBe(6);
    else {
      const fault = await faultAt("https://page.example/", network);
      expect(fault).toMatchObject({ code: "tls-refused", detail, isRefusal: false });
    }
    expect({ dialled, asked }).toEqual({ dialled: [`${PUBLIC} 443`], asked: detail === null ? 1 : 0 });
  });

  test("a certificate is not let through by the environment", async () => {
    // Node says aloud what is done here.
    vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      const server = await listening(
        createHttps(certificates.unknown, (_request, response) => response.end()),
      );
      expect(await faultOf(server, SHORT, "https://page.example/")).toMatchObject({ code: "tls-refused" });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      vi.restoreAllMocks();
    }
  });

  test("plain HTTP where TLS is expected", async () => {
    const server = await httpServer((response) => response.end());
    expect(await faultOf(server, SHORT, "https://page.example/")).toMatchObject({ code: "tls-refused" });
  });
});
