import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// Where the settings say that no pages are read, a link alone still leads to a form that says so.

const served = serve({ HINDCAST_FETCHING: "off" });
const api = apiAt(served);
const { bareLink: b, evidence: e } = en;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a link alone leads to a form that says so, and a page is logged by hand", async ({ page }) => {
      const typed = ui.aPage({ url: `https://example.org/${javaScriptEnabled}`, title: "By hand" });
      await page.goto(forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await expect(form.getByRole("button", { name: b.readFirst })).toHaveCount(0);
      await form.getByLabel(e.url, { exact: true }).fill(typed.url);
      await form.getByRole("radio", { name: en.stance.supports }).check();
      await ui.press(form, e.submit);
      await page.waitForURL("**/evidence/new?**");
      const started = ui.formOf(page, e.submit);
      await expect(page.getByRole("status")).toContainText(b.notRead);
      await expect(started.getByLabel(e.url, { exact: true })).toHaveValue(typed.url);
      await expect(started.getByRole("radio", { name: en.stance.supports, exact: true })).toBeChecked();
      await ui.typeEvidence(started, typed);
      await ui.press(started, e.submit);
      await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
    });

    test("a page on record is offered as it is on record", async ({ page }) => {
      const url = `https://example.org/known-${javaScriptEnabled}`;
      await api.logPage("inference-10x-1y", { url, title: "As on record" });
      await page.goto(forecastPage(AGENTIC));
      await ui.logForm(page).getByLabel(e.url, { exact: true }).fill(url);
      await ui.press(ui.logForm(page), e.submit);
      await page.waitForURL("**/evidence/new?**");
      await expect(page.getByRole("status")).toContainText(b.notRead);
      await expect(ui.formOf(page, e.submit).getByLabel(e.pageTitle)).toHaveValue("As on record");
      await expect(page.getByRole("region", { name: b.logged })).toContainText(en.stance.supports);
    });
  });
}
