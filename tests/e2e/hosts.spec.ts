import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { en } from "#messages/en.ts";
import { freePort } from "../../scripts/setup/address.mjs";
import { next } from "../../scripts/setup/build.mjs";
import { environment, runtime } from "../../scripts/setup/runtime.mjs";
import { startServer } from "../../scripts/setup/server.mjs";
import { A_PAGE } from "./support/api.ts";
import { newDatabase, removeDatabase } from "./support/database.ts";
import { countRows } from "./support/rows.ts";
import { AGENTIC, forecastPage, PINNED, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// What a page elsewhere gets that has its own name lead to this server (DNS rebinding).

const served = serve({ HINDCAST_OPEN: "on" });

interface Sent {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** A request with whatever `Host`, which fetch would not send. */
const send = (origin: string, path: string, { method = "GET", headers, body }: Sent) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request(origin + path, { method, headers, agent: false, setHost: false }, async (answer) =>
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) }),
    );
    asked.once("error", reject);
    asked.end(body);
  });

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };
const horizon = {
  method: "POST",
  body: JSON.stringify({ words: "in two years", saidOn: "2026-01-01", lang: "en" }),
};
/** As the page's own script sends it: to where it came from itself, as the browser sees it. */
const rebound = (host: string) => ({ host, origin: `http://${host}`, "sec-fetch-site": "same-origin" });

const reads = [
  ...["/", "/forecasts", forecastPage(AGENTIC), "/timeline", "/history", "/sources", "/speakers", "/links"],
  ...[
    "/forecasts/new",
    "/nowhere",
    "/forecasts/no-such-forecast",
    "/not-on-record",
    "/icon.svg",
    "/favicon.ico",
  ],
  ...[
    "/api/v1/forecasts",
    "/api/v1/history",
    "/api/v1/nowhere",
    "/api",
    "/_next/static/nothing.js",
    "/_next/image",
  ],
  ...["/?_rsc=1", "//", "/healthz/", "/language"],
];
const writes = [
  ["POST", "/api/v1/horizon", JSON_TYPE, horizon.body],
  ["POST", "/api/v1/speakers", JSON_TYPE, '{"name":"Eve","by":"Eve"}'],
  [
    "POST",
    `/api/v1/forecasts/${AGENTIC}/evidence`,
    JSON_TYPE,
    JSON.stringify({ ...A_PAGE, url: "https://e.org/h" }),
  ],
  ["PATCH", `/api/v1/forecasts/${AGENTIC}`, JSON_TYPE, "{}"],
  ["DELETE", "/api/v1/forecasts", JSON_TYPE, ""],
  ["PUT", "/", JSON_TYPE, ""],
  ["POST", "/language", FORM_TYPE, "lang=zh-Hant&back=/"],
  ["POST", "/sources/new/read", FORM_TYPE, "text=x"],
  ["POST", forecastPage(AGENTIC), FORM_TYPE, "$ACTION_ID_0=&url=https://e.org"],
  ["POST", "/", { "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" }, "[]"],
  ["OPTIONS", "/api/v1/forecasts", {}, ""],
] as const;

for (const host of ["evil.example", "evil.example:3000", "127.0.0.1.evil.example", "", "user@localhost"]) {
  test(`"${host}" as the Host reads nothing and changes nothing`, async () => {
    const before = await countRows(served.database);
    for (const path of reads) {
      const { status, body } = await send(served.origin, path, { headers: rebound(host) });
      expect(status, path).toBe(421);
      expect(body, path).toContain(en.door.misdirected.lead);
    }
    for (const [method, path, headers, body] of writes) {
      const answer = await send(served.origin, path, {
        method,
        body,
        headers: { ...headers, ...rebound(host) },
      });
      expect(answer.status, `${method} ${path}`).toBe(421);
    }
    expect(await countRows(served.database)).toEqual(before);
  });
}

test("what a build knows of itself lets nobody past", async () => {
  const secrets = {
    "x-prerender-revalidate": "0".repeat(32),
    "x-middleware-subrequest": "proxy:proxy:proxy",
  };
  const others = {
    "x-matched-path": "/healthz",
    "x-invoke-path": "/healthz",
    "x-forwarded-host": "localhost",
  };
  const headers = { ...rebound("evil.example"), ...secrets, ...others };
  expect((await send(served.origin, "/forecasts", { headers })).status).toBe(421);
});

test("by its addresses and as localhost it reads and changes, at whatever port the reader sees", async () => {
  const { port } = new URL(served.origin);
  for (const host of [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    "hindcast.localhost",
    "[::1]:8080",
    "10.0.0.7:81",
  ]) {
    expect((await send(served.origin, "/", { headers: { host } })).status, host).toBe(200);
    const headers = { ...JSON_TYPE, ...rebound(host) };
    expect((await send(served.origin, "/api/v1/horizon", { ...horizon, headers })).status, host).toBe(200);
  }
});

test("whether all is well is told by whatever name", async () => {
  for (const host of ["app1:3000", "evil.example", ""])
    expect((await send(served.origin, "/healthz", { headers: { host } })).status).toBe(200);
});

test("a forwarded name decides nothing: neither where a form came from, nor where a missing record leads", async () => {
  const { host } = new URL(served.origin);
  const forwarded = { host, "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
  const missing = await send(served.origin, "/forecasts/no-such-forecast", { headers: forwarded });
  expect(missing.status).toBe(404);
  expect(missing.body).not.toContain("evil.example");
  const before = await countRows(served.database);
  const headers = { ...FORM_TYPE, ...forwarded, origin: "http://evil.example" };
  expect((await send(served.origin, "/language", { method: "POST", body: "lang=en", headers })).status).toBe(
    403,
  );
  expect(await countRows(served.database)).toEqual(before);
});

test("behind a proxy it answers to the name in HINDCAST_ORIGIN, and takes changes from there only", async () => {
  const database = await newDatabase();
  const env = {
    ...PINNED,
    HINDCAST_ORIGIN: "https://hindcast.example.org",
    HINDCAST_OPEN: "on",
    DATABASE_URL: database,
  };
  const server = await startServer({ env });
  try {
    const host = "hindcast.example.org";
    expect((await send(server.origin, "/", { headers: { host } })).status).toBe(200);
    expect((await send(server.origin, "/", { headers: { host: "www.example.org" } })).status).toBe(421);
    const from = async (origin: string) => {
      const headers = { ...JSON_TYPE, host, origin };
      return (await send(server.origin, "/api/v1/horizon", { ...horizon, headers })).status;
    };
    expect(await from("https://hindcast.example.org")).toBe(200);
    expect(await from("http://hindcast.example.org")).toBe(403);
  } finally {
    await server.stop();
    await removeDatabase(database);
  }
});

test("without the front, which looks at the Host, the app does not start", async () => {
  const port = await freePort("127.0.0.1");
  const env = environment({ ...PINNED, NODE_ENV: "production", DATABASE_URL: served.database });
  const args = [next, "start", "-H", "127.0.0.1", "-p", String(port)];
  const server = spawn(runtime(), args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const [said, [code]] = await Promise.all([text(server.stderr), once(server, "exit")]);
  expect(code).toBe(78);
  expect(said).toMatch(
    /^Hindcast was started without front\/stand\.ts, .+ --import \.\/front\/stand\.ts\.$/m,
  );
});
