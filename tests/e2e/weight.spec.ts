import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { type Browser, expect, test } from "@playwright/test";
import { freePort } from "../../scripts/setup/address.mjs";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";

// What a page costs a browser in JavaScript, against the emptiest page that the framework can make.

const served = serve();
const ALLOWED = 15 * 1024;
const root = resolve(import.meta.dirname, "../..");
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

const EMPTY_APP = {
  "package.json": '{ "private": true, "type": "module" }',
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
  // Of its own, or the framework would find the project's further up.
  "instrumentation.js": "export function register() {}",
  "app/layout.js":
    'export const dynamic = "force-dynamic";\n' +
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  "app/page.js": "export default () => <p>Nothing.</p>;",
};

function runNext(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  return spawn(process.execPath, [next, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
}

async function build(folder: string) {
  for (const [file, content] of Object.entries(EMPTY_APP)) writeFileSync(join(folder, file), content);
  const child = runNext(folder, "build");
  const [, stdout, stderr] = await Promise.all([
    once(child, "close"),
    text(child.stdout),
    text(child.stderr),
  ]);
  expect(child.exitCode, stdout + stderr).toBe(0);
}

/** The scripts that a browser loads for a page, in bytes of gzip: what they are, not how the server packs them. */
async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const loading: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    loading.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const bytes = await Promise.all(loading);
  await page.close();
  return bytes.reduce((sum, size) => sum + size, 0);
}

async function emptyPageBytes(browser: Browser, folder: string): Promise<number> {
  mkdirSync(join(folder, "app"), { recursive: true });
  await build(folder);
  const port = await freePort("127.0.0.1");
  const server = runNext(folder, "start", "-H", "127.0.0.1", "-p", String(port));
  const url = `http://127.0.0.1:${port}/`;
  try {
    await expect
      .poll(
        () =>
          fetch(url).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(200);
    return await scriptBytes(browser, url);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a page loads at most 15 KB more JavaScript than an empty one", async ({ browser }, testInfo) => {
  test.setTimeout(120_000);
  // Inside the project, so that both are built with the same framework.
  const empty = await emptyPageBytes(browser, testInfo.outputPath("empty-app"));
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  console.log(`First-load JavaScript, gzip\n${"an empty page".padEnd(36)}${kilobytes(empty)}`);
  for (const address of ["/", "/forecasts", forecastPage(AGENTIC), "/timeline", "/forecasts/new"]) {
    const bytes = await scriptBytes(browser, served.origin + address);
    console.log(`${address.padEnd(36)}${kilobytes(bytes)}${kilobytes(bytes - empty)} more`);
    expect.soft(bytes - empty, address).toBeLessThanOrEqual(ALLOWED);
    expect.soft(bytes, "it was measured").toBeGreaterThan(0);
  }
});
