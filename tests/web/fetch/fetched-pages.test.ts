import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fetchPage } from "#web/fetch/fetch-page.ts";
import { DEFAULT_POLICY } from "#web/fetch/policy.ts";
import { asking, faultAt, pageAt, withLimits } from "../../support/web/asking.ts";
import { listening, PUBLIC, PUBLIC_TOO, webOf } from "../../support/web/stand-in.ts";

const HTML = { "content-type": "text/html; charset=UTF-8" };
type Answer = readonly [status: number, headers: OutgoingHttpHeaders, body?: string | Buffer];

/** A web of one server for all names given, what was asked of it, and a way to fetch from it. */
async function serving(
  answers: { readonly [path: string]: Answer },
  names: Parameters<typeof webOf>[1] = {},
) {
  const asked: { method?: string; path?: string; headers: IncomingHttpHeaders }[] = [];
  const server = await listening(
    createServer(({ method, url = "/", headers }, response) => {
      asked.push({ method, path: url, headers });
      const [status, head, body = ""] = answers[url] ?? [404, {}, "nothing here"];
      response.writeHead(status, head).end(body);
    }),
  );
  return { asked, server, ...webOf({ 80: server, 8080: server }, { "page.example": [[PUBLIC]], ...names }) };
}
const textOf = (body: Uint8Array | null) => (body === null ? null : Buffer.from(body).toString());
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("a page of a public host is fetched, with all that is kept of it", async () => {
  const answer: Answer = [200, { ...HTML, date: "Mon, 23 Nov 2026 12:00:00 GMT", etag: '"1"' }, "<p>Hi</p>"];
  const { network, dialled, resolved } = await serving({ "/a?b=1": answer });
  const page = await pageAt("http://Page.Example./a?b=1#part", network);
  expect({ ...page, body: textOf(page.body) }).toEqual({
    url: "http://Page.Example./a?b=1#part",
    finalUrl: "http://page.example/a?b=1",
    redirects: [],
    status: 200,
    headers: [
      ["content-type", "text/html; charset=UTF-8"],
      ["date", "Mon, 23 Nov 2026 12:00:00 GMT"],
      ["etag", '"1"'],
      ["connection", "close"],
      ["transfer-encoding", "chunked"],
    ],
    mediaType: "text/html",
    charset: "utf-8",
    body: "<p>Hi</p>",
    size: 9,
    sha256: sha256("<p>Hi</p>"),
  });
  expect({ dialled, resolved }).toEqual({ dialled: [`${PUBLIC} 80`], resolved: ["page.example"] });
});

describe("what is asked", () => {
  test("is a GET that says who we are and carries nothing else of ours", async () => {
    const { network, asked } = await serving({
      "/": [302, { location: "/next", "set-cookie": "a=1" }],
      "/next": [200, { ...HTML, "set-cookie": ["b=2", "c=3"] }, "x"],
    });
    const page = await pageAt("http://page.example/", network);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /", "GET /next"]);
    for (const { headers } of asked)
      expect(Object.keys(headers)).toEqual(["host", "connection", "user-agent", "accept", "accept-encoding"]);
    expect(asked[0]?.headers["user-agent"]).toBe(DEFAULT_POLICY.userAgent);
    expect(page.headers.map(([name]) => name)).not.toContain("set-cookie");
  });

  test("names the version that we have, and not one that no header can hold", async () => {
    const { network, asked } = await serving({ "/": [304, { etag: '"v1"' }] });
    const lastModified = "Mon, 23 Nov 2026 12:00:00 GMT";
    const known = { url: "http://page.example/", etag: 'W/"v1"', lastModified };
    const found = await fetchPage(known, DEFAULT_POLICY, network);
    expect(asked[0]?.headers).toMatchObject({ "if-none-match": 'W/"v1"', "if-modified-since": lastModified });
    expect(found).toMatchObject({ value: { status: 304, body: null, size: 0, sha256: null } });

    const hostile = { ...known, etag: "a\r\nx-more: 1", lastModified: "\u2028" };
    expect(await fetchPage(hostile, DEFAULT_POLICY, network)).toMatchObject({ ok: true });
    expect(Object.keys(asked[1]?.headers ?? {})).toHaveLength(5);
  });
});

describe("any status is an answer", () => {
  test.each([200, 203, 204, 206, 300, 304, 401, 403, 404, 410, 429, 451, 500, 503])("%i", async (status) => {
    const { network } = await serving({ "/": [status, { ...HTML, "retry-after": "120" }, "words"] });
    const page = await pageAt("http://page.example/", network);
    expect(page.status).toBe(status);
    expect(page.headers).toContainEqual(["retry-after", "120"]);
    expect(textOf(page.body)).toBe(status === 304 ? null : status === 204 ? "" : "words");
  });

  test("a redirect that leads nowhere too", async () => {
    const { network } = await serving({ "/": [302, HTML, "moved, but where?"] });
    const page = await pageAt("http://page.example/", network);
    expect([page.status, textOf(page.body), page.redirects]).toEqual([302, "moved, but where?", []]);
  });
});

