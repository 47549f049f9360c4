import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { A_PAGE, A_VERDICT, apiAt } from "./support/api.ts";
import { unfoldAll } from "./support/pages.ts";
import { getPage, postForm } from "./support/post-form.ts";
import { formIn } from "./support/served-form.ts";
import { AGENTIC, forecastPage, serve, UNDATED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// Script in any text field is kept and shown as text, and never runs, on every page that shows it.

const served = serve();
const api = apiAt(served);

declare global {
  interface Window {
    hindcastRan?: string[];
  }
}

/** Tries every way out: of an attribute, of a text field, of the framework's own scripts, and a template's. */
const script = (where: string) =>
  `${where} "'></script></textarea><script>(window.hindcastRan??=[]).push("${where}")</script>` +
  `<img src=x onerror='alert("${where}")'><svg onload=alert(1)>\${alert(2)}{{alert(3)}}`;

const ALL = [
  "title",
  "publisher",
  "summary",
  "name",
  "rationale",
  "without",
  "replacing",
  "withdrawing evidence",
  "withdrawing a verdict",
  "note",
  "correcting",
] as const;
const REPLACED = "kernel-2x";
const RESOLVED = "inference-10x-1y";

test.beforeAll(async () => {
  const by = script("name").slice(0, 80);
  const logged = {
    ...A_PAGE,
    url: "https://example.org/?a=<script>alert(1)</script>&b=%22%27#'\"><script>alert(1)</script>",
    title: script("title"),
    publisher: script("publisher").slice(0, 120),
    summary: script("summary"),
    by,
  };
  const entry = await api.logPage(AGENTIC, logged);
  await api.patch(`/evidence/${entry.id}`, {
    ...{ revision: 1, strength: "weak", reason: script("correcting"), by },
  });
  const gone = await api.logPage(AGENTIC, { url: "https://example.org/2", by });
  await api.withdrawPage(gone.id, script("withdrawing evidence"));
  const judged = { rationale: script("rationale"), withoutEvidenceReason: script("without"), by };
  const first = await api.giveVerdict(REPLACED, judged);
  await api.giveVerdict(REPLACED, { ...judged, replaces: first.id, replacesReason: script("replacing") });
  const { id } = await api.giveVerdict(RESOLVED, judged);
  await api.withdrawVerdict(RESOLVED, id, script("withdrawing a verdict"));
  await api.add(`/forecasts/${UNDATED}/reviews`, { reviewOn: "2027-05-01", note: script("note"), by });
});

/** Opens a page and everything folded away on it; nothing of what it shows may have run. */
async function expectHarmless(page: Page, address: string) {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(address);
  await unfoldAll(page);
  await expect(page.getByRole("main")).toBeVisible();
  expect(await page.evaluate(() => window.hindcastRan)).toBeUndefined();
  expect(dialogs).toEqual([]);
  expect(await page.getByRole("img", { includeHidden: true }).and(page.locator("[onerror]")).count()).toBe(0);
}

const shown: readonly (readonly [string, readonly (typeof ALL)[number][]])[] = [
  [forecastPage(AGENTIC), ["title", "publisher", "summary", "name", "withdrawing evidence", "correcting"]],
  [forecastPage(REPLACED), ["rationale", "without", "replacing", "name"]],
  [forecastPage(RESOLVED), ["rationale", "without", "withdrawing a verdict", "name"]],
  [forecastPage(UNDATED), ["note", "name"]],
  ["/history", ALL],
  ["/", []],
  ["/timeline", []],
  ["/sources/tri-dao-unsupervised-learning-2025", []],
  ["/speakers/tri-dao", []],
];

for (const [address, places] of shown) {
  test(`on ${address} script in a text stays text`, async ({ page }) => {
    await expectHarmless(page, address);
    const limits: { readonly [place: string]: number } = { name: 80, publisher: 120 };
    for (const place of places) {
      const text = script(place).slice(0, limits[place]);
      await expect(page.getByText(text).first(), place).toBeVisible();
    }
  });
}

test("script that is searched for stays text", async ({ page }) => {
  for (const path of ["/forecasts", "/timeline"]) {
    await expectHarmless(page, `${path}?${new URLSearchParams({ q: script("title").slice(0, 200) })}`);
    const field = page.getByRole("searchbox", { includeHidden: true });
    await expect(field).toHaveValue(script("title").slice(0, 200));
  }
});

test("script in a link's address is never run by following our own pages", async ({ page }) => {
  for (const query of [
    `saved=${encodeURIComponent(script("saved"))}`,
    `entry=<script>`,
    `also=<script>&saved=review-set`,
  ]) {
    await expectHarmless(page, `${forecastPage(AGENTIC)}?${query}`);
  }
});

test("script in a name comes back from its cookie as text", async ({ page, context }) => {
  const value = encodeURIComponent(script("name"));
  await context.addCookies([{ name: "hindcast_name", value, url: served.origin }]);
  await expectHarmless(page, forecastPage(AGENTIC));
  const form = page.getByRole("region", { name: en.verdict.title });
  await expect(form.getByLabel(en.form.by)).toHaveValue(script("name"));
});

for (const javaScriptEnabled of [true, false]) {
  test(`script in a refused form stays text ${javaScriptEnabled ? "with" : "without"} script`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: served.origin });
    const page = await context.newPage();
    await page.goto(forecastPage(AGENTIC));
    const form = page.getByRole("region", { name: en.evidence.title });
    await form.getByLabel(en.evidence.url, { exact: true }).fill(script("url"));
    await form.getByLabel(en.evidence.summary).fill(script("summary"));
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await form.getByRole("button", { name: en.evidence.submit }).click();
    await expect(form.getByRole("alert")).toBeVisible();
    await expect(form.getByLabel(en.evidence.url, { exact: true })).toHaveValue(script("url"));
    await expect(form.getByLabel(en.evidence.summary)).toHaveValue(script("summary"));
    if (javaScriptEnabled) expect(await page.evaluate(() => window.hindcastRan)).toBeUndefined();
    expect(dialogs).toEqual([]);
    await context.close();
  });
}

