import type { BrowserContext, Page } from "@playwright/test";
import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { rounds } from "../support/rounds.ts";
import { A_PAGE, A_VERDICT, apiAt } from "./support/api.ts";
import { ask, removeDatabase, seededDatabase } from "./support/database.ts";
import { fillIn, formAt, placeOfButton, type Values } from "./support/fill-in.ts";
import { forecastPage, OVERDUE, PINNED, UNDATED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// However often a form is sent, and through how many servers, it makes one record. 21 tries here; the long run makes 504.

const ROUNDS = rounds(1, 24);
/** Forecasts that take a judgement; each round goes to another one, so that no page becomes long. */
const SLUGS = [OVERDUE, UNDATED, "open-closed-closer-1y", "kernel-2x", "model-level-2-3x"];

/** A form, and how it is found again what it made. */
interface Form {
  readonly what: string;
  readonly name: string;
  readonly page: (slug: string) => string;
  readonly values: (mark: string) => Values;
  /** What was made of it has an id. */
  readonly made: string;
  readonly undo?: (slug: string, id: string) => Promise<unknown>;
}

const servers: RunningServer[] = [];
const started = (place: number): RunningServer => {
  const server = servers[place];
  if (server === undefined) throw new Error("There is no such server");
  return server;
};
const origin = () => started(0).origin;
let database = "";

const FORMS: readonly Form[] = [
  {
    what: "a forecast",
    name: "record-forecast",
    page: () => "/forecasts/new",
    values: (mark) => ({
      quote: `Robots will fold your laundry by 2030, ${mark}.`,
      ...{ source: "tri-dao-unsupervised-learning-2025", speaker: "tri-dao", saidOn: "2026-11-01" },
      ...{ horizon: "by 2030", "claim.en": mark, "criteria.trueIf.en": "Half of all homes have one." },
      by: "Ada",
    }),
    made: "select forecast_id as id from forecast_texts where claim = ?",
  },
  {
    what: "evidence",
    name: "log-evidence",
    page: forecastPage,
    values: (mark) => ({
      ...A_PAGE,
      url: `https://example.org/${encodeURIComponent(mark)}`,
      summary: mark,
      by: "Ada",
    }),
    made: "select id from evidence where summary = ?",
  },
  {
    what: "a verdict",
    name: "give-verdict",
    page: forecastPage,
    values: (mark) => ({
      ...{ outcome: A_VERDICT.outcome, knownOn: A_VERDICT.knownOn, rationale: mark },
      ...{ withoutEvidenceReason: A_VERDICT.withoutEvidenceReason, by: "Ada" },
    }),
    made: "select id from verdicts where rationale = ?",
    undo: (slug, id) => apiAt({ origin: origin() }).withdrawVerdict(slug, id, "For the next try."),
  },
];

/** One try: a page with the form, opened and filled in. */
interface Try {
  readonly page: Page;
  readonly form: Form;
  readonly fill: (page: Page) => Promise<void>;
}

/**
 * Whether a page says that something was saved, or shows the form again. It is looked for again and again: a navigation
 * may take the place of another.
 */
const answered = (page: Page) => expect(page).toHaveURL(/[?&](saved|refused)=/, { timeout: 60_000 });
const saved = (page: Page) => expect(page).toHaveURL(/[?&]saved=/, { timeout: 60_000 });

async function press(page: Page, form: Form): Promise<void> {
  await page.mouse.click(...(await placeOfButton(page, form.name)));
}

/** A way to send a form more often than once. */
type Way = (one: Try) => Promise<void>;

const doubleClick: Way = async ({ page, form }) => {
  await page.mouse.dblclick(...(await placeOfButton(page, form.name)));
  await saved(page);
};

const enterAndClick: Way = async ({ page, form }) => {
  const place = await placeOfButton(page, form.name);
  await formAt(page, form.name)
    .locator('input[name="by"]')
    .evaluate((field: HTMLInputElement) => field.focus({ preventScroll: true }));
  await Promise.all([page.keyboard.press("Enter"), page.mouse.click(...place)]);
  await saved(page);
};

/** Once more while the server answers, as somebody without script does who sees nothing happen. */
const impatient: Way = async ({ page, form }) => {
  const place = await placeOfButton(page, form.name);
  const taken = Promise.withResolvers<void>();
  const again = Promise.withResolvers<void>();
  let sent = 0;
  await page.route("**/forms/**", async (route) => {
    sent += 1;
    if (sent > 1) {
      again.resolve();
      return route.continue();
    }
    await route.fetch({ maxRedirects: 0 });
    taken.resolve();
    await again.promise;
    // The browser has given it up for the second one.
    await route.abort().catch(() => undefined);
  });
  await page.mouse.click(...place);
  await taken.promise;
  await page.mouse.click(...place);
  await saved(page);
  await page.unroute("**/forms/**");
};

const lostAndAgain: Way = async ({ page, form }) => {
  let isFirst = true;
  await page.route("**/forms/**", async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await press(page, form);
  await expect(formAt(page, form.name).getByRole("alert")).toBeVisible();
  await press(page, form);
  await saved(page);
  await page.unroute("**/forms/**");
};

const backAndAgain: Way = async ({ page, form, fill }) => {
  await press(page, form);
  await saved(page);
  await page.goBack();
  await fill(page);
  await press(page, form);
  await answered(page);
};

/** The same page through the other server, sent at the same moment with the same words under the same key. */
const throughTwo: Way = async ({ page, form, fill }) => {
  const other = await page.context().newPage();
  await other.goto(page.url().replace(origin(), started(1).origin));
  await fill(other);
  const keyIn = (of: Page) => formAt(of, form.name).locator('[name="sent-as"]');
  const key = await keyIn(page).inputValue();
  await keyIn(other).evaluate((field: HTMLInputElement, key) => {
    field.value = key;
  }, key);
  const both = [page, other];
  const places = await Promise.all(both.map((one) => placeOfButton(one, form.name)));
  await Promise.all(both.map((one, place) => one.mouse.click(...(places[place] ?? [0, 0]))));
  await Promise.all(both.map(saved));
  const [here, there] = both.map((one) => new URL(one.url()));
  expect(there?.pathname, "both are led to the same record").toBe(here?.pathname);
  await other.close();
};

test.beforeAll(async () => {
  database = await seededDatabase();
  const env = { ...PINNED, DATABASE_URL: database };
  for (const _ of [1, 2]) servers.push(await startServer({ prepare: false, env }));
});
test.afterAll(async () => {
  for (const server of servers) await server.stop();
  await removeDatabase(database);
});

const made = (form: Form, mark: string) => ask<{ id: string }>(database, form.made, mark);

for (const [what, way, javaScriptEnabled] of [
  ["a double click", doubleClick, true],
  ["a double click without script", doubleClick, false],
  ["Enter and a click", enterAndClick, true],
  ["impatience without script", impatient, false],
  ["an answer that gets lost, and again", lostAndAgain, true],
  ["back, and the same again", backAndAgain, true],
  ["through two servers at once", throughTwo, true],
] as const) {
  test(`${what} makes one record, ${ROUNDS * FORMS.length} times over`, async ({ browser }) => {
    test.setTimeout(60_000 + ROUNDS * FORMS.length * 30_000);
    const context: BrowserContext = await browser.newContext({
      baseURL: origin(),
      javaScriptEnabled,
      viewport: { width: 1000, height: 900 },
    });
    const page = await context.newPage();
    let sendings = 0;
    context.on("request", (request) => {
      if (request.method() === "POST") sendings += 1;
    });
    const marks: [Form, string][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const form of FORMS) {
        const mark = `${form.what}: ${what}, ${round}`;
        const slug = SLUGS[round % SLUGS.length] ?? OVERDUE;
        const fill = (of: Page) => fillIn(of, form.name, form.values(mark));
        await page.goto(form.page(slug));
        await fill(page);
        await way({ page, form, fill });
        const rows = await made(form, mark);
        expect(rows, mark).toHaveLength(1);
        await form.undo?.(slug, rows[0]?.id ?? "");
        marks.push([form, mark]);
      }
    }
    // Whatever was still on its way has come by now.
    let records = 0;
    for (const [form, mark] of marks) records += (await made(form, mark)).length;
    expect(records).toBe(marks.length);
    console.log(`${what}: ${marks.length} tries, ${sendings} sendings, ${records} records`);
    await context.close();
  });
}
