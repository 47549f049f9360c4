import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import {
  aJudgement,
  answerOf,
  aPage,
  cite,
  entryOf,
  logForm,
  typeEvidence,
  typeVerdict,
  unfold,
  verdictForm,
} from "./support/typing.ts";

// The whole job, from a link to a verdict and back, through each of the doors that there are.

const served = serve();
const PAGE = forecastPage(AGENTIC);
const API = `/api/v1/forecasts/${AGENTIC}`;
const PARTLY = en.outcome.partly;

const claimOf = async (request: APIRequestContext): Promise<string> =>
  (await (await request.get(API)).json()).claim.en;

/** A saved form is answered by a 303; our script is told where to go. */
async function send(page: Page, button: string, said: string, status: 200 | 303) {
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: button, exact: true }).first().click();
  expect((await posted).status()).toBe(status);
  await expect(page).toHaveURL(/\?saved=.+#/);
  await expect(page.getByRole("status")).toContainText(said);
}

async function expectWaiting(page: Page, request: APIRequestContext, claim: string) {
  await page.goto("/");
  const inSection = (name: string) => page.getByRole("region", { name }).getByRole("link", { name: claim });
  await expect(inSection(en.queue.sections.due)).toBeVisible();
  await expect(inSection(en.queue.sections.resolved)).toHaveCount(0);
  await page.goto(PAGE);
  await expect(answerOf(page)).toContainText(en.forecast.notDecided);
  expect(await (await request.get(API)).json()).toMatchObject({ status: "due", verdict: null });
}

async function expectResolved(page: Page, request: APIRequestContext, claim: string, rationale: string) {
  const rowOf = (place: Page) => place.getByRole("listitem").filter({ hasText: claim });
  await page.goto("/");
  const section = (name: string) => page.getByRole("region", { name });
  await expect(section(en.queue.sections.resolved)).toContainText(claim);
  await expect(section(en.queue.sections.resolved)).toContainText(PARTLY);
  await expect(section(en.queue.sections.due)).not.toContainText(claim);
  await page.goto(PAGE);
  await expect(answerOf(page)).toContainText(PARTLY);
  await expect(answerOf(page)).toContainText(rationale);
  await page.goto("/timeline");
  await expect(rowOf(page).filter({ visible: true })).toContainText(PARTLY);
  await page.goto("/speakers/tri-dao");
  await expect(page.getByRole("link", { name: `${PARTLY} 1` })).toBeVisible();
  await expect(rowOf(page)).toContainText(PARTLY);
  const { status, verdict } = await (await request.get(API)).json();
  expect({ status, verdict }).toMatchObject({
    status: "resolved",
    verdict: { outcome: "partly", rationale, timing: { kind: "on-time", days: 0 } },
  });
}

async function expectInHistory(page: Page, by: string, reason: string) {
  for (const address of ["/history", PAGE]) {
    await page.goto(address);
    const steps = page.getByRole("listitem").filter({ hasText: en.history.by(by).join("") });
    const given = steps.filter({ hasText: en.history.actions["verdict-given"] });
    const withdrawn = steps.filter({ hasText: en.history.actions["verdict-withdrawn"] });
    await expect(given).toHaveCount(1);
    await expect(withdrawn).toHaveCount(1);
    await expect(withdrawn).toContainText(reason);
  }
}

const doors = [
  { door: "a browser", by: "Ada", javaScriptEnabled: true },
  { door: "a browser without script", by: "Ben", javaScriptEnabled: false },
];

const openedIn = (browser: Browser, javaScriptEnabled: boolean) =>
  browser.newContext({ javaScriptEnabled, baseURL: served.origin });

for (const { door, by, javaScriptEnabled } of doors) {
  test(`in ${door} a link is logged, a verdict given on it and withdrawn again`, async ({
    browser,
    request,
  }) => {
    const context = await openedIn(browser, javaScriptEnabled);
    const page = await context.newPage();
    const claim = await claimOf(request);
    const title = `What ${by} found`;
    const rationale = `Judged by ${by} on two of three counts.`;
    const reason = `${by} misread the second count.`;
    const status = javaScriptEnabled ? 200 : 303;

    await expectWaiting(page, request, claim);
    await typeEvidence(logForm(page), aPage({ url: `https://example.org/${by}`, title, by }));
    await send(page, en.evidence.submit, en.saved["evidence-logged"], status);
    await expect(entryOf(page, title)).toContainText(en.saved["evidence-logged"]);
    await expect(logForm(page).getByLabel(en.form.by)).toHaveValue(by);

    await typeVerdict(verdictForm(page), aJudgement({ rationale, by }));
    await cite(verdictForm(page), title);
    await send(page, en.verdict.submit, en.saved["verdict-given"], status);
    await expect(answerOf(page).getByRole("link", { name: title })).toBeVisible();
    await expectResolved(page, request, claim, rationale);

    await page.goto(PAGE);
    await unfold(answerOf(page), en.verdict.withdraw);
    await answerOf(page).getByLabel(en.verdict.withdrawReason).fill(reason);
    await send(page, en.verdict.withdrawSubmit, en.saved["verdict-withdrawn"], status);
    await expectWaiting(page, request, claim);
    await expectInHistory(page, by, reason);
    await context.close();
  });
}

test("through the API a link is logged, a verdict given on it and withdrawn again", async ({
  page,
  request,
}) => {
  const by = "Cleo";
  const claim = await claimOf(request);
  const { by: _, ...entry } = aPage({ url: `https://example.org/${by}` });
  const logged = await request.post(`${API}/evidence`, { data: { ...entry, by } });
  expect(logged.status()).toBe(201);
  const rationale = "Judged by Cleo on the numbers.";
  const judged = { ...aJudgement({ rationale, by }), evidenceIds: [(await logged.json()).id] };
  const given = await request.post(`${API}/verdicts`, { data: judged });
  expect(given.status()).toBe(201);
  await expectResolved(page, request, claim, rationale);

  const reason = "Cleo used the wrong numbers.";
  const { id } = await given.json();
  const withdrawal = await request.post(`${API}/verdicts/${id}/withdrawal`, { data: { reason, by } });
  expect(withdrawal.ok()).toBe(true);
  await expectWaiting(page, request, claim);
  await expectInHistory(page, by, reason);
  const { items } = await (await request.get(`${API}/history`)).json();
  expect(items.slice(0, 3)).toMatchObject([
    { action: "verdict-withdrawn", by, reason, forecast: AGENTIC },
    { action: "verdict-given", by, forecast: AGENTIC },
    { action: "evidence-logged", by, forecast: AGENTIC },
  ]);
});
