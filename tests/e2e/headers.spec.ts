import { createHash } from "node:crypto";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import Database from "better-sqlite3";
import { KEY_FIELD } from "#app/_words/form-state.ts";
import { isAnsweredAlike } from "#front/routes.ts";
import { fileOf } from "./support/database.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// How browsers are told to treat an answer: every one, whatever it is and whoever in the server gave it.

const served = serve();

/** Asks byte for byte, as no client would. */
async function ask(lines: string): Promise<{ status: number; headers: Headers; body: string }> {
  const { hostname, port } = new URL(served.origin);
  const socket = connect(Number(port), hostname);
  socket.write(lines.includes("\r\n\r\n") ? lines : `${lines}\r\n\r\n`, "latin1");
  const answer = (await buffer(socket)).toString("latin1");
  const end = answer.indexOf("\r\n\r\n");
  const [first = "", ...rest] = answer.slice(0, end).split("\r\n");
  const headers = new Headers(
    rest.map((line): [string, string] => [line.split(":")[0] ?? "", line.replace(/^[^:]*: */, "")]),
  );
  return { status: Number(first.split(" ")[1]), headers, body: answer.slice(end + 4) };
}
const HOST = "\r\nHost: localhost\r\nConnection: close";
const JSON_TYPE = "\r\nContent-Type: application/json\r\nContent-Length: 2";

const EVERY = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};
const PAGE =
  /^default-src 'self'; script-src 'self'(?: 'sha256-[^']+')*; style-src 'self'(?: 'sha256-[^']+')*; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/;
const OTHER = /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/;

const TABLE: readonly (readonly [request: string, status: number, policy: RegExp, type: string | null])[] = [
  ...[
    "/",
    "/forecasts",
    "/timeline",
    "/history",
    "/sources",
    "/speakers",
    "/links",
    "/forecasts/new",
    "/sources/new",
  ].map((path) => [`GET ${path} HTTP/1.1${HOST}`, 200, PAGE, "text/html"] as const),
  [`GET ${forecastPage(AGENTIC)} HTTP/1.1${HOST}`, 200, PAGE, "text/html"],
  [`HEAD / HTTP/1.1${HOST}`, 200, PAGE, "text/html"],
  [`GET /nowhere HTTP/1.1${HOST}`, 404, PAGE, "text/html"],
  [`GET /forecasts/no-such-forecast HTTP/1.1${HOST}`, 404, PAGE, "text/html"],
  // What the framework answers by itself.
  [`GET // HTTP/1.1${HOST}`, 308, OTHER, null],
  [`GET /forecasts/ HTTP/1.1${HOST}`, 308, OTHER, null],
  [`GET /\\evil.example HTTP/1.1${HOST}`, 308, OTHER, null],
  [`GET /_next/static/nothing.js HTTP/1.1${HOST}`, 404, OTHER, "text/plain"],
  [`GET /_next/image HTTP/1.1${HOST}`, 404, PAGE, "text/html"],
  [`GET /_next/static/nothing.js HTTP/1.1${HOST}\r\nRange: bytes=9-1`, 404, OTHER, "text/plain"],
  [`GET / HTTP/1.1${HOST}, Upgrade\r\nUpgrade: h2c`, 200, PAGE, "text/html"],
  [`GET /_next/../timeline HTTP/1.1${HOST}`, 200, PAGE, "text/html"],
  [`GET http://localhost/timeline HTTP/1.1${HOST}`, 200, PAGE, "text/html"],
  [`GET / HTTP/1.1${HOST}\r\nRSC: 1\r\nNext-Router-State-Tree: x`, 200, PAGE, "text/html"],
  [`GET /icon.svg HTTP/1.1${HOST}`, 200, OTHER, "image/svg+xml"],
  [`GET /%E0%A4%A HTTP/1.1${HOST}`, 404, PAGE, "text/html"],
  // What is no page.
  [`GET /healthz HTTP/1.1${HOST}`, 200, OTHER, "application/json"],
  [`GET /api/v1/forecasts HTTP/1.1${HOST}`, 200, OTHER, "application/json"],
  [`HEAD /api/v1/forecasts HTTP/1.1${HOST}`, 200, OTHER, "application/json"],
  [`OPTIONS /api/v1/forecasts HTTP/1.1${HOST}`, 204, OTHER, null],
  [`GET /api/v1/forecasts?limit=x HTTP/1.1${HOST}`, 422, OTHER, "application/problem+json"],
  [`GET /api/v1/evidence/%ff HTTP/1.1${HOST}`, 404, OTHER, "application/problem+json"],
  [`GET /api/v1/nowhere HTTP/1.1${HOST}`, 404, OTHER, "application/problem+json"],
  [`POST /api/v1/horizon HTTP/1.1${HOST}${JSON_TYPE}\r\n\r\n{}`, 422, OTHER, "application/problem+json"],
  [
    `POST /api/v1/horizon HTTP/1.1${HOST}${JSON_TYPE}\r\nOrigin: https://evil.example\r\n\r\n{}`,
    403,
    OTHER,
    "application/problem+json",
  ],
  [`POST /api/v1/horizon HTTP/1.1${HOST}\r\nContent-Length: 0`, 415, OTHER, "application/problem+json"],
  [`POST /forms/log-evidence/x HTTP/1.1${HOST}\r\nContent-Length: 0`, 403, PAGE, "text/html"],
  [
    `POST /language HTTP/1.1${HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0`,
    403,
    OTHER,
    null,
  ],
  [
    `GET /copies/00000000-0000-4000-8000-000000000000/bytes HTTP/1.1${HOST}`,
    404,
    /^sandbox; default-src 'none'/,
    "application/problem+json",
  ],
  // What the front refuses.
  ["GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close", 421, PAGE, "text/html"],
  [`TRACE / HTTP/1.1${HOST}`, 405, PAGE, "text/html"],
  [`PUT / HTTP/1.1${HOST}`, 405, PAGE, "text/html"],
  [`PROPFIND /forecasts HTTP/1.1${HOST}`, 405, PAGE, "text/html"],
  [`TRACE /api/v1/horizon HTTP/1.1${HOST}`, 405, OTHER, "application/problem+json"],
  [`GET / HTTP/1.1${HOST}\r\nX-Forwarded-For: 203.0.113.9`, 503, PAGE, "text/html"],
  // What is no request.
  ["GET / HTTP/9.9", 400, OTHER, null],
  [`GET * HTTP/1.1${HOST}`, 400, OTHER, null],
  [`GET / HTTP/1.1${HOST}\r\nExpect: a-miracle`, 417, OTHER, null],
  ["GET / HTTP/1.1\r\nConnection: close", 400, OTHER, null],
];

