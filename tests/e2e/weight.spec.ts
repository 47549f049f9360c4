import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// What a page costs a browser in JavaScript, beyond what the framework sends with every page, even an empty one.

const served = serve();
const ALLOWED = 15 * 1024;
const built = resolve(import.meta.dirname, "../../.next");

/** Bytes of gzip: what a script is, not how the server packs it. */
const packed = (script: Uint8Array) => gzipSync(script, { level: 9 }).length;

/** The framework's own scripts, which it lists where it is built. */
function frameworkBytes(): number {
  const manifest: { readonly rootMainFiles: readonly string[] } = JSON.parse(
    readFileSync(resolve(built, "build-manifest.json"), "utf8"),
  );
  return manifest.rootMainFiles
    .map((file) => packed(readFileSync(resolve(built, file))))
    .reduce((sum, size) => sum + size, 0);
}

/** The scripts that a browser loads for a page. */
async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const loading: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    loading.push(response.body().then(packed));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const bytes = await Promise.all(loading);
  await page.close();
  return bytes.reduce((sum, size) => sum + size, 0);
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);

test("a page with forms loads at most 15 KB more JavaScript than the framework's own", async ({
  browser,
}) => {
  const framework = frameworkBytes();
  console.log(`First-load JavaScript, gzip\n${"the framework's own".padEnd(36)}${kilobytes(framework)}`);
  expect(framework, "it was measured").toBeGreaterThan(50 * 1024);
  for (const address of [forecastPage(AGENTIC), "/forecasts/new"]) {
    const bytes = await scriptBytes(browser, served.origin + address);
    console.log(`${address.padEnd(36)}${kilobytes(bytes)}${kilobytes(bytes - framework)} more`);
    expect.soft(bytes - framework, address).toBeLessThanOrEqual(ALLOWED);
    expect.soft(bytes, "it was measured").toBeGreaterThan(0);
  }
});

test("a page without forms sends no script, neither as files nor in its HTML", async ({ browser }) => {
  const source = "/sources/tri-dao-unsupervised-learning-2025";
  for (const address of [
    ...["/", "/forecasts", "/forecasts?q=agents", "/timeline", "/history", "/links", "/sources", source],
    ...["/speakers", "/speakers/tri-dao", "/nowhere"],
  ]) {
    const html = await (await fetch(served.origin + address)).text();
    expect.soft(html, address).not.toMatch(/<script|__next_f|as="script"/);
    expect.soft(html, address).toMatch(/<\/main>.*<\/footer><\/body><\/html>$/s);
    expect.soft(await scriptBytes(browser, served.origin + address), address).toBe(0);
  }
});

test("the first visit of the front page takes at most 150 KB in all", async ({ browser }) => {
  const page = await browser.newPage();
  const loading: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    loading.push(request.sizes().then((sizes) => sizes.responseBodySize + sizes.responseHeadersSize));
  });
  await page.goto(served.origin, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(loading)).reduce((sum, size) => sum + size, 0);
  await page.close();
  console.log(`${"/ in all".padEnd(36)}${kilobytes(bytes)}`);
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThanOrEqual(150 * 1024);
});
