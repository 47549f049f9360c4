import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ForecastRows } from "#app/_ui/lists/forecast-rows.tsx";
import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { Match } from "#db/lists/found.ts";
import { en } from "#messages/en.ts";
import { forecastWith, TODAY } from "./timeline/items.ts";

const told = { today: TODAY, language: "en" as const, m: en };
const NOTHING = { claim: { en: [], "zh-Hant": [] } };
const words = { lang: "en" as const, title: null };
const inText: Match = {
  ...NOTHING,
  texts: [{ ...words, place: "source-text", excerpt: { text: "It said gigawatt here.", spans: [] } }],
};
const inQuote: Match = {
  ...NOTHING,
  texts: [{ ...words, place: "quote", excerpt: { text: "A gigawatt it is.", spans: [] } }],
};
const of = (slug: string, source: string): ForecastItem => {
  const item = forecastWith(slug, {});
  return { ...item, source: { ...item.source, slug: source } };
};

test("a passage of a source's text is shown with the first of its forecasts, and only told of with the others", () => {
  const items = [of("a", "talk"), of("b", "talk"), of("c", "paper"), of("d", "talk")];
  const found = new Map([
    ["a", inText],
    ["b", inText],
    ["c", inText],
    ["d", inQuote],
  ]);
  const rows = renderToStaticMarkup(<ForecastRows items={items} found={found} {...told} />)
    .split('<li class="row')
    .slice(1);
  const same = `<li>${en.list.sameText}</li>`;
  expect(rows.map((row) => row.includes("It said gigawatt here."))).toEqual([true, false, true, false]);
  expect(rows.map((row) => row.includes(same))).toEqual([false, true, false, false]);
  expect(rows[3]).toContain("A gigawatt it is.");
});

test("words for the time stand in quotation marks only where they are quoted", () => {
  const horizon = { words: "by 2030", lang: "en" as const, note: { en: "N", "zh-Hant": null } };
  const row = (isQuoted: boolean) =>
    renderToStaticMarkup(
      <ForecastRows items={[{ ...of("a", "talk"), horizon: { ...horizon, isQuoted } }]} {...told} />,
    );
  expect(row(true)).toContain('<q lang="en"><bdi>by 2030</bdi></q>');
  expect(row(false)).not.toContain("<q");
  expect(row(false)).toContain(`by 2030</bdi> (${en.editing.notInQuote})`);
});
