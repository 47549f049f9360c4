import { once } from "node:events";
import { createServer, type RequestListener, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf } from "#front/address.ts";
import { sendPages, takesGzip } from "#front/pages.ts";
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
  ["gzip", true],
  ["br, gzip;q=0.5", true],
  [" GZIP ;q=1", true],
  ["gzip;q=0", false],
  ["gzip; q=0.000, br", false],
  ["br", false],
  ["x-gzip2", false],
  ["", false],
  [undefined, false],
])("Accept-Encoding %j takes gzip: %s", (accepted, is) => {
  expect(takesGzip(accepted)).toBe(is);
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

const answers: { readonly [path: string]: RequestListener } = {
  // As the framework does it: headers one by one, then said to be whole, then piece by piece.
  "/page": (_, response) => {
    response.statusCode = 404;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "rsc");
    response.flushHeaders();
    const bytes = Buffer.from(page(true));
    for (let start = 0; start < bytes.length; start += 7) response.write(bytes.subarray(start, start + 7));
    response.end();
  },
  "/text-at-the-end": (_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(page(true), "utf8", () => response.emit("told"));
  },
  "/data": (request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    response.write(`${request.headers["accept-encoding"] ?? "none"} `);
    response.end(SCRIPTS);
  },
  "/api/page": (request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`${request.headers["accept-encoding"]} ${page(true)}`);
  },
  "/nothing": (_, response) => {
    response.writeHead(303, { Location: "/" }).end();
  },
};
const server = createServer((asked, response) => {
  sendPages(asked, response);
  answers[asked.url ?? ""]?.(asked, response);
});
let port = 0;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = Object(server.address()).port;
});
afterAll(() => server.close());

async function ask(path: string, { method = "GET", accepts = "" } = {}) {
  const headers = accepts === "" ? {} : { "accept-encoding": accepts };
  const sent = request({ port, host: "127.0.0.1", path, method, headers }).end();
  const [answer] = await once(sent, "response");
  const body = await buffer(answer);
  const { "content-encoding": coding } = answer.headers;
  return {
    ...{ status: answer.statusCode, headers: answer.headers, length: body.length },
    text: (coding === "gzip" ? gunzipSync(body) : body).toString(),
  };
}

describe("a page is sent whole", () => {
  test.each(["", "gzip, br"])("to who accepts %j", async (accepts) => {
    const { status, headers, length, text } = await ask("/page", { accepts });
    expect({ status, text }).toEqual({ status: 404, text: page(true, "") });
    expect(headers["content-encoding"]).toBe(accepts === "" ? undefined : "gzip");
    expect(headers["content-length"]).toBe(String(length));
    expect(headers.vary).toMatch(/rsc.*Accept-Encoding/);
  });
  test("where it is given with its end", async () => {
    expect((await ask("/text-at-the-end")).text).toBe(page(true, ""));
  });
  test("and to who asks for its head, without a body", async () => {
    expect(await ask("/page", { method: "HEAD" })).toMatchObject({ status: 404, length: 0 });
  });
});

test("what is no page goes its way", async () => {
  expect((await ask("/data", { accepts: "gzip" })).text).toBe(`none ${SCRIPTS}`);
  expect((await ask("/api/page", { accepts: "gzip" })).text).toBe(`gzip ${page(true)}`);
  expect(await ask("/nothing")).toMatchObject({ status: 303, length: 0, headers: { location: "/" } });
});
