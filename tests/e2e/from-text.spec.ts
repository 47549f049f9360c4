import type { Page } from "@playwright/test";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { apiAt } from "./support/api.ts";
import { serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { fieldOf, foundIn, interview, typeText } from "./support/texts.ts";
import { press, unfold } from "./support/typing.ts";

// From a text that somebody pastes to its forecasts on record, as a person does it.

const served = serve();
const api = apiAt(served);

const take = (page: Page, words: string) => foundIn(page, words).getByRole("checkbox").first().check();

interface Expected {
  /** How each quote begins that is chosen, and its window. */
  readonly [words: string]: readonly [string, string | null];
}

const FERRY: Expected = {
  "Half of all new car ferries": ["2026-03-10", "2030-12-31"],
  "We will open a second dock": ["2026-03-10", "2028-03-10"],
  "There will be no hydrogen": ["2026-03-10", "2031-12-31"],
  "In three to four years": ["2029-03-10", "2030-03-10"],
  "In the second half of 2027": ["2027-07-01", "2027-12-31"],
};
const TEA: Expected = {
  到2030年底前: ["2026-03-10", "2030-12-31"],
  兩三年內: ["2028-03-10", "2029-03-10"],
  十年內: ["2026-03-10", "2036-03-10"],
  "2028年以前": ["2026-03-10", "2027-12-31"],
  明年下半年: ["2027-07-01", "2027-12-31"],
};

/** The forecasts of a source as the API tells them, each by the words it was taken from. */
async function windowsOf(source: string): Promise<{ readonly [quote: string]: readonly unknown[] }> {
  const { body } = await api.get(`/forecasts?source=${encodeURIComponent(source)}`);
  const found: { [quote: string]: readonly unknown[] } = {};
  for (const { slug } of body.items) {
    const { body: one } = await api.get(`/forecasts/${encodeURIComponent(slug)}`);
    found[one.quote] = [one.dueFrom, one.dueBy];
  }
  return found;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    const once = javaScriptEnabled ? "with" : "without";

    for (const { locale, m, name, publisher, speaker, expected } of [
      {
        locale: "en-US",
        m: en,
        name: "ferry",
        publisher: "Harbour Hour",
        speaker: "Ines Calder",
        expected: FERRY,
      },
      { locale: "zh-TW", m: zhHant, name: "tea", publisher: "山上的聲音", speaker: "林采芹", expected: TEA },
    ] as const) {
      test.describe(() => {
        test.use({ locale });

        test(`an interview goes from paste to five forecasts on record (${name})`, async ({ page }) => {
          const r = m.reading;
          await page.goto("/sources");
          await page.getByRole("link", { name: r.add }).click();
          await typeText(page, { text: interview(name), publisher, publishedOn: "2026-03-10", by: "Ada" });
          await press(page, r.submit);

          // What is missing is said, and nothing is lost.
          await expect(page.getByRole("alert").first()).toContainText(r.faults(1));
          await expect(fieldOf(page, "text")).toHaveValue(interview(name));
          await typeText(page, { title: `${name} ${once}`, url: `https://example.org/${name}-${once}` });
          await press(page, r.submit);

          await expect(page).toHaveURL(`/sources/${name}-${once}/read`);
          const words = Object.keys(expected);
          await expect(foundIn(page, words[0] ?? "").locator("mark")).toBeVisible();
          await press(page, r.saveAll);
          await expect(page.getByRole("alert").first()).toContainText(m.form.faults(1));
          for (const begin of words) await take(page, begin);
          await press(page, r.saveAll);

          await expect(page).toHaveURL(new RegExp(`/sources/${name}-${once}\\?saved=forecasts-from-text$`));
          await expect(page.getByRole("status")).toContainText(m.saved["forecasts-from-text"]);
          const windows = await windowsOf(`${name}-${once}`);
          expect(Object.keys(windows)).toHaveLength(5);
          for (const [begin, window] of Object.entries(expected)) {
            const quote = Object.keys(windows).find((one) => one.startsWith(begin)) ?? "";
            expect([begin, windows[quote]]).toEqual([begin, window]);
          }

          await page.getByRole("link", { name: r.read }).click();
          await expect(page.locator("mark")).toHaveCount(5);
          await page.locator("mark a", { hasText: words[1] ?? "" }).click();
          await expect(page.getByRole("article").getByRole("link", { name: speaker })).toBeVisible();
          await page.getByRole("link", { name: r.inText }).click();
          const { hash } = new URL(page.url());
          const place = page.locator(`[id="${decodeURIComponent(hash.slice(1))}"] + mark`);
          await expect(place).toContainText(words[1] ?? "");
          await expect(place).toBeInViewport();
        });
      });
    }

    test("a sentence is corrected before it is saved, and one that says it again leads to it", async ({
      page,
    }) => {
      const r = en.reading;
      const source = await api.add("/sources", {
        ...{
          title: `Corrected ${once}`,
          url: `https://example.org/corrected-${once}`,
          publisher: "Harbour Hour",
        },
        ...{ publishedOn: "2026-03-10", lang: "en", text: interview("ferry") },
      });
      await page.goto(`/sources/${source.slug}/read`);
      const main = foundIn(page, "Half of all new car ferries");
      const again = foundIn(page, "As I said");
      const dock = foundIn(page, "We will open a second dock");
      for (const one of [main, again, dock]) {
        await one.getByRole("checkbox").first().check();
        await unfold(one, r.correct);
      }
      await expect(again).toContainText(r.likelySame(1));
      await main.getByLabel(en.editing.claim.en).fill("Half of the new car ferries are electric.");
      await again.getByLabel(r.same, { exact: true }).selectOption({ index: 1 });
      await dock.getByLabel(en.editing.horizon, { exact: true }).fill("when pigs fly");
      await press(page, r.saveAll);
      await expect(page.getByRole("alert").first()).toContainText(en.form.faults(1));
      await expect(dock).toContainText(en.errors["horizon-unread"]());
      await expect(main.getByLabel(en.editing.claim.en)).toHaveValue(
        "Half of the new car ferries are electric.",
      );
      expect((await api.get(`/forecasts?source=${source.slug}`)).body.items).toEqual([]);

      await dock.getByLabel(en.editing.horizon, { exact: true }).fill("within three years");
      await press(page, r.saveAll);
      await expect(dock).toContainText(en.errors["wording-needs-note"]());
      await dock.getByLabel(en.editing.horizonNote.en).fill("He corrects himself further down.");
      await press(page, r.saveAll);
      await expect(page.getByRole("status")).toBeVisible();
      const { items } = (await api.get(`/forecasts?source=${source.slug}`)).body;
      const details = await Promise.all(
        items.map(async ({ slug }: { slug: string }) => (await api.get(`/forecasts/${slug}`)).body),
      );
      expect(details.map(({ claim, dueBy }) => [claim.en.slice(0, 30), dueBy]).toSorted()).toEqual([
        ["Half of the new car ferries ar", "2030-12-31"],
        ["Half of the new car ferries ar", "2030-12-31"],
        ["We will open a second dock in ", "2029-03-10"],
      ]);
      expect(
        details
          .flatMap(({ relations }) =>
            relations.map(
              ({ kind, direction }: { kind: string; direction: string }) => `${kind} ${direction}`,
            ),
          )
          .toSorted(),
      ).toEqual(["restates from", "restates to"]);
      await page.goto(`/sources/${source.slug}/read`);
      await expect(foundIn(page, "As I said").getByRole("link", { name: r.onRecord })).toBeVisible();
    });

    test("what is chosen is counted where the list is read, and refused it leads to each fault", async ({
      page,
    }) => {
      const r = en.reading;
      const source = await api.add("/sources", {
        ...{ title: `Counted ${once}`, url: `https://example.org/counted-${once}`, publisher: "P" },
        ...{ publishedOn: "2026-03-10", lang: "en", text: interview("ferry") },
      });
      await page.goto(`/sources/${source.slug}/read`);
      const bar = page.locator(".chosen-bar");
      await expect(bar).toBeHidden();
      const dock = foundIn(page, "We will open a second dock");
      await dock.getByRole("checkbox").first().check();
      if (javaScriptEnabled) {
        await expect(bar).toContainText(r.chosen(1));
        await expect(bar).toBeInViewport();
      }
      await unfold(dock, r.correct);
      await dock.getByLabel(en.editing.horizon, { exact: true }).fill("when pigs fly");
      await press(page, javaScriptEnabled ? r.save : r.saveBelow);
      const fault = page.getByRole("alert").first().getByRole("link", { name: en.editing.horizon });
      await fault.click();
      await expect(dock.getByLabel(en.editing.horizon, { exact: true })).toBeInViewport();
    });

    test("a text that is not kept, of a source without a link, is chosen from all the same", async ({
      page,
    }) => {
      const r = en.reading;
      const sendTalk = async () => {
        await page.goto("/sources/new");
        await typeText(page, { text: interview("ferry"), title: `Not kept ${once}` });
        await typeText(page, { publisher: "Harbour Hour", publishedOn: "2026-03-10" });
        await fieldOf(page, "keep").uncheck();
        await press(page, r.submit);
      };
      await sendTalk();
      await expect(page.getByText(r.notKept)).toBeVisible();
      await expect(page.getByText(en.sources.unchecked)).toBeVisible();
      await take(page, "In three to four years");
      await press(page, r.saveAll);
      await expect(page.getByRole("status")).toBeVisible();
      await expect(page.getByText(en.sources.noLink)).toBeVisible();
      await expect(page.getByText(en.sources.unchecked)).toBeVisible();
      await expect(page.getByRole("link", { name: en.sources.original })).toHaveCount(0);
      await page.getByRole("link", { name: r.again }).click();
      await expect(
        foundIn(page, "In three to four years").getByRole("link", { name: r.onRecord }),
      ).toBeVisible();
      expect((await api.get(`/sources/not-kept-${once}/text`)).status).toBe(404);
      await page.goto(`/sources/not-kept-${once}/text`);
      await expect(page.getByText(r.noText)).toBeVisible();
      await sendTalk();
      await expect(page.getByRole("alert").first()).toContainText(r.alikeSource);
      await page.getByRole("link", { name: r.readAsIts }).click();
      await expect(fieldOf(page, "text")).toHaveValue(interview("ferry"));
    });

    test("a text of a source on record is taken as its text, and nothing is typed twice", async ({
      page,
    }) => {
      const r = en.reading;
      const url = `https://example.org/known-${once}`;
      await api.add("/sources", {
        title: `Known ${once}`,
        url,
        publisher: "P",
        publishedOn: "2026-03-10",
        lang: "en",
      });
      await page.goto("/sources/new");
      const title = `Another title ${once}`;
      await typeText(page, {
        text: interview("ferry"),
        title,
        url,
        publisher: "Q",
        publishedOn: "2026-03-10",
      });
      await press(page, r.submit);
      await expect(page.getByRole("alert").first()).toContainText(r.knownSource);
      await page.getByRole("link", { name: r.readAsIts }).click();
      await expect(fieldOf(page, "text")).toHaveValue(interview("ferry"));
      await typeText(page, { saidOn: "2026-03-09" } as object);
      await press(page, r.submit);
      await expect(page).toHaveURL(`/sources/known-${once}/read`);
      expect((await api.get(`/sources/known-${once}/text`)).body).toMatchObject({ saidOn: "2026-03-09" });
    });

    test("a text without forecasts says so, and leads to adding one by hand", async ({ page }) => {
      const r = en.reading;
      await page.goto("/sources/new");
      await typeText(page, { text: "It rained. We had tea.", title: `Rain ${once}`, publisher: "P" });
      await typeText(page, { url: `https://example.org/rain-${once}`, publishedOn: "2026-03-10" });
      await press(page, r.submit);
      await expect(page.getByText(r.none)).toBeVisible();
      await page.getByRole("link", { name: r.byHand }).click();
      await expect(page.locator('[name="source"]')).toHaveValue(`rain-${once}`);
    });
  });
}
