import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// A hundred bare links wait to be read, at a site that does not answer.

const never = new Promise<void>(() => {});
const site = serveSite({ "/slow": { html: "", after: never } });
const served = serve(site.env);
const api = apiAt(served);
const { evidence: e, bareLink: b, errors } = en;

test.beforeAll(async () => {
  for (let number = 0; number < 100; number++)
    expect((await api.post("/pages", { url: site.link(`/slow?${number}`) })).status).toBe(202);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("one more is refused with the reason, keeps what was typed, and can be logged by hand", async ({
      page,
    }) => {
      const typed = ui.aPage({ url: site.link(`/one-more-${javaScriptEnabled}`), title: "By hand" });
      await page.goto(forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await ui.typeEvidence(form, typed);
      await ui.press(form, b.readFirst);
      await expect(form).toContainText(errors["too-many-waiting"]());
      await expect(form.getByLabel(e.url, { exact: true })).toHaveAttribute("aria-invalid", "true");
      await expect(form.getByLabel(e.url, { exact: true })).toHaveValue(typed.url);
      await expect(form.getByLabel(e.summary)).toHaveValue(typed.summary);
      await expect(form.getByLabel(en.form.by)).toHaveValue(typed.by);
      await ui.press(form, e.submit);
      await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
      await expect(ui.entryOf(page, "By hand")).toBeVisible();
    });
  });
}
