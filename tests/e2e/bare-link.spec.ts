import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { AGENTIC, evidencePage, forecastPage, OVERDUE, serve } from "./support/server.ts";
import { aReport, serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// Logging a page from nothing but its link, as a person does it; and logging it on a second forecast.

const site = serveSite({});
const served = serve(site.env);
const api = apiAt(served);
const { bareLink: b, evidence: e, elsewhere } = en;
const newForm = (page: Page) => ui.formOf(page, e.submit);
const field = (page: Page, name: string) => newForm(page).locator(`[name="${name}"]:not([type="radio"])`);
const notice = (page: Page) => page.getByRole("status");
const DESCRIPTION = "What a year did to the price of inference, counted at six makers.";

/** Waits until a page was read, or could not be. */
async function untilRead(page: Page): Promise<void> {
  const id = new URL(page.url()).searchParams.get("page");
  await expect
    .poll(async () => (await api.get(`/pages/${id}`)).body.suggestions.reading, { timeout: 20_000 })
    .not.toBe("waiting");
}

/** Has a page without script say what is known by now; where it was read before the page was made, it says so already. */
async function lookAgain(page: Page): Promise<void> {
  if ((await page.getByRole("button", { name: b.lookAgain }).count()) > 0) await ui.press(page, b.lookAgain);
}

async function sendLink(page: Page, url: string): Promise<void> {
  await page.goto(forecastPage(AGENTIC));
  await ui.logForm(page).getByLabel(e.url, { exact: true }).fill(url);
  await ui.press(ui.logForm(page), e.submit);
  await page.waitForURL("**/evidence/new?**");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    const of = (name: string) => `/${name}-${javaScriptEnabled}`;

    test("a link alone is enough: what the page says of itself is offered, confirmed and logged", async ({
      page,
    }) => {
      let answer = () => {};
      const after = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const title = `Ten times ${javaScriptEnabled}`;
      site.pages[of("report")] = { html: aReport({ title }), after };
      const url = site.link(of("report"));
      await sendLink(page, url);
      await expect(notice(page)).toContainText(b.waiting);
      await expect(field(page, "url")).toHaveValue(url);
      await field(page, "publisher").fill("As typed");
      answer();
      if (javaScriptEnabled) {
        await expect(notice(page)).toContainText(b.read);
        await expect(field(page, "title")).toHaveValue("");
        await ui.press(
          newForm(page).locator(".field", { has: page.locator('[name="publishedOn"]') }),
          b.take,
        );
        await expect(field(page, "publishedOn")).toHaveValue("2026-08-01");
        await expect(field(page, "title")).toHaveValue("");
        await ui.press(page, b.takeAll);
        await expect(newForm(page).getByRole("button", { name: b.takeAll })).toHaveCount(0);
      } else {
        await untilRead(page);
        await ui.press(page, b.lookAgain);
        await expect(notice(page)).toContainText(b.read);
      }
      await expect(field(page, "title")).toHaveValue(title);
      await expect(field(page, "publisher")).toHaveValue("As typed");
      await expect(field(page, "publishedOn")).toHaveValue("2026-08-01");
      await expect(field(page, "summary")).toHaveValue("");
      await expect(newForm(page)).toContainText(b.taken.page);
      await expect(newForm(page)).toContainText(`${b.from.page} Example Review`);
      await expect(newForm(page).getByRole("figure")).toContainText(DESCRIPTION);

      await newForm(page).getByRole("radio", { name: en.stance.supports, exact: true }).check();
      await newForm(page).getByRole("radio", { name: en.strength.strong, exact: true }).check();
      await field(page, "summary").fill("Two of six makers charge a tenth.");
      await ui.unfold(newForm(page), e.more);
      await newForm(page).getByRole("radio", { name: en.sourceKind.secondary }).check();
      await newForm(page)
        .getByRole("group", { name: e.criterion })
        .getByRole("radio", { name: en.forecast.criterion.trueIf })
        .check();
      await field(page, "archiveUrl").fill("https://archive.example/1");
      await ui.press(newForm(page), e.submit);
      await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
      const entry = ui.entryOf(page, title);
      await expect(entry).toContainText("As typed");
      await expect(entry).toContainText(en.sourceKind.secondary);
      await expect(entry).toContainText(e.speaksTo(en.forecast.criterion.trueIf));
      await expect(entry.getByRole("link", { name: e.archived("archive.example").join("") })).toHaveAttribute(
        "href",
        "https://archive.example/1",
      );
    });

    test("“Read the page first” carries over all that was typed", async ({ page }) => {
      site.pages[of("first")] = { html: aReport() };
      await page.goto(forecastPage(AGENTIC));
      const typed = ui.aPage({ url: site.link(of("first")), summary: "A line\nand another" });
      await ui.typeEvidence(ui.logForm(page), typed);
      await ui.unfold(ui.logForm(page), e.more);
      await ui.logForm(page).getByRole("radio", { name: en.sourceKind.opinion }).check();
      await ui.press(ui.logForm(page), b.readFirst);
      await page.waitForURL("**/evidence/new?**");
      for (const name of ["url", "title", "publisher", "publishedOn", "summary", "by"] as const) {
        await expect(field(page, name)).toHaveValue(typed[name]);
      }
      for (const choice of [en.stance[typed.stance], en.strength[typed.strength]]) {
        await expect(newForm(page).getByRole("radio", { name: choice, exact: true })).toBeChecked();
      }
      await expect(newForm(page).getByRole("radio", { name: en.sourceKind.opinion })).toBeChecked();
      await untilRead(page);
      if (!javaScriptEnabled) await lookAgain(page);
      await expect(newForm(page)).toContainText(`${b.from.page} Ten times cheaper`);
      await expect(field(page, "title")).toHaveValue(typed.title);
    });

    test("a page that cannot be read says why, and is logged by hand", async ({ page }) => {
      site.pages[of("closed")] = { html: "<p>No entry.", status: 403 };
      await sendLink(page, site.link(of("closed")));
      await untilRead(page);
      if (!javaScriptEnabled) await lookAgain(page);
      await expect(notice(page)).toContainText(en.linkFault.forbidden);
      const typed = ui.aPage({ url: site.link(of("closed")), title: `Closed ${javaScriptEnabled}` });
      await ui.typeEvidence(newForm(page), typed);
      await ui.press(newForm(page), e.submit);
      await expect(ui.entryOf(page, typed.title)).toBeVisible();
    });

    test("a page on record offers what is on record and says where it is logged", async ({ page }) => {
      const url = site.link(of("known"));
      site.pages[of("known")] = { html: aReport({ title: "Its own title" }) };
      await api.logPage(AGENTIC, { url, title: `Known ${javaScriptEnabled}` });
      await sendLink(page, `${url}?utm_source=news`);
      await expect(field(page, "title")).toHaveValue(`Known ${javaScriptEnabled}`);
      await expect(field(page, "url")).toHaveValue(`${url}?utm_source=news`);
      await expect(newForm(page)).toContainText(b.taken.record);
      await expect(page.getByRole("region", { name: b.loggedHere })).toContainText(en.stance.supports);
    });

    test("Enter sends the form, and does not read the page first", async ({ page }) => {
      const typed = ui.aPage({ url: `https://example.org/enter-${javaScriptEnabled}`, title: "By Enter" });
      await page.goto(forecastPage(OVERDUE));
      await ui.typeEvidence(ui.logForm(page), typed);
      await ui.logForm(page).getByLabel(e.publisher).press("Enter");
      await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
    });

    test("a form with a link that is none is refused for that alone", async ({ page }) => {
      await page.goto(forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await form.getByLabel(e.url, { exact: true }).fill("javascript:alert(1)");
      await ui.press(form, e.submit);
      await expect(form.getByRole("alert")).toContainText(en.form.faults(1));
      await expect(form.getByLabel(e.url, { exact: true })).toHaveValue("javascript:alert(1)");
    });

    test("an entry's page puts it on another forecast too, found by its words or its address", async ({
      page,
    }) => {
      const url = site.link(of("both"));
      const title = `Bears on both ${javaScriptEnabled}`;
      const { id } = await api.logPage(AGENTIC, { url, title });
      await page.goto(evidencePage(id));
      const section = page.getByRole("region", { name: elsewhere.title });
      await ui.unfold(section, elsewhere.add);
      await section.getByLabel(elsewhere.find).fill("hardware");
      await ui.press(section, elsewhere.search);
      const { body: other } = await api.get(`/forecasts/${OVERDUE}`);
      await section.getByRole("link", { name: other.claim.en }).click();
      await expect(section.getByLabel(e.summary)).toHaveValue("What the report counted.");
      await section.getByLabel(e.summary).fill("Of hardware it says the opposite.");
      await section.getByRole("radio", { name: en.stance.contradicts, exact: true }).check();
      await ui.press(section, elsewhere.submit);

      await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged-elsewhere"]);
      await expect(section.getByRole("listitem")).toHaveCount(2);
      await expect(section.getByRole("listitem").filter({ hasText: other.claim.en })).toContainText(
        en.stance.contradicts,
      );
      const { body: entries } = await api.get(`/forecasts/${OVERDUE}/evidence`);
      const entry = entries.items.find((one: { url: string }) => one.url === url);
      expect(entry).toMatchObject({ title, stance: "contradicts", strength: "moderate" });

      await ui.unfold(section, elsewhere.add);
      await section.getByLabel(elsewhere.find).fill(`${served.origin}${forecastPage(OVERDUE)}#answer`);
      await ui.press(section, elsewhere.search);
      await expect(section).toContainText(elsewhere.there);
      await expect(section.getByRole("link", { name: e.existsSee })).toHaveAttribute(
        "href",
        evidencePage(entry.id),
      );
      await expect(section.getByRole("button", { name: elsewhere.submit })).toHaveCount(0);
    });
  });
}
