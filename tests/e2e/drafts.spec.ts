import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { AGENTIC, forecastPage, OVERDUE, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// What was typed into a long form is kept in this browser until it is saved, and survives the switch of the language.

serve();
const d = en.drafts;
const NEW = "/forecasts/new";
const CLAIM = "Agents will plan most holidays by 2028";

const claim = (page: Page) => page.locator('[name="claim.en"]');
const quote = (page: Page) => page.locator('[name="quote"]');
const offer = (page: Page) => page.locator(".draft");
const stored = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("hindcast-draft ")).length);

/** Types into the form of a new forecast until it is stored. */
async function begin(page: Page, text = CLAIM): Promise<void> {
  await page.goto(NEW);
  await claim(page).fill(text);
  await page.getByRole("radio", { name: en.editing.languages["zh-Hant"] }).check();
  await expect.poll(() => stored(page)).toBeGreaterThan(0);
}

test("a form that was left is offered back, never put in by itself, and put back whole", async ({ page }) => {
  await begin(page);
  await page.goto(NEW);
  await expect(offer(page)).toContainText(/You began to fill this in on \d{1,2} \w{3} \d{4}, \d{2}:\d{2}/);
  await expect(claim(page)).toHaveValue("");
  await ui.press(page, d.putBack);
  await expect(offer(page)).toHaveCount(0);
  await expect(claim(page)).toHaveValue(CLAIM);
  await expect(page.getByRole("radio", { name: en.editing.languages["zh-Hant"] })).toBeChecked();
  expect(await stored(page)).toBe(1);
});

test("what is typed beside an offer takes nothing from it", async ({ page }) => {
  await begin(page);
  await page.goto(NEW);
  await expect(offer(page)).toBeVisible();
  await quote(page).fill("Something else.");
  await expect.poll(() => stored(page)).toBe(2);
  await page.goto(NEW);
  await expect(offer(page)).toHaveCount(2);
});

test("a draft that is thrown away is gone", async ({ page }) => {
  await begin(page);
  await page.goto(NEW);
  await ui.press(page, d.throwAway);
  await expect(offer(page)).toHaveCount(0);
  expect(await stored(page)).toBe(0);
  await page.goto(NEW);
  await expect(claim(page)).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
});

test("what is taken out again leaves no draft, and a form is offered none of another page", async ({
  page,
}) => {
  await begin(page);
  await page.goto(forecastPage(OVERDUE));
  await expect(offer(page)).toHaveCount(0);
  await page.goto(NEW);
  await ui.press(page, d.putBack);
  await page.reload();
  await page.goto(NEW);
  await ui.press(page, d.throwAway);
  await claim(page).fill("x");
  await expect.poll(() => stored(page)).toBe(1);
  await claim(page).fill("");
  await expect.poll(() => stored(page)).toBe(0);
});

test("a refused form keeps its draft, and saving it drops the draft", async ({ page }) => {
  await page.goto(forecastPage(AGENTIC));
  const form = ui.logForm(page);
  await ui.typeEvidence(form, ui.aPage({ publisher: "" }));
  await ui.press(form, en.evidence.submit);
  await expect(form.getByRole("alert")).toContainText(en.form.faults(1));
  expect(await stored(page)).toBe(1);
  await form.getByLabel(en.evidence.summary).fill("Looked at again.");
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join()))
    .toContain("Looked at again.");
  await page.goto(forecastPage(AGENTIC));
  await ui.press(page, d.putBack);
  await expect(form.getByLabel(en.evidence.pageTitle)).toHaveValue(ui.aPage().title);
  await expect(form.getByLabel(en.evidence.summary)).toHaveValue("Looked at again.");
  await form.getByLabel(en.evidence.publisher).fill("Example Review");
  await ui.press(form, en.evidence.submit);
  await expect(page.getByRole("status").first()).toContainText(en.saved["evidence-logged"]);
  expect(await stored(page)).toBe(0);
  await expect(offer(page)).toHaveCount(0);
});

test("drafts older than thirty days go, and what is stored may be anything", async ({ page }) => {
  await begin(page);
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(localStorage)) {
      const old = Date.now() - 31 * 24 * 60 * 60 * 1000;
      localStorage.setItem(key, value.replace(/"begun":\d+/, `"begun":${old}`));
      localStorage.setItem(`${key}x`, "{broken");
    }
  });
  await page.goto(NEW);
  await expect(claim(page)).toBeVisible();
  await expect.poll(() => stored(page)).toBe(0);
  await expect(offer(page)).toHaveCount(0);
});

test("storage that is full or forbidden breaks nothing", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL });
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    const forbidden = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Storage.prototype.setItem = forbidden;
    Storage.prototype.getItem = forbidden;
    Object.defineProperty(window, "sessionStorage", { get: forbidden });
  });
  await page.goto(forecastPage(AGENTIC));
  const typed = ui.aPage({ url: "https://example.org/full", title: "No room" });
  await ui.typeEvidence(ui.logForm(page), typed);
  await ui.press(ui.logForm(page), en.evidence.submit);
  await expect(ui.entryOf(page, "No room")).toBeVisible();
  expect(errors).toEqual([]);
  await page.close();
});

test("a form that is filled in halfway survives the switch of the language, long or not, and folded away", async ({
  page,
}) => {
  const edit = `${forecastPage(AGENTIC)}/edit`;
  await page.goto(edit);
  const before = await quote(page).inputValue();
  await quote(page).fill("Half of it");
  const negative = page.locator('[name="negative"][value="yes"]');
  await negative.check();
  const reason = page.locator('form[action*="/withdraw-forecast/"] [name="reason"]');
  await reason.evaluate((field: HTMLTextAreaElement) => {
    for (let at = field.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
      at.open = true;
  });
  await reason.fill("Because");
  await ui.press(page, en.nav.otherLanguage);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(quote(page)).toHaveValue("Half of it");
  await expect(negative).toBeChecked();
  await expect(reason).toBeVisible();
  await expect(reason).toHaveValue("Because");
  await expect(offer(page)).toHaveCount(0);
  // Once: who loads the page anew is asked.
  await page.goto(edit);
  await expect(offer(page)).toContainText(zhHant.drafts.begun("").slice(-8));
  await expect(quote(page)).toHaveValue(before);
});

test("a refused form survives the switch of the language with what was typed since", async ({ page }) => {
  await page.goto(forecastPage(AGENTIC));
  await ui.typeEvidence(ui.logForm(page), ui.aPage({ publisher: "" }));
  await ui.press(ui.logForm(page), en.evidence.submit);
  await expect(ui.logForm(page).getByRole("alert")).toBeVisible();
  await page.locator('[name="summary"]').fill("Typed since");
  await ui.press(page, en.nav.otherLanguage);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(page.locator('[name="summary"]')).toHaveValue("Typed since");
  await expect(page.locator('form[action^="/forms/log-evidence/"] [name="title"]')).toHaveValue(
    ui.aPage().title,
  );
});
