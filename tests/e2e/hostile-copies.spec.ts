import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { checkLinks, untilStanding } from "./support/checking.ts";
import { HOSTILE_HEADERS, hostilePage, SAID, WORDS } from "./support/hostile-page.ts";
import { unfoldAll } from "./support/pages.ts";
import { AGENTIC, evidencePage, forecastPage, serve } from "./support/server.ts";
import { serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// A kept page full of what runs, loads and leads away: in every view that shows any of it nothing runs, and nothing is
// asked for but from ourselves.

const site = serveSite({});
const served = serve(site.env);
const api = apiAt(served);
const known = { id: "", page: "", first: "", second: "" };

test.beforeAll(async () => {
  site.pages["/hostile"] = { html: hostilePage("At first."), headers: HOSTILE_HEADERS };
  const entry = await api.logPage(AGENTIC, { url: site.link("/hostile"), title: SAID[0]?.slice(0, 300) });
  const { copyId: first } = await untilStanding(api, entry.id, "alive");
  await api.put(`/evidence/${entry.id}/passage`, { copyId: first, words: WORDS });
  site.pages["/hostile"] = { html: hostilePage(`Now. ${WORDS.replaceAll("<", "&lt;")}`) };
  await checkLinks(served, site);
  const { copyId: second } = await untilStanding(api, entry.id, "changed");
  Object.assign(known, { id: entry.id, page: entry.page, first, second });
});

/** Watches a page for anything that it should not do. */
function watch(page: Page) {
  const faults: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${served.origin}/`)) faults.push(`asked for ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`an error: ${error.message}`));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) faults.push(`a frame: ${frame.url()}`);
  });
  page.on("popup", (popup) => faults.push(`a window: ${popup.url()}`));
  return faults;
}

const views: readonly (readonly [what: string, address: () => string, shown: readonly string[]])[] = [
  ["the copy", () => `/copies/${known.first}`, [...SAID.slice(1), WORDS]],
  ["the copy after it", () => `/copies/${known.second}`, SAID.slice(1)],
  ["the difference", () => `/copies/${known.first}?with=${known.second}`, [WORDS]],
  ["the form to mark words", () => `/copies/${known.first}?for=${known.id}`, [WORDS]],
  ["the entry of evidence", () => evidencePage(known.id), [WORDS]],
  ["the forecast", () => forecastPage(AGENTIC), []],
  ["the links in trouble", () => "/links", []],
  ["the history", () => "/history", [WORDS]],
  ["the queue", () => "/", []],
  [
    "what is offered of it in a form",
    () => `${forecastPage("kernel-2x")}/evidence/new?page=${known.page}`,
    [],
  ],
];

for (const [what, address, shown] of views) {
  test(`nothing of it runs or loads in ${what}`, async ({ page }) => {
    const asked = site.asked.length;
    const faults = watch(page);
    await page.goto(address());
    await unfoldAll(page);
    for (const text of shown) {
      // What is kept of a page's own words has an end.
      await expect(page.getByText(text.slice(0, 60)).first(), text).toBeVisible();
    }
    await page.getByRole("heading", { level: 1 }).click();
    await page.waitForTimeout(500);
    expect(page.url()).toBe(served.origin + address());
    expect(await page.evaluate(() => (window as { hindcastRan?: string[] }).hindcastRan)).toBeUndefined();
    const strange = page
      .locator("main")
      .locator("iframe, object, embed, base, form[action*=evil], [onerror], img, video");
    expect(await strange.count()).toBe(0);
    expect(await page.locator("a[href^='javascript:' i], a[href^='data:' i]").count()).toBe(0);
    expect(faults).toEqual([]);
    expect(site.asked.slice(asked)).toEqual([]);
  });
}

test("our own fetch asked for the page and for nothing that it names", () => {
  expect(new Set(site.asked)).toEqual(new Set(["/hostile"]));
});

test("its bytes come as a file with a name of ours, also when a browser goes to them", async ({ page }) => {
  const faults = watch(page);
  await page.goto(`/copies/${known.first}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: en.copies.download }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^hindcast-[0-9a-f]{12}\.html\.txt$/);
  expect(faults).toEqual([]);
  const { headers, status } = await fetch(`${served.origin}/copies/${known.first}/bytes`);
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toMatch(
    /^attachment; filename="hindcast-[0-9a-f]{12}\.html\.txt"$/,
  );
  expect(headers.get("content-type")).toBe("application/octet-stream");
  expect(headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
  expect(headers.get("x-content-type-options")).toContain("nosniff");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("set-cookie")).toBeNull();
});

test("the API gives it as JSON that no browser guesses at", async () => {
  for (const path of [`copies/${known.first}`, `pages/${known.page}`, `evidence/${known.id}`, "links"]) {
    const { headers } = await fetch(`${served.origin}/api/v1/${path}`);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});
