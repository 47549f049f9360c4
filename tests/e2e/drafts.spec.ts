import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { apiAt } from "./support/api.ts";
import { ask } from "./support/database.ts";
import { AGENTIC, forecastPage, OVERDUE, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// What was typed into a long form is kept in this browser until it is saved, and survives the switch of the language.

const served = serve();
const api = apiAt(served);
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
  // It is this form's own again: what is typed goes into it.
  await quote(page).fill("And more.");
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain("And more.");
  expect(await stored(page)).toBe(1);
});

test("what was typed at the very moment of leaving is kept", async ({ page }) => {
  await page.goto(NEW);
  // Within the page, as it says itself that it is left: no time goes by between the two.
  const keys = await claim(page).evaluate((field: HTMLTextAreaElement, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    window.dispatchEvent(new PageTransitionEvent("pagehide"));
    return Object.keys(localStorage);
  }, CLAIM);
  expect(keys.filter((key) => key.startsWith("hindcast-draft "))).toHaveLength(1);
  await page.goto(NEW);
  await ui.press(page, d.putBack);
  await expect(claim(page)).toHaveValue(CLAIM);
});

test("two tabs with the same form write over nothing of each other's", async ({ page }) => {
  await page.goto(NEW);
  const other = await page.context().newPage();
  await other.goto(NEW);
  await claim(page).fill("In one tab");
  await claim(other).fill("In the other");
  await expect.poll(() => stored(page)).toBe(2);
  await other.close();
  await page.goto(NEW);
  await expect(offer(page)).toHaveCount(2);
  await offer(page).last().getByRole("button", { name: d.putBack }).click();
  await expect(claim(page)).toHaveValue("In one tab");
});

test("what was sent and got no answer is recorded once, also from its draft on a page that is opened anew", async ({
  page,
}) => {
  const text = "Robots fold from a draft";
  await page.goto(NEW);
  await ui.typeForecast(page, text, "by 2030");
  await page.route("**/forms/**", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await ui.press(page, en.editing.submit);
  await expect(page.getByRole("alert")).toContainText(en.sending.lost);
  await page.unroute("**/forms/**");
  const again = await page.context().newPage();
  await page.close();
  await again.goto(NEW);
  await ui.press(again, d.putBack);
  await ui.press(again, en.editing.submit);
  await expect(again.getByRole("status")).toContainText(en.saved["forecast-recorded"]);
  const sql = "select count(*) as n from forecast_texts where claim = ?";
  expect(Number((await ask<{ n: unknown }>(served.database, sql, text))[0]?.n)).toBe(1);
  expect(await stored(again)).toBe(0);
});

test("a draft of a change takes nothing from what others changed meanwhile", async ({ page }) => {
  const edit = `${forecastPage(OVERDUE)}/edit`;
  await page.goto(edit);
  await quote(page).fill("Typed and left");
  await expect.poll(() => stored(page)).toBe(1);
  const { revision } = (await api.get(`/forecasts/${OVERDUE}`)).body;
  const changed = { revision, claim: { en: "Changed by somebody else" }, reason: "Misheard." };
  expect((await api.patch(`/forecasts/${OVERDUE}`, changed)).status).toBe(200);
  await page.goto(edit);
  await ui.press(page, d.putBack);
  await expect(quote(page)).toHaveValue("Typed and left");
  await expect(claim(page)).toHaveValue("Changed by somebody else");
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

test("a refused text keeps its draft, and taking it in drops the draft", async ({ page }) => {
  const r = en.reading;
  const title = page.locator('main [name="title"]');
  await page.goto("/sources/new");
  await title.fill("A talk that was begun");
  await page.locator('[name="publisher"]').fill("A publisher");
  await ui.press(page, r.submit);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.locator('[name="text"]').fill("We will open a second dock within two years.");
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain("second dock");
  expect(await stored(page)).toBe(1);
  await page.goto("/sources/new");
  await ui.press(page, d.putBack);
  await expect(title).toHaveValue("A talk that was begun");
  await page.locator('main [name="publishedOn"]').fill("2026-03-10");
  await ui.press(page, r.submit);
  await expect(page.getByRole("heading", { name: r.choose })).toBeVisible();
  expect(await stored(page)).toBe(0);
});

test("a page that is read first keeps the draft until it is logged", async ({ page }) => {
  const form = ui.logForm(page);
  await page.goto(forecastPage(AGENTIC));
  await form.getByLabel(en.evidence.url, { exact: true }).fill("https://example.org/read-first");
  await form.getByLabel(en.form.by).fill("Ada");
  await ui.press(form, en.evidence.submit);
  await page.waitForURL("**/evidence/new?**");
  await page.goto(forecastPage(AGENTIC));
  await ui.press(page, d.putBack);
  await expect(form.getByLabel(en.evidence.url, { exact: true })).toHaveValue(
    "https://example.org/read-first",
  );
  await ui.press(form, en.evidence.submit);
  await page.waitForURL("**/evidence/new?**");
  await ui.typeEvidence(page.locator("main form"), ui.aPage({ url: "https://example.org/read-first" }));
  await ui.press(page, en.evidence.submit);
  await expect(page.getByRole("status").first()).toContainText(en.saved["evidence-logged"]);
  expect(await stored(page)).toBe(0);
});

/** Has all drafts begun so many days ago. */
const age = (page: Page, days: number) =>
  page.evaluate((days) => {
    for (const [key, value] of Object.entries(localStorage)) {
      const begun = Date.now() - days * 24 * 60 * 60 * 1000;
      localStorage.setItem(key, value.replace(/"begun":\d+/, `"begun":${begun}`));
    }
  }, days);

test("drafts older than thirty days go, younger ones stay, and what is stored may be anything", async ({
  page,
}) => {
  await begin(page);
  await age(page, 29);
  await page.goto(NEW);
  await expect(offer(page)).toHaveCount(1);
  await age(page, 31);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(`${key}x`, "{broken");
  });
  await page.goto(NEW);
  await expect(claim(page)).toBeVisible();
  await expect.poll(() => stored(page)).toBe(0);
  await expect(offer(page)).toHaveCount(0);
});

/** What a browser does whose storage is full, and one that lets a site store nothing. */
const HINDERED = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  forbidden: () => {
    const get = () => {
      throw new DOMException("forbidden", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get });
  },
};

