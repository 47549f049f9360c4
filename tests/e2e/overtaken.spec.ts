import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { A_VERDICT, apiAt } from "./support/api.ts";
import { countRows } from "./support/rows.ts";
import { forecastPage, serve, UNDATED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// What somebody else did while a form was being filled in: its sender is told, and loses no word.

const served = serve();
const api = apiAt(served);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("who was overtaken reads what was decided, keeps every word, and can replace it", async ({
      page,
    }) => {
      const slug = javaScriptEnabled ? "open-closed-closer-1y" : "nvidia-reign-ends-3y";
      await page.goto(forecastPage(slug));
      const first = ui.formOf(page, en.verdict.submit);
      const typed = ui.aJudgement({
        outcome: "partly",
        happenedOn: "",
        rationale: "Line one.\nLine two.",
        by: "Zoë",
      });
      await ui.typeVerdict(first, typed);
      await first.getByLabel(en.verdict.withoutEvidence).fill("The price lists say so.");
      await api.giveVerdict(slug, { by: "Ben" });
      await ui.press(first, en.verdict.submit);

      await expect(page.getByText(en.form.decidedMeanwhile(en.outcome.unclear, "Ben"))).toBeVisible();
      await expect(ui.answerOf(page)).toContainText(A_VERDICT.rationale);
      const form = ui.formOf(page, en.verdict.replaceSubmit);
      await expect(form.getByLabel(en.verdict.rationale, { exact: true })).toHaveValue(typed.rationale);
      await expect(form.getByRole("radio", { name: en.outcome.partly })).toBeChecked();
      await expect(form.getByLabel(en.verdict.knownOn)).toHaveValue(typed.knownOn);
      await expect(form.getByLabel(en.verdict.withoutEvidence)).toHaveValue("The price lists say so.");
      await expect(form.getByLabel(en.form.by)).toHaveValue("Zoë");

      await form.getByLabel(en.verdict.replacesReason).fill("Ben overlooked the price lists.");
      await ui.press(form, en.verdict.replaceSubmit);
      await expect(page.getByRole("status")).toContainText(en.saved["verdict-replaced"]);
      await expect(ui.answerOf(page)).toContainText("Line one.");
    });

    test("who judges what was changed meanwhile is told, sees the change, and can judge again", async ({
      page,
    }) => {
      const slug = javaScriptEnabled ? "gpu-abstractions-clear-1-2y" : "llm-facing-abstractions-clear-1-2y";
      await page.goto(forecastPage(slug));
      if (!(await ui.formOf(page, en.verdict.submit).isVisible())) await ui.unfold(page, en.verdict.title);
      const form = ui.formOf(page, en.verdict.submit);
      await ui.typeVerdict(
        form,
        ui.aJudgement({ outcome: "void", happenedOn: "", rationale: "As I read it." }),
      );
      await form.getByLabel(en.verdict.withoutEvidence).fill("The lists say so.");
      await form.getByLabel(en.verdict.knownOn).fill("");
      const { revision } = (await api.get(`/forecasts/${slug}`)).body;
      await api.patch(`/forecasts/${slug}`, {
        revision,
        claim: { en: `Other, ${slug}` },
        reason: "Misheard.",
      });
      const before = await countRows(served.database);
      // A fault of its own first: the form that is drawn again knows which forecast was judged.
      await ui.press(form, en.verdict.submit);
      await expect(form.getByRole("alert")).toContainText(en.form.faults(1));
      await form.getByLabel(en.verdict.knownOn).fill("2026-11-01");
      await ui.press(form, en.verdict.submit);

      await expect(form.getByRole("alert")).toContainText(en.form.changedWhileJudged);
      expect(await countRows(served.database)).toEqual(before);
      await expect(form.getByLabel(en.verdict.rationale, { exact: true })).toHaveValue("As I read it.");
      await expect(form.getByRole("radio", { name: en.outcome.void })).toBeChecked();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Other, ${slug}`);
      await form.getByRole("link", { name: en.form.seeChanges }).click();
      await expect(page.locator("#changes:target")).toBeInViewport();
      await expect(page.getByRole("region", { name: en.editing.changes })).toContainText("Misheard.");
      await ui.press(form, en.verdict.submit);
      await expect(page.getByRole("status")).toContainText(en.saved["verdict-given"]);
    });

    const mark = javaScriptEnabled ? "with" : "without";

    /** Nothing is stored, this is said, and what was typed can still be copied from the page. */
    async function expectTold(page: Page, before: object, said: string, typed: string) {
      // Beside its field, and, where it is a fault, above all of them as well.
      await expect(page.getByText(said).last()).toBeVisible();
      const shown = () =>
        page.evaluate(() => [
          document.body.innerText,
          ...[...document.querySelectorAll("textarea")]
            .filter((field) => field.checkVisibility())
            .map((field) => field.value),
        ]);
      await expect.poll(shown).toContainEqual(expect.stringContaining(typed));
      expect(await countRows(served.database)).toEqual(before);
    }

    test("who cites what was withdrawn meanwhile is told beside the evidence", async ({ page }) => {
      const slug = javaScriptEnabled ? "agentic-killer-use-case" : "market-certainly-diversifies";
      const { id } = await api.logPage(slug, { title: "The only page" });
      await page.goto(forecastPage(slug));
      const form = ui.formOf(page, en.verdict.submit);
      if (!(await form.isVisible())) await ui.unfold(page, en.verdict.title);
      await ui.typeVerdict(
        form,
        ui.aJudgement({ outcome: "unclear", happenedOn: "", rationale: "On one page." }),
      );
      await ui.cite(form, "The only page");
      await api.withdrawPage(id, "Taken down.");
      const before = await countRows(served.database);
      await ui.press(form, en.verdict.submit);
      await expectTold(page, before, en.errors["evidence-withdrawn"](), "On one page.");
    });

    test("who withdraws a verdict that was withdrawn meanwhile is told", async ({ page }) => {
      const slug = "kernel-2x";
      const { id } = await api.giveVerdict(slug);
      await page.goto(forecastPage(slug));
      await ui.unfold(ui.answerOf(page), en.verdict.withdraw);
      await ui.answerOf(page).getByLabel(en.verdict.withdrawReason).fill(`Mine, ${mark}`);
      await api.withdrawVerdict(slug, id, "Theirs.");
      const before = await countRows(served.database);
      await ui.press(page, en.verdict.withdrawSubmit);
      await expectTold(page, before, en.form.withdrawnMeanwhile, `Mine, ${mark}`);
    });

    test("who withdraws a verdict that was replaced meanwhile reads the one that stands", async ({
      page,
    }) => {
      const slug = javaScriptEnabled ? "model-level-2-3x" : "hardware-2-3x-1y";
      const { id } = await api.giveVerdict(slug);
      await page.goto(forecastPage(slug));
      await ui.unfold(ui.answerOf(page), en.verdict.withdraw);
      await ui.answerOf(page).getByLabel(en.verdict.withdrawReason).fill(`Mine, ${mark}`);
      await api.giveVerdict(slug, { outcome: "void", by: "Ben", replaces: id, replacesReason: "Theirs." });
      const before = await countRows(served.database);
      await ui.press(page, en.verdict.withdrawSubmit);
      await expectTold(page, before, en.form.decidedMeanwhile(en.outcome.void, "Ben"), `Mine, ${mark}`);
      await expect(ui.answerOf(page)).toContainText(en.outcome.void);
    });

    for (const [what, words, field, submit] of [
      ["corrects", en.evidence.correctTitle, en.evidence.correctReason, en.evidence.correctSubmit],
      ["withdraws", en.evidence.withdrawTitle, en.evidence.withdrawReason, en.evidence.withdrawSubmit],
    ] as const) {
      test(`who ${what} evidence that was withdrawn meanwhile is told`, async ({ page }) => {
        const slug = "home-humanoid-5-10y";
        const title = `To be withdrawn, ${what} ${mark}`;
        const { id } = await api.logPage(slug, { title, url: `https://example.org/${what}/${mark}` });
        await page.goto(forecastPage(slug));
        await ui.openEntry(page, title);
        await ui.unfold(page, words);
        await ui.formOf(page, submit).getByLabel(field).fill(`Mine, ${mark}`);
        await api.withdrawPage(id, "Theirs.");
        const before = await countRows(served.database);
        await ui.press(page, submit);
        await expectTold(page, before, en.form.alreadyWithdrawn, `Mine, ${mark}`);
      });
    }

    test("who corrects evidence that was corrected meanwhile reads both, and can save theirs", async ({
      page,
    }) => {
      const title = `To be corrected, ${mark}`;
      const slug = "home-humanoid-5-10y";
      const { id } = await api.logPage(slug, { title, url: `https://example.org/corrected/${mark}` });
      await page.goto(`/evidence/${id}`);
      await ui.unfold(page, en.evidence.correctTitle);
      const form = ui.formOf(page, en.evidence.correctSubmit);
      await form.getByLabel(en.evidence.summary).fill(`Mine, ${mark}`);
      const theirs = { summary: `Theirs, ${mark}`, stance: "contradicts" };
      await api.patch(`/evidence/${id}`, { revision: 1, ...theirs });
      const before = await countRows(served.database);
      await ui.press(form, en.evidence.correctSubmit);
      await expect(form.getByRole("alert")).toContainText(en.form.entryChangedMeanwhile);
      await expect(form).toContainText(en.editing.onRecordNow(`Theirs, ${mark}`));
      await expect(form).toContainText(en.editing.onRecordNow(en.stance.contradicts));
      await expect(form.getByLabel(en.evidence.summary)).toHaveValue(`Mine, ${mark}`);
      expect(await countRows(served.database)).toEqual(before);
      await ui.press(form, en.evidence.correctSubmit);
      await expect(page.getByRole("status")).toContainText(en.saved["evidence-corrected"]);
      await expect(page.getByRole("main")).toContainText(`Mine, ${mark}`);
    });

    test("who reviews what was decided meanwhile is told", async ({ page }) => {
      const standing = await api.standing(UNDATED);
      if (standing) await api.withdrawVerdict(UNDATED, standing.id, "For this test.");
      await page.goto(forecastPage(UNDATED));
      const form = ui.reviewForm(page);
      await form.getByLabel(en.review.reviewOn).fill("2027-05-01");
      await form.getByLabel(en.review.what).fill(`Mine, ${mark}`);
      await api.giveVerdict(UNDATED, { by: "Ben" });
      const before = await countRows(served.database);
      await ui.press(page, en.review.submit);
      await expectTold(page, before, en.form.resolvedMeanwhile, `Mine, ${mark}`);
    });
  });
}
