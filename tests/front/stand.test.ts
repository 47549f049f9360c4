import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { withFront } from "../../scripts/setup/server.mjs";
import { sayTo, startFront, statusOf } from "./support/front.ts";

let front: Awaited<ReturnType<typeof startFront>>;
beforeAll(async () => {
  front = await startFront({
    HINDCAST_ORIGIN: "https://hindcast.example.org",
    HINDCAST_OPEN: "on",
    HOST: "ledger.lan",
  });
});
afterAll(() => front.kill());

const say = (...lines: readonly string[]) => sayTo(front.port, ...lines);
const ask = (start: string, ...headers: readonly string[]) =>
  say(`${start} HTTP/1.1`, "Connection: close", ...headers);

describe("a request for us reaches the server", () => {
  it.each(["127.0.0.1:1", "[::1]", "localhost", "x.localhost", "hindcast.example.org", "Ledger.lan.:80"])(
    "by %s",
    async (host) => {
      const answer = await ask("GET /forecasts?x=1", `Host: ${host}`);
      expect(statusOf(answer)).toBe(200);
      expect(answer).toContain('{"method":"GET","url":"/forecasts?x=1","forwarded":null}');
    },
  );

  it("without what a proxy may have said of other names", async () => {
    const others = ["X-Forwarded-Host: evil.example", "Forwarded: host=evil.example"];
    expect(await ask("GET /", "Host: localhost", ...others)).toContain('"forwarded":null');
  });

  it("whatever it asks for: to go on with its body, or another protocol", async () => {
    const waiting = ["Content-Length: 2", "Expect: 100-continue"];
    expect(await ask("POST /forms/x", "Host: localhost", ...waiting)).toContain("goes on");
    const other = ["Connection: Upgrade", "Upgrade: websocket"];
    expect(statusOf(await say("GET / HTTP/1.1", "Host: localhost", ...other))).toBe(101);
  });
});

it("a request of HTTP/1.1 that names nobody is a 400, with the headers of every answer", async () => {
  const answer = await ask("GET /");
  expect(statusOf(answer)).toBe(400);
  expect(answer).toContain("\r\nX-Content-Type-Options: nosniff\r\n");
});

describe("a request for somebody else is a 421", () => {
  it.each([
    ["a name elsewhere", ["Host: evil.example"]],
    ["our address in a name", ["Host: 127.0.0.1.evil.example:3000"]],
    ["nothing", ["Host:"]],
    ["a user at our address", ["Host: user@localhost"]],
    ["two names in one", ["Host: localhost evil.example"]],
    ["two names", ["Host: localhost", "Host: evil.example"]],
    ["our name twice", ["Host: localhost", "Host: localhost"]],
    ["our name, said by a proxy", ["Host: evil.example", "X-Forwarded-Host: localhost"]],
    ["its own page's", ["Host: evil.example", "Origin: http://evil.example", "Sec-Fetch-Site: same-origin"]],
  ])("for %s", async (_what, headers) => {
    for (const start of ["GET /", "POST /forecasts/x", "PUT /api/v1/x", "OPTIONS *", "TRACE /"]) {
      expect(statusOf(await ask(start, ...headers)), start).toBe(421);
    }
  });

  it("for a whole address elsewhere, by whatever Host", async () => {
    expect(statusOf(await ask("GET http://evil.example/", "Host: localhost"))).toBe(421);
  });

  it("or no request at all, and is told how to treat the answer all the same", async () => {
    for (const [what, status] of [
      [["GET / HTTP/9.9"], 400],
      [["no request"], 400],
      [["GET / HTTP/1.1", "Host: localhost", "Content-Length: x"], 400],
      [["GET / HTTP/1.1", "Host: localhost", `X: ${"x".repeat(20_000)}`], 431],
    ] as const) {
      const answer = await say(...what);
      expect(statusOf(answer)).toBe(status);
      expect(answer).toContain("\r\nContent-Security-Policy: default-src 'none';");
    }
  });

  it("without a Host, as older clients ask; newer ones have to name one", async () => {
    expect(statusOf(await say("GET / HTTP/1.0"))).toBe(421);
    expect(statusOf(await ask("GET /"))).toBe(400);
  });

  it("before its body is sent, and where it asks for another protocol", async () => {
    const waiting = ["Content-Length: 2", "Expect: 100-continue"];
    const answer = await ask("POST /", "Host: evil.example", ...waiting);
    expect(answer).not.toContain("100 Continue");
    expect(statusOf(answer)).toBe(421);
    const other = ["Connection: Upgrade", "Upgrade: websocket"];
    expect(statusOf(await say("GET / HTTP/1.1", "Host: evil.example", ...other))).toBe(421);
  });

  it("and the next one over the same connection is looked at anew", async () => {
    const body = "x".repeat(100_000);
    const first = ["POST / HTTP/1.1", "Host: evil.example", `Content-Length: ${body.length}`, "", body].join(
      "\r\n",
    );
    const answer = await say(first + ["GET / HTTP/1.1", "Host: localhost", "Connection: close"].join("\r\n"));
    expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(["421", "200"]);
  });
});

