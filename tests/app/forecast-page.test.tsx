import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { RelatedForecasts } from "#app/_ui/forecasts/record-lists.tsx";
import { WindowFacts } from "#app/_ui/forecasts/window-facts.tsx";
import { ForecastsOf } from "#app/_ui/lists/forecasts-of.tsx";
import { TextPiece } from "#app/_ui/sources/text-piece.tsx";
import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import { day } from "#domain/day.ts";
import { CRITERIA } from "#domain/vocabulary.ts";
import { en } from "#messages/en.ts";
import { forecastWith, TODAY } from "./timeline/items.ts";

const NOWHERE = { en: null, "zh-Hant": null };
const none = { words: null, lang: "en" as const, note: NOWHERE };
const window = (from: string, by: string) => ({ dueFrom: day(from), dueBy: day(by), graceBy: null });

function detail(changes: Partial<ForecastDetail> = {}): ForecastDetail {
  return {
    ...forecastWith("a", { dueFrom: "2025-09-10", dueBy: "2027-09-10" }),
    ...{ quote: { words: "Within two years.", lang: "en" }, place: null, attributionNote: NOWHERE },
    ...{ section: none, confidence: none, tags: [], relations: [], verdicts: [], reviews: [], evidence: [] },
    criteria: Object.fromEntries(CRITERIA.map((one) => [one, NOWHERE])),
    ...{ recordedAt: new Date(0), recordedLate: false, revision: 0, withdrawal: null },
    ...changes,
  } as unknown as ForecastDetail;
}

const view = { language: "en" as const, m: en, timeZone: "UTC" };
const drawn = (forecast: ForecastDetail) =>
  renderToStaticMarkup(<WindowFacts forecast={forecast} {...view} />);

describe("the words for the time", () => {
  const horizon = { words: "within two years", isQuoted: true, lang: "en" as const, note: NOWHERE };

  test("are told to be in no quote where they are not, without quotation marks", () => {
    expect(drawn(detail({ horizon }))).toContain(`<q lang="en"><bdi>within two years</bdi></q>`);
    const html = drawn(detail({ horizon: { ...horizon, isQuoted: false } }));
    expect(html).not.toContain("<q");
    expect(html).toContain(`(${en.editing.notInQuote})`);
  });

  test("have the reason for another window beside that window", () => {
    const note = { en: "He meant weeks.", "zh-Hant": null };
    const other = { ...window("2025-09-10", "2025-12-10"), horizon: { ...horizon, note } };
    const html = drawn(detail(other));
    expect(html.indexOf(en.editing.overruled)).toBeGreaterThan(0);
    expect(html.indexOf("He meant weeks.")).toBeGreaterThan(html.indexOf(en.editing.overruled));
    expect(html.split("He meant weeks.")).toHaveLength(2);
    const asSaid = drawn(detail({ horizon: { ...horizon, note } }));
    expect(asSaid.indexOf("He meant weeks.")).toBeLessThan(asSaid.indexOf(en.forecast.countedFrom));
  });
});

test("each rung of a ladder says when it is due", () => {
  const rung = (slug: string, by: string) => ({
    ...{ kind: "related" as const, direction: "to" as const, slug, claim: { en: "Same.", "zh-Hant": null } },
    ...{ window: window("2025-09-10", by), status: "open" as const, verdict: null, isWithdrawn: false },
  });
  const relations = [rung("b", "2030-12-31"), rung("c", "2035-12-31")];
  const html = renderToStaticMarkup(<RelatedForecasts forecast={detail({ relations })} {...view} />);
  expect([html.includes("31 Dec 2030"), html.includes("31 Dec 2035")]).toEqual([true, true]);
});

test("a list without forecasts says what its page says of it", () => {
  const page = { items: [], nextCursor: null };
  const html = renderToStaticMarkup(
    <ForecastsOf
      title="T"
      by={{}}
      page={page}
      total={0}
      today={TODAY}
      {...view}
      none={<a href="/x">Look</a>}
    />,
  );
  expect(html).toContain(`<p class="empty"><a href="/x">Look</a></p>`);
});

test("those who speak are set apart in a text, and what is quoted is marked", () => {
  const text = "Ana: Soon?\nBen: Within two years.\nAna: Oh.";
  const start = text.indexOf("Within");
  const forecasts = [
    { slug: "a", lang: "en" as const, claim: { en: "C", "zh-Hant": null }, start, end: start + 17 },
  ];
  const piece = { start: 0, end: text.length };
  const html = renderToStaticMarkup(
    <TextPiece {...{ text, piece, forecasts, at: null, m: en, language: "en" }} />,
  );
  expect(html.match(/<b class="who">[^<]+<\/b>/g)).toEqual([
    '<b class="who">Ana: </b>',
    '<b class="who">Ben: </b>',
    '<b class="who">Ana: </b>',
  ]);
  expect(html.replaceAll(/<[^>]*>/g, "")).toBe(text);
});
