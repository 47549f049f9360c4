import type { Locator, Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { ask, removeDatabase, seededDatabase } from "./support/database.ts";
import { AGENTIC, forecastPage, PINNED, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// A form whose sending fails stays as it was filled in, says what happened and what to do, and is recorded once.

const served = serve();
const FORM = "**/forms/**";
const s = en.sending;
let number = 0;

/** A page of a test's own, typed into the form that logs evidence. */
async function typeOne(page: Page, origin = "") {
  number += 1;
  const typed = ui.aPage({
    url: `https://example.org/lost-${number}`,
    title: `Lost ${number}`,
    summary: `What report ${number} says.`,
  });
  await page.goto(origin + forecastPage(AGENTIC));
  const form = ui.logForm(page);
  await ui.typeEvidence(form, typed);
  return { typed, form };
}

const send = (form: Locator) => ui.press(form, en.evidence.submit);

async function expectKept(form: Locator, typed: ui.EvidenceTyped, message: string) {
  const box = form.getByRole("alert");
  await expect(box).toContainText(message);
  await expect(box).toContainText(en.form.nothingLost);
  await expect(box).toBeFocused();
  await expect(form.getByLabel(en.evidence.pageTitle)).toHaveValue(typed.title);
  await expect(form.getByLabel(en.evidence.summary)).toHaveValue(typed.summary);
  await expect(form.getByRole("radio", { name: en.stance[typed.stance] })).toBeChecked();
  await expect(form.getByRole("button", { name: en.evidence.submit })).toBeEnabled();
}

async function countOf({ summary }: ui.EvidenceTyped, database = served.database): Promise<number> {
  const sql = "select count(*) as n from evidence where summary = ?";
  const [row] = await ask<{ n: unknown }>(database, sql, summary);
  return Number(row?.n);
}

/** Sends what failed before, and finds it on record once. */
async function sendAgain(page: Page, form: Locator, typed: ui.EvidenceTyped, database?: string) {
  await send(form);
  await expect(ui.entryOf(page, typed.title)).toBeVisible();
  expect(await countOf(typed, database)).toBe(1);
}

test("offline, the form says so and stays, and is saved once the connection is back", async ({
  page,
  context,
}) => {
  const { form, typed } = await typeOne(page);
  await context.setOffline(true);
  await send(form);
  await expectKept(form, typed, s.offline);
  // Once more, and it is said once.
  await send(form);
  await expectKept(form, typed, s.offline);
  await context.setOffline(false);
  await sendAgain(page, form, typed);
});

for (const [what, status, body, message] of [
  ["a proxy without a server behind it", 502, "<h1>Bad Gateway</h1>", s.late],
  ["a proxy that waited too long", 504, "<h1>Gateway Time-out</h1>", s.late],
  ["a proxy whose server is not ready", 503, "<h1>Unavailable</h1>", s.notReady],
  ["a proxy that takes less", 413, "<h1>Too Large</h1>", s.tooLarge],
  ["a proxy that refuses", 403, "<h1>Forbidden</h1>", s.refused],
  ["a server that breaks", 500, "Internal Server Error", s.other("500")],
  ["somebody else's page", 200, "<h1>Welcome to our network</h1>", s.other("200")],
  ["the server that says why", 503, JSON.stringify({ message: "Wait a bit." }), "Wait a bit."],
] as const) {
  test(`answered by ${what} (${status}), the form says so and stays, and is saved when it is sent again`, async ({
    page,
  }) => {
    const { form, typed } = await typeOne(page);
    await page.route(FORM, (route) => route.fulfill({ status, body, contentType: "text/html" }));
    await send(form);
    await expectKept(form, typed, message);
    await page.unroute(FORM);
    await sendAgain(page, form, typed);
  });
}

test("led elsewhere, as to a page for logging in, the form stays and says so", async ({ page }) => {
  const { form, typed } = await typeOne(page);
  await page.route(FORM, (route) => route.fulfill({ status: 302, headers: { location: "/healthz" } }));
  await send(form);
  await expectKept(form, typed, s.other("0"));
});

/** Has the page's time go on only where a test says so: however slow the machine is, none of it goes by. */
const stopClock = async (page: Page) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
};

test("without an answer in time, the form says so and stays; its button is off meanwhile", async ({
  page,
}) => {
  const { form, typed } = await typeOne(page);
  await stopClock(page);
  await page.route(FORM, () => undefined);
  await send(form);
  await expect(form.getByRole("button", { name: en.form.sending })).toBeDisabled();
  await page.clock.fastForward(29_000);
  await expect(form.getByRole("alert")).toHaveCount(0);
  await page.clock.fastForward(2000);
  await expectKept(form, typed, s.late);
  await page.clock.resume();
  await page.unroute(FORM);
  await sendAgain(page, form, typed);
});

test("what takes a slow line long to send is waited for longer", async ({ page }) => {
  const { form } = await typeOne(page);
  await stopClock(page);
  await form.getByLabel(en.evidence.summary).fill("x".repeat(900_000));
  await page.route(FORM, () => undefined);
  await send(form);
  await expect(form.getByRole("button", { name: en.form.sending })).toBeDisabled();
  await page.clock.fastForward(59_000);
  await expect(form.getByRole("button", { name: en.form.sending })).toBeDisabled();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await page.clock.fastForward(2000);
  await expect(form.getByRole("alert")).toContainText(s.late);
  await page.clock.resume();
});

/** Has the server take what is sent, and the answer get lost. */
const loseAnswers = (page: Page, where = FORM) =>
  page.route(where, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });

