import { execFile } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { DEFAULT_POLICY } from "#web/fetch/policy.ts";
import { confinement } from "#web/visit/confinement.ts";
import type { VisitProcess } from "#web/visit/readers.ts";
import { visit } from "#web/visit/visit.ts";
import { asking } from "../../support/web/asking.ts";
import { certificateFor } from "../../support/web/certificate.ts";
import { listening } from "../../support/web/stand-in.ts";
import { pdfOf } from "../reading/written-pdf.ts";

const ROOT = join(import.meta.dirname, "../../..");
const OURS: VisitProcess = {
  file: join(ROOT, "web/visit/reader.ts"),
  readingMs: 60_000,
  wholeMs: 120_000,
  heapMb: 256,
  residentMb: 512,
  idleMs: 5_000,
};
const folder = mkdtempSync(join(tmpdir(), "hindcast-confined-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function visiting(body: Uint8Array, type: string) {
  const answer = createServer((_request, response) =>
    response.writeHead(200, { "content-type": type }).end(body),
  );
  const { port } = await listening(answer);
  const policy = { ...DEFAULT_POLICY, ports: [port], allowedRanges: ["127.0.0.0/8"] };
  return { request: asking(`http://127.0.0.1:${port}/page`), policy };
}

/** The text that a reader makes of a page. */
async function readBy(kind: VisitProcess, body: Uint8Array, type: string): Promise<string> {
  const found = await visit(await visiting(body, type), undefined, kind);
  if (!found.ok) throw new Error(`not visited: ${JSON.stringify(found.error)}`);
  expect(found.value).toMatchObject({ readingStopped: false, reading: { fault: null } });
  return found.value.reading?.text ?? "";
}

const REFUSED = "ERR_ACCESS_DENIED";
/** Where Node refuses in words of its own. */
const OTHER_WORDS: { readonly [attempt: string]: RegExp } = {
  "open a database": /^ERR_UNKNOWN_BUILTIN_MODULE$/,
  "run a text": /^EvalError/,
  "load native code": /^ERR_DLOPEN_DISABLED$/,
};

test("a page that has taken over its reader writes, reads, starts and learns nothing", async () => {
  const file = join(folder, "hindcast.db");
  writeFileSync(file, "what was recorded", { mode: 0o600 });
  symlinkSync(file, join(folder, "way-in"));
  vi.stubEnv("DATABASE_URL", "postgres://hindcast:secret@127.0.0.1/hindcast");
  vi.stubEnv("HINDCAST_ORIGIN", "https://hindcast.example");
  vi.stubEnv("HTTPS_PROXY", "http://127.0.0.1:9");
  vi.stubEnv("NODE_OPTIONS", "--allow-child-process --allow-fs-write=*");
  vi.stubEnv("NODE_EXTRA_CA_CERTS", "/nowhere/ca.pem");
  const prying = { ...OURS, file: join(import.meta.dirname, "readers/prying.ts") };
  const told = await readBy(prying, Buffer.from(JSON.stringify({ folder, file })), "text/plain");
  vi.unstubAllEnvs();
  const { outcomes, environment } = JSON.parse(told);
  const done = Object.entries<string>(outcomes).filter(
    ([name, why]) => !(OTHER_WORDS[name]?.test(why) ?? why === REFUSED),
  );
  expect(done).toEqual([]);
  expect(Object.keys(outcomes).length).toBeGreaterThan(30);
  const { SSL_CERT_DIR, SSL_CERT_FILE, NODE_USE_SYSTEM_CA, ...rest } = environment;
  expect(rest).toEqual({ NODE_ENV: "production", NODE_EXTRA_CA_CERTS: "/nowhere/ca.pem" });
  expect(readdirSync(folder).toSorted()).toEqual(["hindcast.db", "way-in"]);
  expect(readFileSync(file, "utf8")).toBe("what was recorded");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

describe("what a page says is read as ever", () => {
  const saved = (name: string) => readFileSync(join(import.meta.dirname, "../reading/pages", name));
  const pdf = pdfOf([[{ text: "Compute grows fivefold a year.", size: 11, y: 700 }]]);
  test.each<[what: string, body: Uint8Array, type: string, words: string]>([
    ["markup", saved("news-en.html"), "text/html", "The organisers will repeat the test in September."],
    ["Big5", saved("news-big5.html"), "text/html", "。"],
    ["Shift_JIS", saved("column-sjis.html"), "text/html", "。"],
    ["UTF-16", saved("memo-utf16.html"), "text/html", " "],
    ["plain words", Buffer.from("Plain words."), "text/plain", "Plain words."],
    ["PDF", pdf, "application/pdf", "Compute grows fivefold a year."],
  ])("%s", async (_what, body, type, words) => {
    expect(await readBy(OURS, body, type)).toContain(words);
  });
});

/** Visits in a process of its own, as the server does, from a folder. */
async function visitedFrom(
  cwd: string,
  visiting: unknown,
  env: { [name: string]: string } = {},
): Promise<string> {
  const script = join(ROOT, "tests/support/web/visiting-child.ts");
  const args = [script, JSON.stringify(visiting), join(cwd, "web/visit/reader.ts")];
  const child = await promisify(execFile)(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  return child.stdout;
}

test("a project whose folders are links is read from where they lead", async () => {
  const linked = mkdtempSync(join(folder, "linked-"));
  for (const name of ["web", "domain", "node_modules", "package.json"])
    symlinkSync(join(ROOT, name), join(linked, name));
  expect(await visitedFrom(linked, await visiting(Buffer.from("Words."), "text/plain"))).toBe("ok");
});

test("whom the server trusts its reader trusts", async () => {
  const issued = certificateFor(["127.0.0.1"]);
  const trusted = join(folder, "trusted.pem");
  writeFileSync(trusted, issued.cert);
  const secure = createSecureServer(issued, (_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end("Words."),
  );
  const { port } = await listening(secure);
  const policy = { ...DEFAULT_POLICY, ports: [port], allowedRanges: ["127.0.0.0/8"] };
  const asked = { request: asking(`https://127.0.0.1:${port}/`), policy };
  expect(await visitedFrom(ROOT, asked)).toBe("tls-refused");
  expect(await visitedFrom(ROOT, asked, { NODE_EXTRA_CA_CERTS: trusted })).toBe("ok");
});

describe("of how Node is to run, only whom it trusts is handed down", () => {
  test.each<[options: string | undefined, handedDown: readonly string[]]>([
    [undefined, []],
    ["--max-http-header-size=8 --use-system-ca", ["--use-system-ca"]],
    ["--allow-fs-write=* --allow-child-process --use-openssl-ca", ["--use-openssl-ca"]],
    ["--import=/tmp/use-system-ca.mjs", []],
  ])("%s", (options, handedDown) => {
    const without = confinement(OURS.file, ROOT, {}).execArgv;
    const { execArgv } = confinement(OURS.file, ROOT, { NODE_OPTIONS: options });
    expect(execArgv.filter((option) => !without.includes(option))).toEqual(handedDown);
  });
});
