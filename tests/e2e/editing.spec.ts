import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { apiAt } from "./support/api.ts";
import { AGENTIC, forecastPage, OVERDUE, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// Adding, changing, withdrawing and putting back a forecast, as a person does it.

const served = serve();
const api = apiAt(served);
const { editing } = en;

const form = (page: Page, button: string = editing.submit) => ui.formOf(page, button);
const told = (page: Page) => page.locator("[data-window]");
const field = (page: Page, name: string) => page.locator(`main [name="${name}"]:not([type="hidden"])`);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    const claim = `Robots fold laundry ${javaScriptEnabled}`;
    const slug = `robots-fold-laundry-${javaScriptEnabled}`;

    test("a forecast is added from the list, its window shown before it is saved", async ({ page }) => {
      await page.goto("/forecasts");
      await page.getByRole("banner").getByRole("link", { name: editing.add }).click();
      await ui.typeForecast(page, claim, "within two to three years");
      if (!javaScriptEnabled) await ui.press(page, editing.preview);
      await expect(told(page)).toContainText(`${editing.windowIs}: 1 Nov 2028 to 1 Nov 2029`);
      await expect(field(page, "claim.en")).toHaveValue(claim);
      await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toHaveCount(0);
      await ui.press(form(page), editing.submit);

      await expect(page).toHaveURL(new RegExp(`/forecasts/${slug}\\?saved=forecast-recorded$`));
      await expect(page.getByRole("status")).toContainText(en.saved["forecast-recorded"]);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim);
      await expect(page.getByRole("region", { name: en.forecast.due })).toContainText("1 Nov 2028");
    });

    test("a claim follows words that deny, and goes against them only with a note that is shown", async ({
      page,
    }) => {
      const due = page.getByRole("region", { name: en.forecast.due });
      const denied = `No robot folds it ${javaScriptEnabled}`;
      await page.goto("/forecasts/new");
      await ui.typeForecast(page, denied, "not in the next five years");
      if (!javaScriptEnabled) await ui.press(page, editing.preview);
      await expect(told(page)).toContainText(editing.takenNegative);
      await ui.press(form(page), editing.submit);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(denied);
      await expect(page.getByRole("main")).toContainText(en.forecast.negative);
      await expect(due).not.toContainText(editing.turned.no);

      await page.getByRole("link", { name: editing.editShort, exact: true }).click();
      await field(page, "negative").and(page.locator('[value="no"]')).check();
      await ui.press(form(page, editing.submitChange), editing.submitChange);
      await expect(form(page, editing.submitChange)).toContainText(en.errors["direction-needs-note"]());
      await expect(field(page, "negative").and(page.locator('[value="no"]'))).toBeChecked();
      await expect(told(page)).toContainText(editing.turnedRound.no);
      await field(page, "horizonNote.en").fill("It was irony.");
      await ui.press(form(page, editing.submitChange), editing.submitChange);
      await expect(page.getByRole("main")).not.toContainText(en.forecast.negative);
      await expect(due).toContainText(editing.turned.no);
      await expect(due).toContainText("It was irony.");
    });

    test("words that can be read in two ways ask which was meant, and take it without a note", async ({
      page,
    }) => {
      const winter = `Robots fold it next winter ${javaScriptEnabled}`;
      const which = page.getByRole("group", { name: editing.readings.legend });
      await page.goto("/forecasts/new");
      await ui.typeForecast(page, winter, "next winter");
      if (javaScriptEnabled) await expect(which.getByRole("radio")).toHaveCount(3);
      await ui.press(form(page), editing.submit);
      await expect(form(page).getByRole("alert")).toContainText(editing.readings.legend);
      await expect(which).toContainText("1 Dec 2027 to 29 Feb 2028");
      await which.getByRole("radio").nth(1).check();
      await ui.press(form(page), editing.submit);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(winter);
      const due = page.getByRole("region", { name: en.forecast.due });
      await expect(due).toContainText("1 Dec 2027 to 29 Feb 2028");
      await expect(due).not.toContainText(editing.overruled);
      await page.getByRole("link", { name: editing.editShort, exact: true }).click();
      await expect(which.getByRole("radio").nth(1)).toBeChecked();
    });

    test("the same claim at other dates is looked through before it is saved", async ({ page }) => {
      const first = `Robots fold it by 2028 ${javaScriptEnabled}`;
      await page.goto("/forecasts/new");
      await ui.typeForecast(page, first, "by 2028");
      await field(page, "claim.zh-Hant").fill("2028年底前機器人摺衣服");
      await field(page, "ladder").fill("by 2030\nby 2035");
      await ui.press(form(page), editing.submit);
      await expect(form(page)).toContainText(en.errors["rung-keeps-date"]({}).slice(0, 40));
      await expect(field(page, "rung1.claim.en")).toHaveValue(`Robots fold it by 2035 ${javaScriptEnabled}`);
      await field(page, "rung1.claim.zh-Hant").fill("2035年底前機器人摺衣服");
      for (const lang of ["en", "zh-Hant"]) {
        await expect(field(page, `rung1.horizonNote.${lang}`)).toHaveValue("");
      }
      await field(page, "rung1.horizonNote.en").fill("He was asked about 2035.");
      // The first line goes: what was written for the other one stays with its words.
      await field(page, "ladder").fill("by 2035");
      await ui.press(form(page), editing.submit);
      await expect(page.getByRole("status")).toContainText(en.saved["forecasts-recorded"]);
      await page
        .getByRole("main")
        .getByRole("link", { name: `Robots fold it by 2035 ${javaScriptEnabled}` })
        .click();
      await expect(page.getByRole("region", { name: en.forecast.due })).toContainText("31 Dec 2035");
      const { body } = await api.get(`/forecasts/robots-fold-it-by-2035-${javaScriptEnabled}`);
      expect(body.claim["zh-Hant"]).toBe("2035年底前機器人摺衣服");
    });

    test("what is written for another date stays, whatever else keeps the form from being saved", async ({
      page,
    }) => {
      const rung = (name: string) => field(page, `rung0.${name}`);
      await page.goto("/forecasts/new");
      await ui.typeForecast(page, `Robots iron by 2028 ${javaScriptEnabled}`, "by 2028");
      await field(page, "criteria.falseIf.en").fill("The 2028 census says otherwise.");
      await field(page, "ladder").fill("by 2033\nby 2034");
      await field(page, "source").selectOption("");
      for (const [name, typed] of Object.entries({ title: "Ironing", publisher: "Example" })) {
        await field(page, `newSource.${name}`).fill(typed);
      }
      const { source } = (await api.get(`/forecasts/${AGENTIC}`)).body;
      await field(page, "newSource.url").fill(source.url);
      await field(page, "newSource.publishedOn").fill("2026-10-01");
      await ui.press(form(page), editing.submit);
      await field(page, "rung1.claim.en").fill("Robots iron, at last, by 2034");
      await field(page, "rung1.criteria.falseIf.en").fill("");
      await field(page, "rung1.horizonNote.en").fill("Asked about 2034.");

      const expectKept = async () => {
        await expect(rung("claim.en")).toHaveValue("Robots iron, at last, by 2034");
        await expect(rung("criteria.falseIf.en")).toHaveValue("");
        await expect(rung("horizonNote.en")).toHaveValue("Asked about 2034.");
      };
      // The first line goes, and its place with it: what was written, and what was emptied, goes with the words.
      await field(page, "ladder").fill("by 2034");
      await ui.press(form(page), editing.submit);
      await expect(form(page).getByRole("alert")).toContainText(en.form.sourceExists);
      await expectKept();
      await field(page, "saidOn").fill("");
      await ui.press(form(page), editing.submit);
      await expect(form(page).getByRole("alert")).toContainText(en.form.faults(1));
      await expectKept();
      // Places that no line has are not carried along.
      expect(await page.content()).not.toContain("rung19");
      await expect(field(page, "rung1.claim.en")).toHaveCount(0);
    });

    test("nobody new is asked for once somebody on record is chosen", async ({ page }) => {
      await page.goto("/forecasts/new");
      const folds = page.locator("main summary", { hasText: editing.newSpeakerTitle });
      await expect(folds).toBeVisible();
      await field(page, "speaker").selectOption("tri-dao");
      await expect(folds).toBeHidden();
      await field(page, "speaker").selectOption("");
      await expect(folds).toBeVisible();
    });

    test("one with faults comes back with all that was typed, and says what is wrong where", async ({
      page,
    }) => {
      await page.goto("/forecasts/new");
      await ui.typeForecast(page, "", "when pigs fly");
      await field(page, "tags").fill("robots, homes");
      await ui.press(form(page), editing.submit);
      await expect(form(page).getByRole("alert")).toContainText(en.form.faults(1));
      await expect(form(page)).toContainText(en.errors.required());
      await field(page, "claim.en").fill("Pigs fly");
      await ui.press(form(page), editing.submit);
      await expect(form(page)).toContainText(en.errors["horizon-unread"]());
      await expect(told(page)).toContainText(editing.unread);
      await expect(field(page, "tags")).toHaveValue("robots, homes");
      await expect(field(page, "source")).toHaveValue("tri-dao-unsupervised-learning-2025");
      await expect(field(page, "criteria.trueIf.en")).toHaveValue("Half of all homes have one.");
    });

    test("a change asks for its reason where there is evidence, and is shown on the page", async ({
      page,
    }) => {
      const changed = javaScriptEnabled ? OVERDUE : AGENTIC;
      await page.goto(forecastPage(changed));
      await page.getByRole("link", { name: editing.editShort, exact: true }).click();
      await field(page, "claim.en").fill("A claim put better");
      await ui.press(form(page, editing.submitChange), editing.submitChange);
      await expect(form(page, editing.submitChange)).toContainText(en.errors["reason-needed"]());
      await expect(field(page, "claim.en")).toHaveValue("A claim put better");
      await field(page, "reason").first().fill("It left the year out.");
      await ui.press(form(page, editing.submitChange), editing.submitChange);
      const changes = page.getByRole("region", { name: editing.changes });
      await expect(changes).toContainText(editing.because("It left the year out.").join(""));
      await expect(changes).toContainText("A claim put better");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("A claim put better");
    });

    test("somebody who was faster is told of, beside what was typed", async ({ page }) => {
      const other = `nvidia-reign-ends-3y`;
      await page.goto(`${forecastPage(other)}/edit`);
      await field(page, "quote").fill(`Mine ${javaScriptEnabled}`);
      await field(page, "reason").first().fill("Mine is better.");
      const revision = Number(await page.locator('main [name="revision"]').inputValue());
      await api.patch(`/forecasts/${other}`, {
        ...{ revision, quote: `Theirs ${javaScriptEnabled}`, reason: "Theirs is better." },
      });
      await ui.press(form(page, editing.submitChange), editing.submitChange);
      const own = form(page, editing.submitChange);
      await expect(own.getByRole("alert")).toContainText(en.form.changedMeanwhile);
      await expect(own).toContainText(editing.onRecordNow(`Theirs ${javaScriptEnabled}`));
      await expect(field(page, "quote")).toHaveValue(`Mine ${javaScriptEnabled}`);
      await ui.press(own, editing.submitChange);
      await expect(page.getByRole("status")).toContainText(en.saved["forecast-changed"]);
    });

    test("withdrawing takes it out of the list, and putting back brings it in again", async ({ page }) => {
      const withdrawn = "home-humanoid-5-10y";
      await page.goto(`${forecastPage(withdrawn)}/edit`);
      await ui.unfold(page, editing.withdraw);
      const away = form(page, editing.withdrawNote);
      await away.getByLabel(editing.withdrawReason).fill("Said in jest.");
      await ui.press(away, editing.withdraw);
      await expect(page.getByRole("status")).toContainText(en.saved["forecast-withdrawn"]);
      await expect(page.getByRole("main")).toContainText("Said in jest.");
      await expect(ui.logForm(page).getByRole("textbox")).toHaveCount(0);
      const row = page.locator(`main a[href$="${withdrawn}"]`);
      await page.goto("/forecasts");
      await expect(row).toHaveCount(0);
      await page.goto(forecastPage(withdrawn));
      await ui.unfold(page, editing.restore);
      const back = form(page, editing.restoreNote);
      await back.getByLabel(editing.restoreReason).fill("It was meant.");
      await ui.press(back, editing.restore);
      await expect(page.getByRole("status")).toContainText(en.saved["forecast-restored"]);
      await page.goto("/forecasts");
      await expect(row.first()).toBeVisible();
    });
  });
}