test("the page drawn for a refused post without script runs nothing that was posted", async ({ page }) => {
  const url = served.origin + forecastPage(AGENTIC);
  const form = formIn((await getPage(url)).html, en.evidence.submit);
  const { html } = await postForm(url, form, [
    ["url", script("url")],
    ["title", script("title")],
  ]);
  // Served by the address it was posted to, so that it is drawn with our own scripts.
  await page.route("**/forecasts/*", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await expectHarmless(page, forecastPage(AGENTIC));
});

test("a refused form leads back to no address that is none", async () => {
  for (const form of ["/forms/log-evidence/x", "/forms/add-source", "/forms/nothing", "/sources/new/read"]) {
    for (const from of [
      `/"><script>window.hindcastRan=1</script>`,
      "/'><img src=x onerror=alert(1)>",
      "/<svg/onload=a()>",
    ]) {
      for (const headers of [
        { Origin: "https://evil.example", "Content-Type": "application/x-www-form-urlencoded" },
        { Origin: served.origin, "Content-Type": "multipart/form-data; boundary=none" },
        { Origin: served.origin, "Content-Type": "application/x-www-form-urlencoded" },
      ]) {
        const to = `${served.origin}${form}?from=${encodeURIComponent(from)}`;
        const response = await fetch(to, { method: "POST", body: "a=b", headers, redirect: "manual" });
        const html = await response.text();
        expect.soft(html, to).not.toMatch(/<(?:script>|img src=x|svg\/onload)/);
        expect.soft(response.headers.get("location") ?? "/", to).not.toMatch(/["<>]/);
        expect.soft(response.headers.get("content-security-policy"), to).not.toMatch(/script-src[^;]*sha256/);
      }
    }
  }
});

test("the API gives script back as it was typed, as JSON that no browser guesses at", async () => {
  const response = await fetch(`${served.origin}/api/v1/forecasts/${REPLACED}`);
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  const { verdict } = await response.json();
  expect(verdict.rationale).toBe(script("rationale"));
  expect(A_VERDICT.rationale).not.toBe(verdict.rationale);
});
