import { en } from "#messages/en.ts";
import { apiAt } from "./support/api.ts";
import { AGENTIC, forecastPage, OVERDUE, serve, UNDATED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// What each form does when it is filled in well. Each test has a forecast of its own.

const served = serve();
const api = apiAt(served);

test("a correction keeps the old words in the history and reaches every forecast with the page", async ({
  page,
}) => {
  const [first, second] = ["kernel-2x", "inference-10x-1y"];
  for (const slug of [first, second]) await api.logPage(slug, { title: "Mistyped report" });
  await page.goto(forecastPage(first));
  await ui.openEntry(page, "Mistyped report");
  await ui.unfold(page, en.evidence.correctTitle);
  const form = ui.formOf(page, en.evidence.correctSubmit);
  await expect(form.getByLabel(en.evidence.summary)).toHaveValue("What the report counted.");
  await form.getByLabel(en.evidence.pageTitle).fill("The report as it is called");
  await form.getByLabel(en.evidence.correctReason).fill("The title was mistyped.");
  await ui.press(form, en.evidence.correctSubmit);

  const corrected = ui.entryOf(page, "The report as it is called");
  await expect(corrected.getByRole("status")).toContainText(en.saved["evidence-corrected"]);
  await expect(corrected.getByRole("status")).toContainText(en.saved.alsoOn(1));
  await page.goto(forecastPage(second));
  await expect(ui.entryOf(page, "The report as it is called")).toBeVisible();
  const { body } = await api.get(`/forecasts/${first}/history`);
  expect(body.items[0]).toMatchObject({
    action: "evidence-corrected",
    reason: "The title was mistyped.",
    before: { title: "Mistyped report" },
    after: { title: "The report as it is called" },
  });
});

test("withdrawn evidence stays readable, is marked where it is cited, and can be logged anew", async ({
  page,
}) => {
  const slug = "model-level-2-3x";
  const { id } = await api.logPage(slug, { title: "A withdrawn report", url: "https://example.org/again" });
  await api.giveVerdict(slug, { evidenceIds: [id], withoutEvidenceReason: null });
  await page.goto(forecastPage(slug));
  const cited = ui.answerOf(page).getByRole("listitem").filter({ hasText: "A withdrawn report" });
  await expect(cited).not.toContainText(en.forecast.citedWithdrawn);
  const entry = page.locator(`#evidence-${id}`);
  await entry.getByRole("link", { name: en.evidence.open }).click();
  await ui.unfold(page, en.evidence.withdrawTitle);
  const form = ui.formOf(page, en.evidence.withdrawSubmit);
  await form.getByLabel(en.evidence.withdrawReason).fill("The page was a forgery.");
  await ui.press(form, en.evidence.withdrawSubmit);

  await expect(page.getByRole("status")).toContainText(en.saved["evidence-withdrawn"]);
  await expect(entry).toContainText("A withdrawn report");
  await expect(entry).toContainText("The page was a forgery.");
  await expect(cited).toContainText(en.forecast.citedWithdrawn);
  await expect(ui.answerOf(page)).toContainText(en.outcome.unclear);
  await expect(page.getByRole("checkbox", { name: "A withdrawn report", includeHidden: true })).toHaveCount(
    0,
  );

  const again = ui.aPage({
    url: "https://example.org/again",
    title: "A withdrawn report",
    summary: "Seen anew.",
  });
  await ui.typeEvidence(ui.logForm(page), again);
  await ui.press(ui.logForm(page), en.evidence.submit);
  await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
  await expect(page.getByRole("checkbox", { name: "A withdrawn report", includeHidden: true })).toHaveCount(
    1,
  );
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a link that is there already leads to the earlier entry, and what was typed stays", async ({
      page,
    }) => {
      const title = `Logged before ${javaScriptEnabled}`;
      const { id } = await api.logPage(AGENTIC, { url: `https://example.org/${javaScriptEnabled}`, title });
      await page.goto(forecastPage(AGENTIC));
      const form = ui.logForm(page);
      const typed = ui.aPage({
        url: `http://EXAMPLE.org:80/${javaScriptEnabled}/?utm_source=news#top`,
        title: "The same again",
        by: "Zoë",
      });
      await ui.typeEvidence(form, typed);
      await ui.press(form, en.evidence.submit);

      await expect(form.getByRole("alert")).toContainText(en.evidence.existsTitle);
      const link = form.getByRole("link", { name: en.evidence.existsSee });
      await expect(link).toHaveAttribute("href", `#evidence-${id}`);
      await link.click();
      await expect(ui.entryOf(page, title)).toBeInViewport();
      await expect(form.getByLabel(en.evidence.url, { exact: true })).toHaveValue(typed.url);
      const { pageTitle, summary, publishedOn } = en.evidence;
      const kept = [typed.title, typed.summary, typed.publishedOn, typed.by];
      for (const [place, label] of [pageTitle, summary, publishedOn, en.form.by].entries()) {
        await expect(form.getByLabel(label)).toHaveValue(kept[place] ?? "");
      }
      await expect(form.getByRole("radio", { name: en.stance.supports })).toBeChecked();
      await expect(form.getByRole("radio", { name: en.strength.strong })).toBeChecked();
    });
  });
}

