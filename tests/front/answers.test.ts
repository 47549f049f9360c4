import { once } from "node:events";
import { createServer, type RequestListener, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, isTarget, targetOf } from "#front/address.ts";
import { sendAnswer } from "#front/answers.ts";
import { codingFor } from "#front/encoding.ts";
import { sentHtml } from "#front/without-script.ts";

const SCRIPTS =
  '<script src="/_next/a.js" async=""></script><script>self.__next_f.push([1,"<\\/b>"])\n</script><link rel="preload" as="script" href="/_next/b.js"/>';
const page = (isStatic: boolean, script = SCRIPTS) =>
  `<html><head>${script}<title>時</title></head><body><main${isStatic ? ' data-static="true"' : ""} id="content">Für 預測 &lt;script&gt;x&lt;/script&gt;</main>${script}</body></html>`;

describe("the HTML that is sent", () => {
  test("has no script and nothing of one where nothing in the page waits for it", () => {
    expect(sentHtml(page(true))).toBe(page(true, ""));
  });
  test("keeps the script of our own", () => {
    const own = '<script src="/script/0af.js" defer=""></script>';
    expect(sentHtml(page(true, own + SCRIPTS))).toBe(page(true, own));
  });
  test("is as it was where something does", () => {
    expect(sentHtml(page(false))).toBe(page(false));
  });
});

test.each([
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "zstd"],
  ["gzip, br", "br"],
  ["br;q=0.9, gzip", "gzip"],
  [" GZIP ;q=1", "gzip"],
  ["*", "zstd"],
  ["*, zstd;q=0", "br"],
  ["gzip;q=0", null],
  ["gzip; q=0.000, deflate", null],
  ["x-gzip2, identity", null],
  ["", null],
  [undefined, null],
])("Accept-Encoding %j gets %s", (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});

test.each([
  ["/_next/../timeline?a=../b", "/timeline?a=../b"],
  ["/script/%2e%2E/timeline", "/timeline"],
  ["/_next/static/.%2e/../timeline#a", "/timeline#a"],
  ["/a/./b/", "/a/b/"],
  ["/..", "/"],
  ["/script/..\\timeline", "/timeline"],
  ["/a..b/...", "/a..b/..."],
  ["//host/../a", "//a"],
  ["/\\evil.example", "/\\evil.example"],
  ["http://localhost:3000/_next/../timeline?b", "/timeline?b"],
  ["http://localhost", "/"],
  ["/api/v1/evidence/%ff?a=%ff", "/api/v1/evidence/%25ff?a=%ff"],
  ["/%E9%A0%90/%", "/%25E9%25A0%2590/%25"],
  ["/%E9%A0%90?q=%", "/%E9%A0%90?q=%"],
  ["*", "*"],
])("the target %j is read as %j", (target, read) => {
  expect(targetOf(target)).toBe(read);
});

test.each([
  ["GET", "/a", true],
  ["GET", "http://localhost/a", true],
  ["OPTIONS", "*", true],
  ["GET", "*", false],
  ["GET", "a", false],
  ["CONNECT", "localhost:80", false],
  ["GET", "ftp://localhost/a", false],
  ["GET", "", false],
])("%s %j asks for an address: %s", (method, target, is) => {
  expect(isTarget(method, target)).toBe(is);
});