describe("redirects", () => {
  test("are followed five times, and every step is told", async () => {
    const step = (status: number, location: string): Answer => [status, { location }];
    const { network, dialled, resolved } = await serving(
      {
        "/": step(301, "/2"),
        "/2": step(302, "http://other.example/3"),
        "/3": step(303, "4?x=%20"),
        "/4?x=%20": step(307, "//page.example:80/5"),
        "/5": step(308, "https://page.example:8080/6".replace("s:", ":")),
        "/6": [200, HTML, "there"],
      },
      { "other.example": [[PUBLIC_TOO]] },
    );
    const found = await fetchPage(
      asking("http://page.example/"),
      { ...DEFAULT_POLICY, ports: [80, 8080] },
      network,
    );
    expect(found).toMatchObject({
      value: {
        finalUrl: "http://page.example:8080/6",
        redirects: [
          { url: "http://page.example/", status: 301 },
          { url: "http://page.example/2", status: 302 },
          { url: "http://other.example/3", status: 303 },
          { url: "http://other.example/4?x=%20", status: 307 },
          { url: "http://page.example/5", status: 308 },
        ],
      },
    });
    expect(dialled).toEqual([
      ...[`${PUBLIC} 80`, `${PUBLIC} 80`, `${PUBLIC_TOO} 80`, `${PUBLIC_TOO} 80`],
      ...[`${PUBLIC} 80`, `${PUBLIC} 8080`],
    ]);
    expect(resolved).toHaveLength(6);
  });

  test("may be written in UTF-8, Latin-1 or percent signs", async () => {
    const page: Answer = [200, HTML, "there"];
    const led = (location: Buffer): Answer => [302, { location: location.toString("latin1") }];
    const { network } = await serving({
      "/utf-8": led(Buffer.from("/台灣")),
      "/latin-1": led(Buffer.from("/caf\u00e9", "latin1")),
      "/%E5%8F%B0%E7%81%A3": page,
      "/caf%C3%A9": page,
    });
    expect((await pageAt("http://page.example/utf-8", network)).status).toBe(200);
    expect((await pageAt("http://page.example/latin-1", network)).status).toBe(200);
  });

  test("in the page itself are not followed", async () => {
    const refresh = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">';
    const { network, dialled } = await serving({ "/": [200, { ...HTML, refresh: "0;url=/x" }, refresh] });
    expect(textOf((await pageAt("http://page.example/", network)).body)).toBe(refresh);
    expect(dialled).toHaveLength(1);
  });
});

describe("what is kept of a body", () => {
  test.each<[type: string | undefined, mediaType: string | null, charset: string | null, isKept: boolean]>([
    ["text/html", "text/html", null, true],
    ["TEXT/HTML;Charset=Big5", "text/html", "big5", true],
    ['text/html; charset="shift_jis"; x=1', "text/html", "shift_jis", true],
    ["text/plain", "text/plain", null, true],
    ["text/csv; charset=latin1", "text/csv", "latin1", true],
    ["application/xhtml+xml", "application/xhtml+xml", null, true],
    ["application/pdf", "application/pdf", null, true],
    ["image/png", "image/png", null, false],
    ["application/json", "application/json", null, false],
    ["application/octet-stream", "application/octet-stream", null, false],
    ["application/pdf-like", "application/pdf-like", null, false],
    ["nonsense", null, null, true],
    [undefined, null, null, true],
  ])("%j", async (type, mediaType, charset, isKept) => {
    const { network } = await serving({
      "/": [200, type === undefined ? {} : { "content-type": type }, "body"],
    });
    const page = await pageAt("http://page.example/", network);
    expect({ ...page, body: textOf(page.body) }).toMatchObject({
      mediaType,
      charset,
      body: isKept ? "body" : null,
      size: 4,
      sha256: sha256("body"),
    });
  });

  test.each<[string, Buffer, boolean]>([
    ["a PDF", Buffer.from("%PDF-1.7\n\0\0"), true],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), false],
    ["nothing", Buffer.alloc(0), false],
  ])("of no type: %s", async (_what, body, isKept) => {
    const { network } = await serving({ "/": [200, {}, body] });
    expect((await pageAt("http://page.example/", network)).body !== null).toBe(isKept);
  });
});

