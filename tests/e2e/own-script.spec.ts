import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { untilStanding } from "./support/checking.ts";
import { AGENTIC, forecastPage, OVERDUE, serve } from "./support/server.ts";
import { aReport, serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";
import { foundIn, interview } from "./support/texts.ts";
import * as ui from "./support/typing.ts";

// What our script adds to the forms, and that it never writes over what was typed.

const site = serveSite({});
const served = serve(site.env);
const api = apiAt(served);
const { bareLink: b, editing, copies: c, reading: r } = en;
const field = (page: Page, name: string) => page.locator(`form [name="${name}"]:not([type="hidden"])`);

/** Has something wait until it is let go. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Waits until the page has done what it does about all that it was told: what it asks for now is answered after that. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await (await fetch("/healthz", { cache: "no-store" })).text();
  });

test("a form is sent once, however often it is pressed, says so meanwhile, and can be sent again later", async ({
  page,
}) => {
  const { opened, open } = gate();
  let posts = 0;
  await page.route("**/forms/**", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    posts += 1;
    await opened;
    await route.continue();
  });
  await page.goto(forecastPage(OVERDUE));
  const form = ui.logForm(page);
  await ui.typeEvidence(form, ui.aPage({ url: "https://example.org/once", title: "Sent once" }));
  const button = form.locator("button[type=submit]").last();
  // Asked within the page: while it is left, Playwright waits for the next one.
  const shown = await button.evaluate(async (pressed: HTMLButtonElement) => {
    pressed.click();
    pressed.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    pressed.form?.requestSubmit();
    return [pressed.textContent, pressed.disabled];
  });
  expect(shown).toEqual([en.form.sending, true]);
  open();
  await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
  expect(posts).toBe(1);
  await page.goBack();
  await expect(button).toHaveText(en.evidence.submit);
  await expect(button).toBeEnabled();
});

test("a refused form is gone to, also where the address leads to another part of the page", async ({
  page,
}) => {
  await page.goto(`${forecastPage(AGENTIC)}#log-evidence`);
  const form = ui.logForm(page);
  await form.getByLabel(en.evidence.publisher).fill("Example");
  await ui.press(form, en.evidence.submit);
  await expect(form.getByRole("alert")).toBeFocused();
  // Opened at a part of it, a browser stays there and goes to no fault by itself.
  const again = await page.context().newPage();
  await again.goto(`${page.url()}#log-evidence`);
  await expect(ui.logForm(again).getByRole("alert")).toBeFocused();
});

test("a page that the browser kept as it was left, or put back with its buttons off, can be sent again", async ({
  page,
}) => {
  await page.goto(forecastPage(OVERDUE));
  const form = ui.logForm(page);
  const button = form.locator("button[type=submit]").last();
  await ui.typeEvidence(form, ui.aPage({ url: "https://example.org/kept", title: "Kept as it was left" }));
  await ui.stayOn(page, async () => {
    await button.click();
    await expect(button).toBeDisabled();
  });
  await expect(button).toBeEnabled();
  await expect(button).toHaveText(en.evidence.submit);
  await button.evaluate((pressed: HTMLButtonElement) => pressed.toggleAttribute("disabled", true));
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow")));
  await expect(button).toBeEnabled();
});

test("ways to read words are asked for as a form asks them, and a choice among the same ones stays", async ({
  page,
}) => {
  const which = page.getByRole("group", { name: editing.readings.legend });
  await page.goto("/forecasts/new");
  await field(page, "saidOn").fill("2026-11-01");
  await field(page, "horizon").fill("next winter");
  await expect(which.getByRole("radio")).toHaveCount(3);
  const id = (await field(page, "horizon").getAttribute("id"))?.replace("horizon", "reading");
  expect(await which.getAttribute("id")).toBe(id);
  await which.getByRole("radio").nth(1).check();
  const answered = page.waitForResponse("**/forecasts/new/window?**");
  await field(page, "quote").fill("Said of next winter.");
  await (await answered).finished();
  await settled(page);
  await expect(which.getByRole("radio").nth(1)).toBeChecked();
  await field(page, "horizon").fill("within two years");
  await expect(which).toHaveCount(0);
  await expect(page.locator("[data-window]")).toContainText("1 Nov 2028");
});