test("a Chinese claim, source and speaker are added, and their addresses lead there", async ({
  page,
  context,
}) => {
  await context.addCookies([{ name: "hindcast_lang", value: "zh-Hant", url: served.origin }]);
  const zh = zhHant.editing;
  const sendForecast = async () => {
    await page.goto("/forecasts/new");
    await field(page, "quote").fill("三年內一半的程式碼會由代理寫");
    await page.locator('main input[name="lang"][value="zh-Hant"]').check();
    await field(page, "newSource.title").fill("程式碼的未來");
    await field(page, "newSource.publisher").fill("範例");
    await field(page, "newSpeaker.name.zh-Hant").fill("王小明");
    await field(page, "saidOn").fill("2026-11-01");
    await field(page, "horizon").fill("三年內");
    await expect(told(page)).toContainText("2029年11月1日");
    await field(page, "claim.zh-Hant").fill("三年內，半數程式碼由代理撰寫");
    await ui.press(form(page, zh.submit), zh.submit);
  };
  await sendForecast();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("三年內，半數程式碼由代理撰寫");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("三年內，半數程式碼由代理撰寫");
  await page.getByRole("main").getByRole("link", { name: "王小明" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("王小明");
  await page.getByRole("link", { name: zh.addBy }).click();
  await expect(field(page, "speaker")).toHaveValue("王小明");

  // The source is known again without a link.
  await sendForecast();
  const refused = page.getByRole("alert").first();
  await expect(refused).toContainText(zhHant.form.sourceAlike);
  await refused.getByRole("link", { name: "程式碼的未來" }).click();
  await expect(page.getByText(zhHant.sources.unchecked)).toBeVisible();
});

test("what is typed before the page's script is there is still there afterwards, and its window is told", async ({
  page,
}) => {
  // The script comes only once the field has been typed into.
  let goOn = () => {};
  const typed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/script/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(`${forecastPage(AGENTIC)}/edit`, { waitUntil: "commit" });
  await field(page, "claim.en").fill("Typed early");
  await field(page, "horizon").fill("2031年底前");
  await field(page, "quote").selectText();
  goOn();
  await expect(told(page)).toContainText("31 Dec 2031");
  await expect(field(page, "claim.en")).toHaveValue("Typed early");
  // What was selected still is: what is typed next takes its place.
  await page.keyboard.insertText("Put anew");
  await expect(field(page, "quote")).toHaveValue("Put anew");
});
