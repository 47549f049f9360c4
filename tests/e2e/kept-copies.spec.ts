import { createHash } from "node:crypto";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { apiAt } from "./support/api.ts";
import { checkLinks, untilStanding } from "./support/checking.ts";
import { AGENTIC, evidencePage, forecastPage, OVERDUE, serve } from "./support/server.ts";
import { aReport, serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// What is kept of a page, as people see it: the copy, the words that evidence rests on, what changed, and what is gone.

const site = serveSite({});
const served = serve(site.env);
const api = apiAt(served);
const { copies: c, link: l, links } = en;
const WORDS = "fell at every one of the six makers";
/** Each of its sentences stands in it once. */
const REPORT = aReport()
  .replace(/(<p>.*?<\/p>)\1+/s, "$1")
  .replace("tenfold", "by half");

/** Logs a page of the site and waits until it is kept. */
async function keep(path: string, title: string, slug = AGENTIC) {
  site.pages[path] ??= { html: REPORT };
  const { id } = await api.logPage(slug, { url: site.link(path), title });
  const { copyId } = await untilStanding(api, id, "alive");
  return { id, copyId: String(copyId) };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a page that was logged is kept, and the words it rests on are marked, shown and let go of", async ({
      page,
    }) => {
      const title = `A report ${javaScriptEnabled}`;
      const { id, copyId } = await keep(`/marked-${javaScriptEnabled}`, title);
      await page.goto(forecastPage(AGENTIC));
      const line = ui.entryOf(page, title).locator(".link-line");
      await expect(line).toContainText(/^Kept \d+ \w+ \d+ · the link still says so \(checked \d+ \w+ \d+\)/);
      await line.getByRole("link", { name: l.seeCopy }).click();
      await page.waitForURL(`**/copies/${copyId}`);
      await expect(page.locator("#copy-text")).toContainText(WORDS);
      const form = ui.formOf(page, c.markSubmit);
      await form.getByLabel(c.markWords).fill("rose everywhere");
      await ui.press(form, c.markSubmit);
      await expect(form.locator(".field-error")).toHaveText(en.errors["words-not-in-copy"]());
      await expect(form.getByLabel(c.markWords)).toHaveValue("rose everywhere");
      await form.getByLabel(c.markWords).fill(` fell  at every\n\none of the six makers `);
      await form.getByLabel(en.form.by).fill("Ada");
      await ui.press(form, c.markSubmit);
      await expect(page.getByRole("status")).toContainText(en.saved["passage-marked"]);
      await expect(page.locator("#copy-text mark")).toHaveText(WORDS);
      await page.locator("#copy-text mark a").click();
      await page.waitForURL(`**${evidencePage(id)}`);
      await expect(page.locator(".passage mark")).toHaveText(WORDS);
      await expect(page.locator(".passage")).toContainText("The price of a million tokens");
      await ui.unfold(page, c.unmark);
      await ui.press(ui.formOf(page, c.unmarkSubmit), c.unmarkSubmit);
      await expect(page.getByRole("status")).toContainText(en.saved["passage-unmarked"]);
      await expect(page.locator(".passage")).toHaveCount(0);
      const { body } = await api.get(`/forecasts/${AGENTIC}/history?limit=2`);
      expect(body.items.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
        ["passage-unmarked", "Ada"],
        ["passage-marked", "Ada"],
      ]);
    });

    test("whoever asks to look again is answered at once, also of a page that nobody has looked at", async ({
      page,
    }) => {
      const [seeded] = (await api.get(`/forecasts/${javaScriptEnabled ? OVERDUE : "kernel-2x"}/evidence`))
        .body.items;
      await page.goto(evidencePage(seeded.id));
      await expect(page.locator(".link-line")).toHaveText(l.notAsked);
      await expect(page.getByText(c.noVisits)).toBeVisible();
      await ui.press(page, c.lookFirst);
      await expect(page.getByRole("status")).toContainText(en.saved["visit-asked"]);
      // The settings of these tests go to one port alone, so the web outside is refused.
      await untilStanding(api, seeded.id, "refused");
      await page.goto(evidencePage(seeded.id));
      await expect(page.locator(".link-line")).toHaveText(l.refused(en.linkFault["port-refused"]));
      await ui.press(page, c.look);
      await expect(page.locator(".refused")).toContainText(l.justNow);
    });
  });
}