for (const [what, hinder] of Object.entries(HINDERED)) {
  test(`storage that is ${what} breaks nothing`, async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL });
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.addInitScript(hinder);
    await page.goto(forecastPage(AGENTIC));
    const typed = ui.aPage({ url: `https://example.org/${what}`, title: `Storage ${what}` });
    await ui.typeEvidence(ui.logForm(page), typed);
    await ui.press(page, en.nav.otherLanguage);
    await ui.press(page, zhHant.nav.otherLanguage);
    await ui.typeEvidence(ui.logForm(page), typed);
    await ui.press(ui.logForm(page), en.evidence.submit);
    await expect(ui.entryOf(page, typed.title)).toBeVisible();
    expect(errors).toEqual([]);
    await page.close();
  });
}

test("of more than twenty drafts the oldest go, and one that is too long stays as it was", async ({
  page,
}) => {
  await begin(page);
  await page.evaluate(() => {
    const [key = "", value = ""] = Object.entries(localStorage)[0] ?? [];
    for (let number = 0; number < 21; number += 1) {
      const begun = Date.now() - (number + 1) * 60_000;
      localStorage.setItem(key + number, value.replace(/"begun":\d+/, `"begun":${begun}`));
    }
  });
  await page.goto(NEW);
  await expect.poll(() => stored(page)).toBe(20);
  await expect(offer(page)).toHaveCount(3);
  await offer(page).first().getByRole("button", { name: d.putBack }).click();
  await quote(page).fill("x".repeat(200_001));
  await claim(page).fill("Beside what is too long");
  await page.reload();
  await expect(offer(page)).toHaveCount(3);
  await offer(page).first().getByRole("button", { name: d.putBack }).click();
  await expect(claim(page)).toHaveValue(CLAIM);
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