describe("a body is unpacked", () => {
  const words = Buffer.from("many words ".repeat(1000));
  test.each<[string, (body: Buffer) => Buffer]>([
    ["gzip", gzipSync],
    ["GZIP", gzipSync],
    ["x-gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["identity", (body) => body],
    ["", (body) => body],
    ["gzip, br", (body) => brotliCompressSync(gzipSync(body))],
    ["identity,gzip", gzipSync],
  ])("%j", async (coding, pack) => {
    const { network } = await serving({ "/": [200, { ...HTML, "content-encoding": coding }, pack(words)] });
    const page = await pageAt("http://page.example/", network);
    expect(textOf(page.body)).toBe(words.toString());
    expect(page.sha256).toBe(sha256(words.toString()));
  });

  test("up to the very limit, and not a byte more", async () => {
    const packed = gzipSync(words);
    const { network } = await serving({
      "/plain": [200, HTML, words],
      "/gzip": [200, { ...HTML, "content-encoding": "gzip" }, packed],
    });
    const plain = { receivedBytes: words.length, unpackedBytes: 1 };
    expect((await pageAt("http://page.example/plain", network, plain)).size).toBe(words.length);
    const tight = { receivedBytes: packed.length, unpackedBytes: words.length };
    expect((await pageAt("http://page.example/gzip", network, tight)).size).toBe(words.length);
    for (const [path, limits, detail] of [
      ["plain", { receivedBytes: words.length - 1 }, "received"],
      ["gzip", { ...tight, receivedBytes: packed.length - 1 }, "received"],
      ["gzip", { ...tight, unpackedBytes: words.length - 1 }, "unpacked"],
    ] as const)
      expect(await faultAt(`http://page.example/${path}`, network, limits)).toMatchObject({ detail });
  });
});

describe("an address that does not answer", () => {
  test("is followed by the next of the same host", async () => {
    const { network, server } = await serving(
      { "/": [200, HTML, "x"] },
      { "two.example": [[PUBLIC_TOO, PUBLIC]] },
    );
    const dialled: string[] = [];
    const halfDead = {
      ...network,
      dial(address: string, port: number) {
        dialled.push(address);
        const socket = network.dial(address, port);
        if (address === PUBLIC_TOO)
          socket.destroy(Object.assign(new Error("no way"), { code: "ENETUNREACH" }));
        return socket;
      },
    };
    expect((await pageAt("http://two.example/", halfDead)).status).toBe(200);
    expect(dialled).toEqual([PUBLIC_TOO, PUBLIC]);
    expect(server.hits()).toBeGreaterThan(0);
  });

  test("is the reason where it is the only one, and so is a name that nobody has", async () => {
    const { network } = await serving({}, { "no.example": [[]] });
    const dead = {
      ...network,
      dial: (address: string, port: number) =>
        network.dial(address, port).destroy(Object.assign(new Error("no"), { code: "ECONNREFUSED" })),
    };
    expect(await faultAt("http://page.example/", dead)).toMatchObject({
      code: "not-reached",
      detail: "ECONNREFUSED",
      isRefusal: false,
    });
    expect(await faultAt("http://nobody.example/", network)).toMatchObject({
      code: "no-such-host",
      detail: "ENOTFOUND",
      isRefusal: false,
    });
    expect(await faultAt("http://no.example/", network)).toMatchObject({
      code: "no-such-host",
      detail: null,
    });
  });
});

test("an address of an allowed range is fetched, by number and by name, and a refused one within it is not", async () => {
  const policy = {
    ...DEFAULT_POLICY,
    allowedRanges: ["10.1.0.0/16", "fd00::/8"],
    refusedRanges: ["10.1.9.9"],
  };
  const { network, dialled } = await serving(
    { "/": [200, HTML, "inside"] },
    { "wiki.example": [["10.1.2.3"]], "mapped.example": [["::ffff:10.1.2.3"]], "six.example": [["fd00::1"]] },
  );
  for (const host of ["10.1.2.3", "wiki.example", "mapped.example", "six.example", "[fd00::2]"])
    expect(await fetchPage(asking(`http://${host}/`), policy, network)).toMatchObject({ ok: true });
  expect(dialled).toEqual(["10.1.2.3 80", "10.1.2.3 80", "10.1.2.3 80", "fd00::1 80", "fd00::2 80"]);
  for (const host of ["10.1.9.9", "10.2.0.1", "[::ffff:10.1.9.9]", "127.0.0.1", "[fc00::1]"])
    expect(await fetchPage(asking(`http://${host}/`), policy, network)).toMatchObject({
      error: { code: "address-refused" },
    });
  expect(dialled).toHaveLength(5);
});

test("a policy whose ranges cannot be read lets nothing through", async () => {
  const { network, dialled } = await serving({});
  for (const policy of [{ refusedRanges: ["10.0.0.0/33"] }, { allowedRanges: ["ten"] }])
    await expect(
      fetchPage(asking("http://page.example/"), { ...DEFAULT_POLICY, ...policy }, network),
    ).rejects.toThrow("ipaddr");
  expect(dialled).toEqual([]);
});

test("whoever stops a fetch gets what they stopped it with", async () => {
  const { network } = await serving({});
  const stopped = new Error("enough");
  const silent = { ...network, resolve: () => new Promise<never>(() => undefined) };
  const underWay = new AbortController();
  const fetching = fetchPage(asking("http://page.example/"), withLimits({}), silent, underWay.signal);
  underWay.abort(stopped);
  await expect(fetching).rejects.toBe(stopped);
  const before = AbortSignal.abort(stopped);
  await expect(fetchPage(asking("http://page.example/"), withLimits({}), network, before)).rejects.toBe(
    stopped,
  );
});