test("with script, what is selected in the text fills the field", async ({ page }) => {
  const { copyId } = await keep("/selected", "A report to select in");
  await page.goto(`/copies/${copyId}`);
  const field = ui.formOf(page, c.markSubmit).getByLabel(c.markWords);
  await expect(field).toHaveValue("");
  // Script is there once the form is.
  await page.waitForLoadState("networkidle");
  await page.evaluate((words) => {
    const shown = document.querySelector("#copy-text");
    const text = shown && document.createTreeWalker(shown, NodeFilter.SHOW_TEXT).nextNode();
    const start = text?.textContent?.indexOf(words) ?? -1;
    if (!text || start < 0) throw new Error("the words are not there");
    document.getSelection()?.setBaseAndExtent(text, start, text, start + words.length);
  }, WORDS);
  await expect(field).toHaveValue(WORDS);
});

test("a page that changes says so, shows what changed, and is gone when it is gone, while its copy stays", async ({
  page,
}) => {
  const path = "/changing";
  const { id, copyId } = await keep(path, "A report that changes", "kernel-2x");
  site.pages[path] = { html: REPORT.replace("by half", "by a third") };
  await checkLinks(served, site);
  await untilStanding(api, id, "changed");
  await page.goto(evidencePage(id));
  await expect(page.locator(".link-line")).toContainText(/^Its text has changed since/);
  await page.locator(".link-line").getByRole("link", { name: l.seeDifference }).click();
  await page.waitForURL("**/copies/**");
  await expect(page.locator(".difference del")).toHaveText(`${c.removed} half`);
  await expect(page.locator(".difference ins")).toHaveText(`${c.added} a third`);

  delete site.pages[path];
  await checkLinks(served, site);
  await untilStanding(api, id, "gone");
  await page.goto("/links?standing=gone");
  const entry = ui.entryOf(page, "A report that changes");
  await expect(entry).toContainText(/Gone since \d+ \w+ \d+/);
  await expect(entry).toContainText(l.copyKept);
  await page.goto("/links?standing=moved");
  await expect(page.getByText(links.emptyFilter)).toBeVisible();
  const { sha256 } = (await api.get(`/copies/${copyId}`)).body;
  const bytes = await (await fetch(`${served.origin}/copies/${copyId}/bytes`)).arrayBuffer();
  expect(createHash("sha256").update(Buffer.from(bytes)).digest("hex")).toBe(sha256);
  expect(Buffer.from(bytes).toString()).toContain("by half");
});

test("the front page says so where a forecast that is past due rests on such a page", async ({ page }) => {
  const path = "/behind-due";
  const { id } = await keep(path, "Behind what is due", OVERDUE);
  delete site.pages[path];
  await checkLinks(served, site);
  await untilStanding(api, id, "gone");
  await page.goto("/");
  await page.getByRole("link", { name: links.behindDueLink }).click();
  await page.waitForURL("**/links");
  await expect(ui.entryOf(page, "Behind what is due")).toBeVisible();
});

test.describe("where fetching is switched off", () => {
  const off = serve({ HINDCAST_FETCHING: "off" });

  test("it is said beside the evidence, and there is no form to ask for a visit", async ({
    page,
    browser,
  }) => {
    const [seeded] = (await apiAt(off).get(`/forecasts/${OVERDUE}/evidence`)).body.items;
    await page.goto(evidencePage(seeded.id));
    await expect(page.locator(".link-line")).toHaveText(`${l.notAsked} · ${l.off}`);
    await expect(page.getByRole("button", { name: c.lookFirst })).toHaveCount(0);
    const context = await browser.newContext({ locale: "zh-TW", baseURL: off.origin });
    const chinese = await context.newPage();
    await chinese.goto(evidencePage(seeded.id));
    await expect(chinese.locator(".link-line")).toContainText(zhHant.link.off);
    await context.close();
  });
});

for (const path of [
  "/copies/none",
  "/copies/%00",
  "/copies/..%2f..%2fetc",
  "/copies/none/bytes",
  "/copies/none/more",
]) {
  test(`${path} is a 404`, async () => {
    expect((await fetch(served.origin + path)).status).toBe(404);
  });
}