test("a standing verdict is replaced only with a reason, and stays readable", async ({ page }) => {
  await api.giveVerdict(OVERDUE, { rationale: "Too little was disclosed.", by: "Ada" });
  await page.goto(forecastPage(OVERDUE));
  await ui.unfold(page, en.verdict.replaceTitle);
  const form = ui.formOf(page, en.verdict.replaceSubmit);
  const typed = ui.aJudgement({
    outcome: "false",
    happenedOn: "",
    rationale: "Now it was disclosed.",
    by: "Ben",
  });
  await ui.typeVerdict(form, typed);
  await form.getByLabel(en.verdict.withoutEvidence).fill("It is plain from the price lists.");
  await ui.press(form, en.verdict.replaceSubmit);
  await expect(form.getByLabel(en.verdict.replacesReason)).toHaveAccessibleDescription(/This is needed/);

  await form.getByLabel(en.verdict.replacesReason).fill("The makers have published numbers since.");
  await ui.press(form, en.verdict.replaceSubmit);
  await expect(page.getByRole("status")).toContainText(en.saved["verdict-replaced"]);
  await expect(ui.answerOf(page)).toContainText(en.outcome.false);
  await expect(ui.answerOf(page)).toContainText("Now it was disclosed.");
  const earlier = page.getByRole("region", { name: en.forecast.earlierVerdicts });
  await expect(earlier).toContainText(en.outcome.unclear);
  await expect(earlier).toContainText("Too little was disclosed.");
  await expect(earlier).toContainText("Replaced by Ben");
  await expect(earlier).toContainText("The makers have published numbers since.");
});

test("a review sets the next date, is kept with its note, and takes the forecast off the queue", async ({
  page,
}) => {
  const inQueue = page.getByRole("region", { name: en.queue.sections.review });
  await page.goto("/");
  await inQueue.getByRole("link", { name: en.queue.review }).click();
  await expect(page).toHaveURL(`${forecastPage(UNDATED)}#review`);
  const form = ui.reviewForm(page);
  await form.getByLabel(en.review.reviewOn).fill("2027-05-01");
  await form.getByLabel(en.review.what).fill("Google is close, not there.");
  await ui.press(form, en.review.submit);

  await expect(page.getByRole("status")).toContainText(en.saved["review-set"]);
  await expect(ui.answerOf(page)).toContainText("1 May 2027");
  await expect(page.getByRole("region", { name: en.forecast.reviews })).toContainText(
    "Google is close, not there.",
  );
  await page.goto("/");
  await expect(inQueue).toHaveCount(0);
});

test("a name is kept in a safe cookie and fills the next form; none is “unnamed”", async ({
  page,
  context,
}) => {
  await page.goto(forecastPage("open-closed-closer-1y"));
  await ui.typeEvidence(
    ui.logForm(page),
    ui.aPage({ url: "https://example.org/", title: "By nobody", by: "  " }),
  );
  await ui.press(ui.logForm(page), en.evidence.submit);
  await expect(ui.entryOf(page, "By nobody")).toContainText(`logged by ${en.form.unnamed}`);
  await ui.typeEvidence(ui.logForm(page), ui.aPage({ by: " 王小明 " }));
  await ui.press(ui.logForm(page), en.evidence.submit);
  await expect(page.getByRole("status")).toContainText(en.saved["evidence-logged"]);
  await expect(ui.entryOf(page, "Agents in 2026")).toContainText("logged by 王小明");
  const cookie = (await context.cookies()).find(({ name }) => name === "hindcast_name");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false });
  expect(decodeURIComponent(cookie?.value ?? "")).toBe("王小明");
  expect(Math.round(((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400)).toBe(365);
  await page.goto(forecastPage(AGENTIC));
  await expect(ui.verdictForm(page).getByLabel(en.form.by)).toHaveValue("王小明");
});

test("beside the day of a verdict the rule marks the line that the day falls under", async ({ page }) => {
  await page.goto(forecastPage("gpu-abstractions-clear-1-2y"));
  const form = ui.verdictForm(page);
  const marked = form.getByRole("listitem").and(page.locator("[aria-current]"));
  await expect(marked).toHaveCount(0);
  for (const [day, said] of [
    ["2026-09-09", "before 10 Sep 2026: came true early"],
    ["2026-09-10", "came true on time"],
    ["2027-09-10", "came true on time"],
    ["2027-09-11", en.verdict.band.tooLate],
  ] as const) {
    await form.getByLabel(en.verdict.happenedOn).fill(day);
    await expect(marked).toContainText(said);
    await expect(marked).toHaveCount(1);
  }
});
