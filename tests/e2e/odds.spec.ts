import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// The odds are a form that changes nothing: what was asked stands in the address, with script or without.

serve();
const { odds } = en;
const said = (page: Page) => page.getByRole("status").filter({ hasText: "what is logged" });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("who asks for the odds gets them, and a link to them", async ({ page }) => {
      await page.goto(forecastPage(AGENTIC));
      await expect(said(page)).toBeHidden();
      await page.getByText(odds.title).click();
      await field(page, odds.start).fill("20");
      await field(page, "strong").fill("4");
      await page.getByRole("button", { name: odds.submit }).click();
      // One strong and two moderate for, three moderate against: 20 ÷ 80 × 36 ÷ 27 = 1/3.
      await expect(said(page)).toHaveText(odds.result(20, "25%"));
      await expect(page).toHaveURL(/\?start=20&weak=1\.5&moderate=3&strong=4#odds$/);
      await expect(field(page, "strong")).toHaveValue("4");
    });

    test("who types no number is told beside the field, and keeps the others", async ({ page }) => {
      await page.goto(forecastPage(AGENTIC));
      await page.getByText(odds.title).click();
      await field(page, odds.start).fill("120");
      await field(page, "weak").fill("2");
      await page.getByRole("button", { name: odds.submit }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Not worked out" })).toBeVisible();
      await expect(field(page, odds.start)).toHaveAccessibleDescription(/A whole number from 1 to 99/);
      await expect(field(page, odds.start)).toHaveValue("120");
      await expect(field(page, "weak")).toHaveValue("2");
      await expect(said(page)).toHaveCount(0);
    });
  });
}