test("sent again after an answer that got lost, it is recorded once and leads to what was recorded", async ({
  page,
}) => {
  const { form, typed } = await typeOne(page);
  await loseAnswers(page);
  await send(form);
  await expectKept(form, typed, s.lost);
  expect(await countOf(typed)).toBe(1);
  await page.unroute(FORM);
  await sendAgain(page, form, typed);
  await expect(page.getByRole("status").first()).toContainText(en.saved["evidence-logged"]);
});

test("changed after an answer that got lost, it is not saved over what was recorded, and says that it was", async ({
  page,
}) => {
  const { form, typed } = await typeOne(page);
  await loseAnswers(page);
  await send(form);
  await expectKept(form, typed, s.lost);
  await page.unroute(FORM);
  await form.getByLabel(en.evidence.summary).fill("Something else.");
  await send(form);
  await expect(form.getByRole("alert")).toContainText(en.form.sentBefore);
  await expect(form.getByLabel(en.evidence.summary)).toHaveValue("Something else.");
  expect(await countOf(typed)).toBe(1);
});

/** How many forecasts have this claim: nothing but the key keeps two alike from being recorded. */
async function forecastsOf(claim: string): Promise<number> {
  const sql = "select count(*) as n from forecast_texts where claim = ?";
  return Number((await ask<{ n: unknown }>(served.database, sql, claim))[0]?.n);
}

test("a forecast whose answer got lost is recorded once, and one that was changed since is another", async ({
  page,
}) => {
  const [first, changed] = ["Robots fold what got lost", "Robots fold what was changed"];
  const record = () => ui.press(page, en.editing.submit);
  const recorded = () => expect(page.getByRole("status")).toContainText(en.saved["forecast-recorded"]);
  for (const claim of [first, changed]) {
    await page.goto("/forecasts/new");
    await ui.typeForecast(page, first, "by 2030");
    await loseAnswers(page);
    await record();
    await expect(page.getByRole("alert")).toContainText(s.lost);
    await page.unroute(FORM);
    await page.locator('[name="claim.en"]').fill(claim);
    await record();
    if (claim === changed) {
      await expect(page.getByRole("alert")).toContainText(en.form.sentBefore);
      await record();
    }
    await recorded();
  }
  // The one whose claim was changed was recorded before that, too.
  expect([await forecastsOf(first), await forecastsOf(changed)]).toEqual([2, 1]);
});

test("a text whose answer got lost is taken in once", async ({ page }) => {
  const r = en.reading;
  await page.goto("/sources/new");
  await page.locator('[name="text"]').fill("We will open a second dock within two years.");
  await page.locator('main [name="title"]').fill("A talk that got lost");
  await page.locator('[name="publisher"]').fill("A publisher");
  await page.locator('main [name="publishedOn"]').fill("2026-03-10");
  await loseAnswers(page, "**/sources/new/read?*");
  await ui.press(page, r.submit);
  await expect(page.getByRole("alert")).toContainText(s.lost);
  await page.unroute("**/sources/new/read?*");
  await ui.press(page, r.submit);
  await expect(page.getByRole("heading", { name: r.choose })).toBeVisible();
  const sql = "select count(*) as n from sources where title = ?";
  const [row] = await ask<{ n: unknown }>(served.database, sql, "A talk that got lost");
  expect(Number(row?.n)).toBe(1);
});