test.each([
  ["/", "/"],
  ["/forecasts?q=a&sort=due", "/forecasts?q=a&sort=due"],
  ["http://localhost:3000/forecasts?q=a", "/forecasts?q=a"],
  ["HTTPS://localhost", "/"],
  ["/a#b", "/a"],
  ["/%E9%A0%90", "/%E9%A0%90"],
  ["/預測", "/"],
  ["/a b", "/"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["*", "/"],
  ["", "/"],
])("the address of %j is %j", (target, address) => {
  expect(addressOf(target)).toBe(address);
});

const LONG = page(true, "").replace("Für", `Für ${"時".repeat(1000)}`);
const answers: { readonly [path: string]: RequestListener } = {
  // As the framework does it: headers one by one, then said to be whole, then piece by piece.
  "/page": (_, response) => {
    response.statusCode = 404;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "rsc");
    response.flushHeaders();
    const bytes = Buffer.from(LONG.replace("<title>", `${SCRIPTS}<title>`));
    for (let start = 0; start < bytes.length; start += 7) response.write(bytes.subarray(start, start + 7));
    response.end();
  },
  "/text-at-the-end": (_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(page(true), "utf8", () => response.emit("told"));
  },
  "/data": (request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", Vary: "Accept-Encoding", ETag: '"a"' });
    response.write(`${request.headers["accept-encoding"] ?? "none"} `);
    response.end(LONG);
  },
  "/endless": (_, response) => {
    response.writeHead(200, { "Content-Type": "text/csv" });
    for (let i = 0; i < 40; i++) response.write("x".repeat(50_000));
    response.end("!");
  },
  "/part": (_, response) => {
    response.writeHead(206, { "Content-Type": "text/plain" }).end(LONG);
  },
  "/bytes": (_, response) => {
    response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(LONG);
  },
  "/nothing": (_, response) => {
    response.writeHead(303, { Location: "/" }).end();
  },
};
let given = 0;
function countGiven() {
  given += 1;
}
const server = createServer((asked, response) => {
  sendAnswer(asked, response, { isSecure: false, isProduction: true, given: countGiven });
  answers[asked.url ?? ""]?.(asked, response);
});
let port = 0;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = Object(server.address()).port;
});
afterAll(() => server.close());

const UNPACK: { readonly [coding: string]: (bytes: Buffer) => Buffer } = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
};

async function ask(path: string, { method = "GET", accepts = "" } = {}) {
  const headers = accepts === "" ? {} : { "accept-encoding": accepts };
  const sent = request({ port, host: "127.0.0.1", path, method, headers }).end();
  const [answer] = await once(sent, "response");
  const body = await buffer(answer);
  const { "content-encoding": coding } = answer.headers;
  return {
    ...{ status: answer.statusCode, headers: answer.headers, length: body.length },
    text: (UNPACK[coding ?? ""]?.(body) ?? body).toString(),
  };
}

describe("a page is sent whole", () => {
  test.each([
    ["", undefined],
    ["gzip, br", "br"],
    ["gzip", "gzip"],
    ["zstd", "zstd"],
  ])("to who accepts %j", async (accepts, coding) => {
    const { status, headers, length, text } = await ask("/page", { accepts });
    expect({ status, text }).toEqual({ status: 404, text: LONG });
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers["content-length"]).toBe(String(length));
    expect(headers.vary).toMatch(/^rsc, Accept-Encoding$/);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
  });
  test("where it is given with its end", async () => {
    expect((await ask("/text-at-the-end")).text).toBe(page(true, ""));
  });
  test("and to who asks for its head, without a body", async () => {
    expect(await ask("/page", { method: "HEAD" })).toMatchObject({ status: 404, length: 0 });
  });
});

describe("what is no page", () => {
  test("is sent as small as it is asked for, with the tag that it has, once told apart", async () => {
    const { headers, text, length } = await ask("/data", { accepts: "gzip" });
    expect(text).toBe(`none ${LONG}`);
    expect(length).toBeLessThan(LONG.length);
    expect(headers).toMatchObject({ "content-encoding": "gzip", etag: '"a"', vary: "Accept-Encoding" });
  });
  test("goes on as it comes where it is large, or a part, or no text", async () => {
    const large = await ask("/endless", { accepts: "gzip" });
    expect(large).toMatchObject({ length: 2_000_001, headers: { "transfer-encoding": "chunked" } });
    expect((await ask("/part", { accepts: "gzip" })).headers["content-encoding"]).toBeUndefined();
    expect((await ask("/bytes", { accepts: "gzip" })).headers["content-encoding"]).toBeUndefined();
  });
  test("has the headers that protect it, of nothing too", async () => {
    const found = await ask("/nothing");
    expect(found).toMatchObject({ status: 303, length: 0, headers: { location: "/" } });
    for (const path of ["/nothing", "/bytes", "/endless"]) {
      expect((await ask(path)).headers, path).toMatchObject({
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      });
    }
  });
});

test("the next one is let in when an answer has been given, or its reader is gone", async () => {
  given = 0;
  await ask("/page");
  expect(given).toBeGreaterThan(0);
  given = 0;
  const sent = request({ port, host: "127.0.0.1", path: "/unanswered" }).end();
  sent.on("error", () => undefined);
  await once(server, "request");
  sent.destroy();
  await expect.poll(() => given).toBeGreaterThan(0);
});
