import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { readOddsAsked } from "#app/_request/parse/odds.ts";
import { BalanceSection } from "#app/_ui/evidence/balance/balance-section.tsx";
import { OddsSection } from "#app/_ui/evidence/balance/odds-section.tsx";
import { Checklist, UnmetPoints } from "#app/_ui/verdicts/checklist.tsx";
import { withdrawEvidence } from "#db/evidence/log.ts";
import { weigh } from "#db/evidence/weigh.ts";
import { type ForecastDetail, findForecast } from "#db/lists/forecast-detail.ts";
import { listForecasts } from "#db/lists/forecasts.ts";
import { day } from "#domain/day.ts";
import { balanceOf } from "#domain/evidence/balance.ts";
import type { ReadinessEntry } from "#domain/verdicts/readiness.ts";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { seededStore } from "../support/any-store.ts";
import { NOW, TODAY } from "../support/seeded.ts";

const { store } = await seededStore();
const { items } = await listForecasts(store.read, { filter: {}, sort: "due", limit: 100 }, TODAY);
const find = async (slug: string) => {
  const found = await findForecast(store.read, slug, TODAY);
  if (found === undefined) throw new Error(`${slug} is not in the seed`);
  return found;
};

const WORDS = { en, "zh-Hant": zhHant };
type Spoken = keyof typeof WORDS;

const toldOf = (forecast: ForecastDetail, language: Spoken) => ({
  entries: new Map(forecast.evidence.map((entry) => [entry.id, entry])),
  language,
  m: WORDS[language],
});

/** What the evidence on a forecast of the seed adds up to. */
const weighedOf = async ({ slug }: ForecastDetail, today = TODAY) => {
  const weighed = await weigh(store.read, slug, today, "UTC");
  if (weighed === undefined) throw new Error(`${slug} is not in the seed`);
  return weighed;
};

const renderBalance = async (
  forecast: ForecastDetail,
  language: Spoken = "en",
  today = TODAY,
  change: (entry: ReadinessEntry) => ReadinessEntry = (entry) => entry,
) =>
  renderToStaticMarkup(
    <BalanceSection
      forecast={forecast}
      balance={balanceOf((await weighedOf(forecast, today)).entries.map(change))}
      today={today}
      {...toldOf(forecast, language)}
    >
      {null}
    </BalanceSection>,
  );

const renderChecklist = async (forecast: ForecastDetail, language: Spoken = "en") =>
  renderToStaticMarkup(
    <Checklist readiness={(await weighedOf(forecast)).readiness} {...toldOf(forecast, language)} />,
  );

const renderOdds = async (forecast: ForecastDetail, query = "", language: Spoken = "en") =>
  renderToStaticMarkup(
    <OddsSection
      page="/forecasts"
      asked={readOddsAsked(new URLSearchParams(query))}
      confidence={forecast.confidence.words}
      weighed={(await weighedOf(forecast)).entries}
      {...toldOf(forecast, language)}
    />,
  );