test("a double click makes one record", async ({ page }) => {
  const { form, typed } = await typeOne(page);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await form.getByRole("button", { name: en.evidence.submit, exact: true }).dblclick();
  await expect(ui.entryOf(page, typed.title)).toBeVisible();
  expect([sent, await countOf(typed)]).toEqual([1, 1]);
});

test("a page that is asked for anew by going back makes another record of something else", async ({
  page,
}) => {
  const { form, typed } = await typeOne(page);
  await send(form);
  await expect(ui.entryOf(page, typed.title)).toBeVisible();
  await page.goBack();
  await expect(form.getByRole("button", { name: en.evidence.submit })).toBeEnabled();
  await ui.typeEvidence(form, { ...typed, url: `${typed.url}-again`, title: `${typed.title} again` });
  await send(form);
  await expect(ui.entryOf(page, `${typed.title} again`)).toBeVisible();
});

test("a page that the browser kept as it was left makes another record of something else", async ({
  page,
}) => {
  const { form, typed } = await typeOne(page);
  await ui.stayOn(page, () => send(form));
  await expect(form.getByRole("button", { name: en.evidence.submit })).toBeEnabled();
  expect(await countOf(typed)).toBe(1);
  await ui.typeEvidence(form, { ...typed, url: `${typed.url}-again`, title: `${typed.title} again` });
  await send(form);
  await expect(ui.entryOf(page, `${typed.title} again`)).toBeVisible();
});

test("the very same sent once more from a page that is come back to is the same record", async ({ page }) => {
  const claim = "Robots fold it once more";
  const record = async () => {
    await ui.typeForecast(page, claim, "by 2030");
    await ui.press(page, en.editing.submit);
    await expect(page.getByRole("status")).toContainText(en.saved["forecast-recorded"]);
  };
  await page.goto("/forecasts/new");
  await record();
  const recorded = page.url();
  await page.goBack();
  // A browser puts back a part of it.
  await record();
  expect(page.url()).toBe(recorded);
  expect(await forecastsOf(claim)).toBe(1);
  // Opened anew, the form is another one.
  await page.goto("/forecasts/new");
  await record();
  expect(await forecastsOf(claim)).toBe(2);
});

test.describe("a server that is stopped and started again", () => {
  const again: { database: string; server?: RunningServer } = { database: "" };
  const start = async (port = 0) => {
    const env = { ...PINNED, DATABASE_URL: again.database };
    again.server = await startServer({ prepare: false, port, env });
    return again.server.origin;
  };
  test.beforeAll(async () => {
    again.database = await seededDatabase();
  });
  test.afterAll(async () => {
    await again.server?.stop();
    await removeDatabase(again.database);
  });

  test("while a form is filled in, loses nothing: it says so, and saves it once it is back", async ({
    page,
  }) => {
    const origin = await start();
    const { form, typed } = await typeOne(page, origin);
    await again.server?.stop();
    await send(form);
    await expectKept(form, typed, s.lost);
    await start(Number(new URL(origin).port));
    await sendAgain(page, form, typed, again.database);
  });

  for (const hasScript of [true, false]) {
    test(`as another version while a form is filled in, loses nothing, ${hasScript ? "with" : "without"} the script of the one before`, async ({
      page,
    }) => {
      await again.server?.stop();
      const origin = await start();
      // The version before has a field that there is no more, and a script at an address of its own.
      await page.route(`**${forecastPage(AGENTIC)}`, async (route) => {
        const response = await route.fetch();
        const html = (await response.text())
          .replace(/(<form[^>]*log-evidence[^>]*>)/, '$1<input name="mood">')
          .replaceAll(/\/script\/\w+\.js/g, (address) => (hasScript ? address : "/script/of-before.js"));
        await route.fulfill({ response, body: html });
      });
      const { form, typed } = await typeOne(page, origin);
      await page.unroute(`**${forecastPage(AGENTIC)}`);
      await form.locator('[name="mood"]').fill("Typed into what went");
      await again.server?.stop();
      await start(Number(new URL(origin).port));
      await send(form);
      const box = form.getByRole("alert");
      await expect(box).toContainText("mood");
      await expect(box).toContainText("Typed into what went");
      await expectKept(form, typed, en.form.faults(1));
      await sendAgain(page, form, typed, again.database);
    });
  }
});
