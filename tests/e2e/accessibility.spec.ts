import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { apiAt } from "./support/api.ts";
import { addressOf, decide, KINDS_OF_PAGES, keepPages, unfoldAll } from "./support/pages.ts";
import { serve } from "./support/server.ts";
import { serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Every page, in both languages and both themes, with all that is folded away open: axe finds nothing, and nothing
// scrolls sideways on a phone.

const site = serveSite({});
const served = serve(site.env);
test.beforeAll(() => decide(apiAt(served)));
test.beforeAll(() => keepPages(apiAt(served), served, site));

const ALL: axe.RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Of all that axe knows, the theme changes this alone. */
const CONTRAST: axe.RunOnly = { type: "rule", values: ["color-contrast"] };
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const AXE = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe, which has to be in the page, finds, short enough to read. */
function violations(page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
    const { violations: found } = await axe.run({ runOnly, resultTypes: ["violations"] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 200)}`),
    );
  }, runOnly);
}

const widthBeyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What sticks out to the right, to say where the sideways scrolling comes from. */
const stickingOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(0, 5),
  );

for (const [language, locale] of [
  ["en", "en-US"],
  ["zh-Hant", "zh-TW"],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });
    for (const what of KINDS_OF_PAGES) {
      test(`${what} can be used by everybody, in light and in dark, on a desk and on a phone`, async ({
        page,
      }) => {
        await page.setViewportSize(PHONE);
        await page.emulateMedia({ colorScheme: "light" });
        await page.goto(addressOf(what));
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect((await widthBeyond(page)) > 0 ? await stickingOut(page) : [], "at 390 px").toEqual([]);
        await unfoldAll(page);
        expect((await widthBeyond(page)) > 0 ? await stickingOut(page) : [], "all open at 390 px").toEqual(
          [],
        );
        await page.evaluate(AXE);
        await page.emulateMedia({ colorScheme: "dark" });
        expect.soft(await violations(page, ALL), "on a phone, dark").toEqual([]);
        await page.setViewportSize(DESK);
        expect.soft(await violations(page, CONTRAST), "on a desk, dark").toEqual([]);
        await page.emulateMedia({ colorScheme: "light" });
        expect.soft(await violations(page, ALL), "on a desk, light").toEqual([]);
      });
    }
  });
}