/** What is read, without the elements around it. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");
const found = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

describe.each(items.map(({ slug }) => slug))("the seed's %s", (slug) => {
  it.each(["en", "zh-Hant"] as const)("shows a balance and a checklist in %s", async (language) => {
    const forecast = await find(slug);
    const sided = forecast.evidence.filter(({ stance }) => stance !== "context");
    const balance = await renderBalance(forecast, language);
    expect(balance).toContain(WORDS[language].balance.title);
    // Every entry stands in the chart and in its table; without any there is nothing to draw.
    expect(found(balance, /class="balance-mark /g)).toBe(sided.length);
    expect(found(balance, /<th scope="row"><span class="stance[^>]*>[^<]*<\/span> <a /g)).toBe(sided.length);
    expect(balance.includes("<figure")).toBe(sided.length > 0);
    const checklist = await renderChecklist(forecast, language);
    const { met, unmet } = WORDS[language].readiness;
    expect(found(checklist, new RegExp(`<b>(${met}|${unmet})</b>`, "g"))).toBe(
      (await weighedOf(forecast)).readiness.length,
    );
    expect(balance + checklist).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test("evidence that was withdrawn counts nowhere", async () => {
  const forecast = await find("nvidia-reign-ends-3y");
  const [first, ...others] = forecast.evidence;
  if (first === undefined) throw new Error("it has evidence");
  const before = await weighedOf(forecast);
  await store.write((tx) => withdrawEvidence(tx, first.id, "A mistake.", { now: NOW, today: TODAY }));
  const after = await weighedOf(forecast);
  expect(before.entries.map(({ id }) => id)).toContain(first.id);
  expect(after.entries.map(({ id }) => id).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
});

describe("the chart", () => {
  it("has an open mark for a page without a date, and says so only then", async () => {
    const mixed = await renderBalance(await find("inference-10x-1y"));
    expect(mixed).toContain("is-open");
    expect(mixed).toContain(en.balance.marks.logged);
    const dated = await renderBalance(await find("inference-10x-1y"), "en", TODAY, (entry) => ({
      ...entry,
      publishedOn: day("2026-05-01"),
    }));
    expect(dated).not.toContain("is-open");
    expect(dated).not.toContain(en.balance.marks.logged);
  });

  it("says when the window opens where that is beyond what it shows, and shades it where it is not", async () => {
    const far = await renderBalance(await find("home-humanoid-5-10y"));
    expect(far).not.toContain('class="balance-window"');
    expect(textOf(far)).toContain("window opens 10 Sep 2030");
    expect(await renderBalance(await find("agentic-mainstream-1y"))).toContain('class="balance-window"');
  });

  it("is drawn on the calendar's first and last days too", async () => {
    const forecast = await find("agentic-mainstream-1y");
    for (const [on, today] of [
      ["0001-01-01", "0001-01-02"],
      ["9999-12-30", "9999-12-31"],
    ] as const) {
      const days = { saidOn: day(on), dueFrom: day(on), dueBy: day(today), graceBy: null };
      const evidence = forecast.evidence.map((entry) => ({ ...entry, publishedOn: day(on) }));
      expect(await renderBalance({ ...forecast, ...days, evidence }, "en", day(today))).not.toMatch(
        /NaN|Infinity/,
      );
    }
  });
});

describe("the odds", () => {
  it("are a link until they are asked for", async () => {
    const forecast = await find("inference-10x-1y");
    const drawn = await renderOdds(forecast);
    expect(drawn).toContain('href="/forecasts?start=50#odds"');
    expect(textOf(drawn).trim()).toBe(en.odds.title);
    expect(await renderOdds(forecast, "start=70")).toMatch(/^<details[^>]* open=""/);
  });

  it("say where the evidence would lead, factor by factor", async () => {
    // 10 and 3 for, 3 against: 10 to 1 from even odds.
    const text = textOf(await renderOdds(await find("inference-10x-1y"), "start=50"));
    expect(text).toContain("From 50%, what is logged would take somebody who trusts these numbers to 90.9%.");
    expect(text).toContain("With the evidence: 1 × 30 ÷ 3 = 10");
    expect(text).toContain("10 ÷ (1 + 10) = 90.9%");
    expect(text).toContain("÷ 3");
  });

  it("take other ratios, and a field left blank as one left alone", async () => {
    const text = textOf(await renderOdds(await find("inference-10x-1y"), "start=&strong=1&moderate=2"));
    expect(text).toContain("From 50%");
    expect(text).toContain("With the evidence: 1 × 2 ÷ 2 = 1");
  });

  it("say beside the field what is wrong with it, and lose nothing of what was typed", async () => {
    const drawn = await renderOdds(
      await find("inference-10x-1y"),
      "start=120&weak=1.7&moderate=much&strong=12",
    );
    expect(textOf(drawn)).toContain("2 fields need another look");
    for (const typed of ["120", "1.7", "much", "12"]) expect(drawn).toContain(`value="${typed}"`);
    expect(drawn).toMatch(
      /aria-invalid="true" aria-describedby="odds-start-hint odds-start-error" name="start"/,
    );
    expect(drawn).toContain(`id="odds-start-error">${en.errors["not-in-range"]({ least: 1, limit: 99 })}`);
    expect(drawn).toContain(`id="odds-moderate-error">${en.errors["not-a-ratio"]({ limit: 1000 })}`);
    expect(drawn).not.toContain("odds-said");
  });

  it("offer to start where the speaker put a number to it, keeping the rest", async () => {
    const forecast = await find("inference-10x-1y");
    const confidence = { ...forecast.confidence, words: "我有七成把握" };
    const drawn = await renderOdds({ ...forecast, confidence }, "start=50&strong=12");
    expect(textOf(drawn)).toContain("The speaker said 70%");
    expect(drawn).toContain('href="/forecasts?start=70&amp;strong=12#odds"');
    expect(await renderOdds(forecast, "start=50")).not.toContain("start there");
  });

  it("never speak of an outcome", async () => {
    for (const language of ["en", "zh-Hant"] as const) {
      const text = textOf(await renderOdds(await find("inference-10x-1y"), "start=50", language));
      for (const outcome of Object.values(WORDS[language].outcome)) expect(text).not.toContain(outcome);
    }
  });
});

describe("the checklist", () => {
  it("tells met from not met in words, and names what is unanswered", async () => {
    const text = textOf(await renderChecklist(await find("kernel-generation-breakthrough-1-2y")));
    expect(text).toContain("Met Two independent publishers point the same way (1 for, 2 against");
    expect(text).toContain(
      "Not met Something is dated 10 Sep 2027 , the window's last day, or later (that day is still to come)",
    );
    expect(text).toContain("Met Something is attached to “False if” (2 entries)");
    expect(text).toContain("4 of 6 met");
  });

  it("shows beside the verdict only what it would be given against, and nothing where all is met", async () => {
    const forecast = await find("agentic-mainstream-1y");
    const { readiness } = await weighedOf(forecast);
    const draw = (points: typeof readiness) =>
      renderToStaticMarkup(<UnmetPoints readiness={points} {...toldOf(forecast, "en")} />);
    expect(draw(readiness)).not.toContain(`<b>${en.readiness.met}</b>`);
    expect(draw(readiness)).toContain(en.readiness.formNote);
    expect(draw(readiness.filter(({ isMet }) => isMet))).toBe("");
  });
});
