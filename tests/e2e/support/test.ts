import { test as base, expect, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

/** What tests listen for on a page. */
const EVENTS = ["console", "dialog", "framenavigated", "pageerror", "popup", "request"] as const;

/** Empties what a page stored in the browser; one that shows none of ours stored nothing. */
const forget = (page: Page) =>
  page
    .evaluate(() => {
      // What is typed is stored after a while, or when the page is left.
      window.dispatchEvent(new PageTransitionEvent("pagehide"));
      localStorage.clear();
      sessionStorage.clear();
    })
    .catch(() => undefined);

/** Leaves a page to the next test as one that nobody has used. */
async function cleanUp(page: Page): Promise<void> {
  for (const event of EVENTS) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await forget(page);
}

/**
 * Playwright's, but tests with the same options share a page, one after the other: a browser takes three times as long
 * to show a page to somebody who has seen none. Cookies, listeners and routes are a test's own; a test that failed
 * leaves its page to nobody.
 */
export const test = base.extend<object, { readonly pages: Map<string, Page> }>({
  pages: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what is needed: nothing
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],
  page: async ({ browser, pages, baseURL, locale, javaScriptEnabled }, use, testInfo) => {
    const key = JSON.stringify([baseURL, locale, javaScriptEnabled]);
    const page = pages.get(key) ?? (await (await browser.newContext()).newPage());
    pages.set(key, page);
    // Whatever a page of ours does that its own policy forbids.
    const forbidden: string[] = [];
    page.on("console", (said) => {
      if (/Content Security Policy/.test(said.text())) forbidden.push(said.text());
    });
    await use(page);
    expect(forbidden).toEqual([]);
    if (testInfo.status === testInfo.expectedStatus && !page.isClosed()) return cleanUp(page);
    pages.delete(key);
    await page.context().close();
  },
  context: async ({ page }, use) => use(page.context()),
});