test("every answer says how browsers are to treat it", async () => {
  for (const [request, status, policy, type] of TABLE) {
    await test.step(request.split("\r\n")[0] ?? "", async () => {
      const { headers, ...answer } = await ask(request);
      expect.soft(answer.status).toBe(status);
      expect.soft(Object.fromEntries([...headers].filter(([name]) => name in EVERY))).toEqual(EVERY);
      expect.soft(headers.get("permissions-policy")).toContain("camera=()");
      expect.soft(headers.get("content-security-policy")).toMatch(policy);
      expect.soft(headers.get("content-type")?.split(";")[0] ?? null).toBe(type);
      expect.soft(headers.get("x-powered-by")).toBeNull();
      if (status === 405) expect.soft(headers.get("allow")).toMatch(/^[A-Z]+(?:, [A-Z]+)*$/);
    });
  }
});

test("what is given to all who ask at once has nothing in it that is one person's", async () => {
  const pages = TABLE.map(
    ([request]) => /^GET (\S+) HTTP\/1.1\r\nHost: localhost\r\nConnection: close$/.exec(request)?.[1],
  )
    .filter((path) => path !== undefined)
    .concat("/speakers/tri-dao", "/forecasts?refused=x", "/?saved=evidence");
  const alike = pages.filter(isAnsweredAlike);
  expect(alike.length).toBeGreaterThan(8);
  for (const path of alike) {
    const { headers, body } = await ask(`GET ${path} HTTP/1.1${HOST}`);
    expect.soft(headers.get("set-cookie"), path).toBeNull();
    expect.soft(body, path).not.toContain(`name="${KEY_FIELD}"`);
  }
  // Where there is one, it is seen.
  expect((await ask(`GET /forecasts/new HTTP/1.1${HOST}`)).body).toContain(`name="${KEY_FIELD}"`);
});

test("an answer that has not changed says so too", async () => {
  const first = await ask(`GET /api/v1/forecasts HTTP/1.1${HOST}`);
  const again = await ask(
    `GET /api/v1/forecasts HTTP/1.1${HOST}\r\nIf-None-Match: ${first.headers.get("etag")}`,
  );
  expect(again.status).toBe(304);
  expect(again.headers.get("content-security-policy")).toMatch(OTHER);
});

test("what stands in a page itself is what its policy names", async () => {
  for (const path of ["/nowhere", "/forecasts", forecastPage(AGENTIC)]) {
    const { headers, body } = await ask(`GET ${path} HTTP/1.1${HOST}`);
    const inline = [...body.matchAll(/<script\b(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g)];
    for (const [, script = ""] of inline) {
      const hash = createHash("sha256").update(Buffer.from(script, "latin1")).digest("base64");
      expect.soft(headers.get("content-security-policy"), path).toContain(`'sha256-${hash}'`);
    }
  }
});

test("a browser runs nothing that a page's policy does not name", async ({ browser }) => {
  // A page of its own: what a policy forbids fails the tests that share one.
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("console", (one) => said.push(one.text()));
  await page.goto(`${served.origin}/nowhere`);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    return Reflect.get(window, "ran");
  });
  expect(ran).toBeUndefined();
  await expect.poll(() => said.join()).toContain("Content Security Policy");
  await page.close();
});

test("the page of what nobody foresaw is shown, although its scripts stand in it", async ({ page }) => {
  const database = new Database(fileOf(served.database));
  database.pragma("foreign_keys = off");
  database.exec("alter table evidence rename to elsewhere");
  try {
    // A text that other people typed is in it, in Chinese as well: the hashes are of the bytes.
    for (const path of [forecastPage(AGENTIC), `/forecasts?q=${encodeURIComponent("預測")}`]) {
      const response = await page.goto(served.origin + path);
      expect(response?.status()).toBe(500);
      await expect(page.getByRole("heading", { name: "Something went wrong on our side" })).toBeVisible();
    }
  } finally {
    database.exec("alter table elsewhere rename to evidence");
    database.close();
  }
});