describe("what a refused request is told", () => {
  it.each([
    ["en", [], en],
    ["zh-Hant", ["Accept-Language: zh-TW,en;q=0.5"], zhHant],
    ["en", ["Accept-Language: zh", "Cookie: a=b; hindcast_lang=en"], en],
    ["zh-Hant", ["Cookie: hindcast_lang=zh-Hant"], zhHant],
    ["en", ["Cookie: xhindcast_lang=zh-Hant; hindcast_lang=%3Cscript%3E"], en],
  ])("on a page is a sentence in %s, with %j", async (language, headers, words) => {
    const answer = await ask("GET /<script>", "Host: <script>.evil.example", ...headers);
    expect(answer).toContain(`<html lang="${language}">`);
    expect(answer).toContain(words.door.misdirected.lead);
    expect(answer).toContain("Content-Type: text/html; charset=utf-8\r\n");
    expect(answer).not.toContain("<script>");
    expect(words.door.misdirected.lead).toContain("HINDCAST_ORIGIN");
  });

  it.each(["/api", "/api/v1/forecasts", "/api?x"])("at %s is a problem of the API", async (path) => {
    const answer = await ask(`GET ${path}`, "Host: evil.example", "Accept-Language: zh");
    expect(answer).toContain("Content-Type: application/problem+json\r\n");
    const [, body = ""] = answer.split("\r\n\r\n");
    expect(JSON.parse(body)).toEqual({
      ...{ type: "about:blank", title: "Misdirected Request", status: 421, detail: en.door.misdirected.lead },
    });
  });

  it("has no body where only the head was asked for", async () => {
    const [head, body] = (await ask("HEAD /", "Host: evil.example")).split("\r\n\r\n");
    expect(statusOf(head ?? "")).toBe(421);
    expect(body).toBe("");
  });
});

it("whoever watches over the server may ask by any name whether all is well", async () => {
  expect(statusOf(await ask("GET /healthz", "Host: app1:3000"))).toBe(200);
  expect(statusOf(await say("GET /healthz HTTP/1.0"))).toBe(200);
  expect(statusOf(await ask("POST /healthz", "Host: app1:3000"))).toBe(421);
});

it("npm run dev has it stand in the process that next dev starts, beside the options of one's own", () => {
  const program = `
    const { isBehindFront } = await import("./front/mark.ts");
    console.log(isBehindFront(), process.env.NODE_OPTIONS.includes("--max-old-space-size=300"));`;
  const started = `require("node:child_process").fork("-", { execArgv: ["--input-type=module", "-e", ${JSON.stringify(program)}] })`;
  const env = withFront({
    NODE_ENV: "test" as const,
    PATH: process.env.PATH,
    NODE_OPTIONS: "--max-old-space-size=300",
  });
  expect(execFileSync(process.execPath, ["-e", started], { env, encoding: "utf8" })).toBe("true true\n");
  const bare = {
    NODE_ENV: "test" as const,
    PATH: process.env.PATH,
    NODE_OPTIONS: "--max-old-space-size=300",
  };
  expect(execFileSync(process.execPath, ["-e", started], { env: bare, encoding: "utf8" })).toBe(
    "false true\n",
  );
});
