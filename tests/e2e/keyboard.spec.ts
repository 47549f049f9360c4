import type { Locator, Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { addressOf, decide, unfoldAll } from "./support/pages.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { answerOf, entryOf, formOf } from "./support/typing.ts";

// Whoever has no mouse reaches every action, in the order of the page, and sees where they are.

const served = serve();
test.beforeAll(() => decide(apiAt(served)));

/** Numbers everything that can be used, in the order of the page; a group of radio buttons is one stop. */
const numberStops = (page: Page) =>
  page.evaluate(() => {
    const usable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const stops = [...document.querySelectorAll<HTMLElement>(usable)].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
      const group = element.form?.elements.namedItem(element.name);
      const choices = group instanceof RadioNodeList ? [...group] : [];
      const chosen = choices.find((choice) => choice instanceof HTMLInputElement && choice.checked);
      return element === (chosen ?? choices[0]);
    });
    for (const [number, element] of stops.entries()) element.dataset.stop = String(number);
    return stops.map((element) => element.outerHTML.slice(0, 90));
  });

/** The stop that has the focus, and whether one can see that it has. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const isOutlined =
      (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    return { stop: Number(element.dataset.stop ?? -1), isSeen: isOutlined && width > 0 && height > 0 };
  });

const WALKED = [
  "the queue",
  "all forecasts",
  "a forecast within grace",
  "an undated forecast under review",
  "a decided forecast",
  "an entry of evidence",
  "the timeline",
  "the history",
  "a form for a text",
  "the sentences of a text",
  "the text of a source",
  "a speaker",
];

for (const what of WALKED) {
  test(`on ${what} Tab reaches everything in order, and shows where it is`, async ({ page }) => {
    await page.goto(addressOf(what));
    await unfoldAll(page);
    const stops = await numberStops(page);
    const reached: number[] = [];
    const seen = new Set<number>();
    // A field for a day has several stops of its own, the last of which the browser draws.
    for (let presses = 0; presses < stops.length * 4; presses++) {
      await page.keyboard.press("Tab");
      const here = await focused(page);
      if (here === null) break;
      if (here.stop !== reached.at(-1)) reached.push(here.stop);
      if (here.isSeen) seen.add(here.stop);
    }
    expect(reached.map((stop) => stops[stop])).toEqual(stops);
    expect(stops.filter((_, number) => !seen.has(number))).toEqual([]);
  });
}

test("the first Tab offers to skip to the content", async ({ page }) => {
  await page.goto("/forecasts");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: en.nav.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

async function tabTo(page: Page, place: Locator) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${place}`);
}

async function typeInto(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** The nth of a group's choices: Tab leads to the first, the arrow keys to the others. */
async function choose(page: Page, form: Locator, group: string, nth: number) {
  const choices = form.getByRole("group", { name: group }).getByRole("radio");
  await tabTo(page, choices.first());
  await page.keyboard.press("Space");
  for (let step = 1; step < nth; step++) await page.keyboard.press("ArrowDown");
  await expect(choices.nth(nth - 1)).toBeChecked();
}

async function press(page: Page, form: Locator, button: string) {
  await tabTo(page, form.getByRole("button", { name: button, exact: true }));
  await page.keyboard.press("Enter");
}

test("evidence is logged and the verdict given and withdrawn by keyboard alone", async ({ page }) => {
  const { evidence, verdict } = en;
  await page.goto("/");
  const row = page.getByRole("listitem").filter({ has: page.locator(`[href^="${forecastPage(AGENTIC)}"]`) });
  await tabTo(page, row.getByRole("link", { name: en.queue.logEvidence }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#log-evidence$/);

  const log = formOf(page, evidence.submit);
  await typeInto(page, log.getByLabel(evidence.url, { exact: true }), "https://example.org/keys");
  await typeInto(page, log.getByLabel(evidence.pageTitle), "By keyboard");
  await typeInto(page, log.getByLabel(evidence.publisher), "Example");
  await typeInto(page, log.getByLabel(evidence.publishedOn), "08012026");
  await choose(page, log, evidence.stance, 2);
  await choose(page, log, evidence.strength, 3);
  await typeInto(page, log.getByLabel(evidence.summary), "It can be done.");
  await typeInto(page, log.getByLabel(en.form.by), "Ada");
  await press(page, log, evidence.submit);
  await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
  await expect(entryOf(page, "By keyboard")).toContainText("1 Aug 2026");

  const judge = formOf(page, verdict.submit);
  await choose(page, judge, verdict.outcome, 2);
  await typeInto(page, judge.getByLabel(verdict.happenedOn), "08012026");
  await typeInto(page, judge.getByLabel(verdict.knownOn), "11012026");
  await typeInto(page, judge.getByLabel(verdict.rationale, { exact: true }), "One of two.");
  await tabTo(page, judge.getByRole("checkbox", { name: "By keyboard" }));
  await page.keyboard.press("Space");
  await press(page, judge, verdict.submit);
  await expect(page.getByRole("status")).toContainText(en.saved["verdict-given"]);
  await expect(answerOf(page)).toContainText(en.outcome.partly);

  await page.goto(forecastPage(AGENTIC));
  await tabTo(page, answerOf(page).locator("summary"));
  await page.keyboard.press("Enter");
  await typeInto(page, answerOf(page).getByLabel(verdict.withdrawReason), "Only to try.");
  await press(page, answerOf(page), verdict.withdrawSubmit);
  await expect(page.getByRole("status")).toContainText(en.saved["verdict-withdrawn"]);
});