test("of two answers about words the later one is shown, and none where the server is away", async ({
  page,
}) => {
  const { opened, open } = gate();
  const told = page.locator("[data-window]");
  await page.goto("/forecasts/new");
  await field(page, "saidOn").fill("2026-11-01");
  await page.route("**/forecasts/new/window?horizon=by+2030**", async (route) => {
    await opened;
    await route.continue();
  });
  const asked = page.waitForRequest("**/forecasts/new/window?horizon=by+2030**");
  await field(page, "horizon").fill("by 2030");
  await asked;
  await field(page, "horizon").fill("by 2031");
  await expect(told).toContainText("31 Dec 2031");
  const late = page.waitForResponse("**/forecasts/new/window?horizon=by+2030**");
  open();
  await (await late).finished();
  await settled(page);
  await expect(told).toContainText("31 Dec 2031");
  await page.route("**/forecasts/new/window?**", (route) => route.abort());
  const failed = page.waitForEvent("requestfailed");
  await field(page, "horizon").fill("by 2032");
  await failed;
  await settled(page);
  await expect(told).toContainText("31 Dec 2031");
});

test("words are read with a quote that is too long for an address", async ({ page }) => {
  await page.goto("/forecasts/new");
  await field(page, "saidOn").fill("2026-11-01");
  await field(page, "quote").fill("二零二六年以後的事。".repeat(400));
  await field(page, "horizon").fill("by 2033");
  await expect(page.locator("[data-window]")).toContainText("31 Dec 2033");
});

test("what is selected in a text does not take the place of what was typed", async ({ page }) => {
  site.pages["/typed"] = { html: aReport() };
  const { id } = await api.logPage(AGENTIC, { url: site.link("/typed"), title: "Typed beside" });
  const { copyId } = await untilStanding(api, id, "alive");
  await page.goto(`/copies/${copyId}`);
  const words = ui.formOf(page, c.markSubmit).getByLabel(c.markWords);
  const select = (from: number, to: number) =>
    page.evaluate(
      ([from, to]) => {
        const shown = document.querySelector("#copy-text");
        const text = shown && document.createTreeWalker(shown, NodeFilter.SHOW_TEXT).nextNode();
        if (text) document.getSelection()?.setBaseAndExtent(text, from, text, to);
      },
      [from, to] as const,
    );
  await select(0, 20);
  await expect(words).not.toHaveValue("");
  const first = await words.inputValue();
  await select(0, 30);
  await expect(words).not.toHaveValue(first);
  await words.fill("Typed by hand");
  await select(5, 25);
  await settled(page);
  await expect(words).toHaveValue("Typed by hand");
});

test("a page that takes long to be read is said to, and what was typed stays", async ({ page }) => {
  const { opened, open } = gate();
  site.pages["/slow"] = { html: aReport(), after: opened };
  await page.clock.install();
  await page.goto(forecastPage(AGENTIC));
  await ui.logForm(page).getByLabel(en.evidence.url, { exact: true }).fill(site.link("/slow"));
  await ui.press(ui.logForm(page), en.evidence.submit);
  await page.waitForURL("**/evidence/new?**");
  await field(page, "title").fill("Typed meanwhile");
  const notice = page.getByRole("status");
  await expect(notice.getByText(b.waiting)).toBeVisible();
  for (let looks = 0; looks < 20; looks++) {
    const answered = page.waitForResponse("**/api/v1/pages/**");
    await page.clock.runFor(2000);
    await (await answered).finished();
  }
  await expect(notice.getByText(b.late)).toBeVisible();
  await expect(notice.getByText(b.waiting)).toBeHidden();
  await expect(field(page, "title")).toHaveValue("Typed meanwhile");
  open();
});

test("who has chosen sentences is told by the way to others that they would be left behind", async ({
  page,
}) => {
  // So many that they do not go on one page.
  const text = Array.from(
    { length: 60 },
    (_, place) => `By ${2030 + place} there will be a ferry on line ${place}.`,
  ).join("\n\n");
  const source = await api.add("/sources", {
    ...{ title: "Many ferries", url: "https://example.org/many-ferries", publisher: "P", lang: "en" },
    ...{ publishedOn: "2026-03-10", text: `${text}\n\n${interview("ferry")}` },
  });
  await page.goto(`/sources/${source.slug}/read`);
  const onward = page.getByRole("navigation", { name: en.list.pages }).first().getByRole("link");
  await expect(onward).toHaveText(r.next, { useInnerText: true });
  const tick = foundIn(page, "on line 3.").getByRole("checkbox").first();
  await tick.check();
  await expect(onward).toHaveText(r.nextUnsaved, { useInnerText: true });
  await expect(page.locator(".chosen-bar").getByRole("button")).toHaveText([r.save, r.saveAndGoOn]);
  await tick.uncheck();
  await expect(onward).toHaveText(r.next, { useInnerText: true });
  await expect(page.locator(".chosen-bar")).toBeHidden();
});
