import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { apiAt } from "./support/api.ts";
import { addressOf, decide, KINDS_OF_PAGES, keepPages } from "./support/pages.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// What a page costs a browser in JavaScript: nothing of the framework's, and of ours a little where there are forms.

const served = serve();
const ALLOWED = 12 * 1024;

/** Bytes of gzip: what a script is, not how the server packs it. */
const packed = (script: Uint8Array) => gzipSync(script, { level: 9 }).length;

/** The scripts that a browser loads for a page, by their addresses. */
async function scriptsOf(browser: Browser, url: string): Promise<ReadonlyMap<string, number>> {
  const page = await browser.newPage();
  const loading: Promise<readonly [string, number]>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    loading.push(response.body().then((body) => [new URL(response.url()).pathname, packed(body)] as const));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const scripts = new Map(await Promise.all(loading));
  await page.close();
  return scripts;
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);

const OWN = /<script src="(\/script\/[0-9a-f]{16}\.js)" defer=""><\/script>/g;

test.describe("whatever there is to be shown", () => {
  const site = serveSite({});
  const filled = serve(site.env);
  test.beforeAll(() => decide(apiAt(filled)));
  test.beforeAll(() => keepPages(apiAt(filled), filled, site));

  test("no page sends a script of the framework's, and ours is one of at most 12 KB", async ({ browser }) => {
    const own = new Set<string>();
    for (const what of KINDS_OF_PAGES) {
      const html = await (await fetch(filled.origin + addressOf(what))).text();
      for (const [, address = ""] of html.matchAll(OWN)) own.add(address);
      expect.soft(html.replace(OWN, ""), what).not.toMatch(/<script|__next_f|as="script"/);
    }
    expect(own.size).toBe(1);
    for (const address of [forecastPage(AGENTIC), "/forecasts/new"]) {
      const scripts = await scriptsOf(browser, filled.origin + address);
      expect([...scripts.keys()], address).toEqual([...own]);
      const [bytes = 0] = scripts.values();
      console.log(`${address.padEnd(36)}${kilobytes(bytes)}`);
      expect(bytes, "it was measured").toBeGreaterThan(1024);
      expect(bytes).toBeLessThanOrEqual(ALLOWED);
    }
  });
});

test("our script is kept for good under an address of its own, and no other address has one", async () => {
  const html = await (await fetch(served.origin + forecastPage(AGENTIC))).text();
  const [, address = ""] = [...html.matchAll(OWN)][0] ?? [];
  const { status, headers } = await fetch(served.origin + address);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("content-encoding")).toBe("gzip");
  expect((await fetch(`${served.origin}/script/0123456789abcdef.js`)).status).toBe(404);
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
    expect.soft([...(await scriptsOf(browser, served.origin + address)).keys()], address).toEqual([]);
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

test("a page that eight hundred ask for at once is whole for each of them that is let in", async () => {
  const asked = async () => {
    const response = await fetch(`${served.origin}/speakers`);
    const html = await response.text();
    if (response.status === 503 && response.headers.has("retry-after")) return "to ask again";
    const isWhole = /class="mark".*<h1>.*class="footer"><p>/s.test(html);
    return response.status === 200 && isWhole ? "whole" : `${response.status}, ${html.length} characters`;
  };
  const answers = await Promise.all(Array.from({ length: 800 }, asked));
  expect(answers.filter((answer) => answer !== "whole" && answer !== "to ask again")).toEqual([]);
  expect(answers.filter((answer) => answer === "whole").length).toBeGreaterThanOrEqual(256);
});
