import { en } from "#messages/en.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// A form that is larger than is accepted: with script it stays, without it is shown again as far as it was read.

const served = serve();
const MEGABYTE = 1_048_576;
const TEXT = "We will open a second dock within two years.";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a form of more than 64 KB says the limit, and what was typed before is still there", async ({
      page,
    }) => {
      await page.goto(forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await ui.typeEvidence(form, ui.aPage({ summary: "x".repeat(MEGABYTE / 16) }));
      await ui.press(form, en.evidence.submit);
      await expect(form.getByRole("alert")).toContainText("64 KB");
      await expect(form.getByRole("alert")).toBeFocused();
      await expect(form.getByLabel(en.evidence.pageTitle)).toHaveValue(ui.aPage().title);
      await expect(form.getByLabel(en.form.by)).toHaveValue("Ada");
      // The page stays, with every word; without script it is another one, with what was read.
      const summary = form.getByLabel(en.evidence.summary);
      const length = await summary.evaluate((field: HTMLTextAreaElement) => field.value.length);
      if (javaScriptEnabled) expect(length).toBe(MEGABYTE / 16);
      else expect(length).toBeGreaterThan(60_000);
      await summary.fill("Shorter.");
      await form.getByLabel(en.evidence.pageTitle).fill(`Shortened ${javaScriptEnabled}`);
      await form
        .getByLabel(en.evidence.url, { exact: true })
        .fill(`https://example.org/${javaScriptEnabled}`);
      await form.getByRole("radio", { name: en.stance.supports }).check();
      await form.getByRole("radio", { name: en.strength.strong }).check();
      await ui.press(form, en.evidence.submit);
      await expect(ui.entryOf(page, `Shortened ${javaScriptEnabled}`)).toBeVisible();
    });

    test("a file of more than 5 MB for a text says the limits, and all that was typed is still there", async ({
      page,
    }) => {
      const r = en.reading;
      await page.goto(`${served.origin}/sources/new`);
      const content = Buffer.from(TEXT.repeat((6 * MEGABYTE) / TEXT.length));
      const file = page.getByLabel(r.file);
      await file.setInputFiles({ name: "talk.txt", mimeType: "text/plain", buffer: content });
      await page.getByLabel(r.sourceTitle).fill("A long talk");
      await page.getByLabel(r.publisher).fill("A publisher");
      await page.getByRole("button", { name: r.submit }).click();
      const box = page.getByRole("alert");
      await expect(box).toContainText("5 MB");
      await expect(box).toBeFocused();
      await expect(page.getByLabel(r.sourceTitle)).toHaveValue("A long talk");
      await expect(page.getByLabel(r.publisher)).toHaveValue("A publisher");
      // A browser puts no file back.
      expect(await file.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(
        javaScriptEnabled ? 1 : 0,
      );
      await file.setInputFiles({ name: "talk.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
      await page.getByLabel(r.publishedOn).fill("2026-03-10");
      await page.getByRole("group", { name: en.editing.lang }).getByRole("radio").first().check();
      await page.getByLabel(r.sourceTitle).fill(`A short talk ${javaScriptEnabled}`);
      await page.getByRole("button", { name: r.submit }).click();
      await expect(page.getByRole("heading", { name: r.choose })).toBeVisible();
    });
  });
}
