import type { ForecastItem } from "../../../db/lists/forecast-item.ts";
import type { Found } from "../../../db/lists/found.ts";
import type { Day as CalendarDay } from "../../../domain/day.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { Messages } from "../../../messages/en.ts";
import { dayMarkup } from "../../_words/day.tsx";
import { type Markup, markup } from "../../_words/markup.ts";
import { routes } from "../../_words/routes.ts";
import { quoteMarkup, textMarkup, unquotedMarkup, wordingOf } from "../../_words/translated.tsx";
import { dueMarkup } from "../forecasts/due-text.tsx";
import { barMarkup } from "../forecasts/window-bar.tsx";
import { Drawn } from "../text/drawn.tsx";
import { tallyMarkup } from "../text/marks.tsx";
import { foundMarkup, markedText } from "./found-text.ts";

interface Told {
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

type Acts = (forecast: ForecastItem) => Markup;

/** One forecast in the ledger: claim, who said it when and in which words, its window, and what can be done. */
function row(
  forecast: ForecastItem,
  { today, language, m }: Told,
  acts: Acts | undefined,
  found: Found | undefined,
  isToldAbove: boolean,
): Markup {
  const { slug, claim, speaker, saidOn, horizon, evidenceCounts } = forecast;
  const wording = wordingOf(claim, language);
  const foreign = wording !== null && wording.lang !== language;
  return markup`<li class='${acts === undefined ? "row plain-row" : "row"}'><div><a class='claim' href='${routes.forecast(slug)}'${
    foreign && markup` lang='${wording.lang}'`
  }>${wording === null ? slug : markedText(wording.text, found?.claim[wording.lang] ?? [])}</a><div class='meta'><a href='${routes.speaker(speaker.slug)}'>${textMarkup(
    speaker.name,
    language,
  )}</a>${dayMarkup(saidOn, language)}${
    horizon.words !== null &&
    (horizon.isQuoted
      ? quoteMarkup(horizon.words, horizon.lang)
      : unquotedMarkup(horizon.words, horizon.lang, m.editing.notInQuote))
  }${tallyMarkup(evidenceCounts, m)}</div>${
    found !== undefined && foundMarkup(found, wording?.lang, language, m, isToldAbove)
  }</div><div>${dueMarkup({ forecast, today, language, m })}${barMarkup({
    forecast,
    today,
  })}</div>${acts !== undefined && markup`<div class='acts'>${acts(forecast)}</div>`}</li>`;
}

interface Extras {
  /** What can be done about each, where it stands. */
  readonly acts?: Acts;
  /** Where a search found each, by its slug. */
  readonly found?: ReadonlyMap<string, Found> | undefined;
}

/**
 * Rows as they are drawn. A passage of a source's text is shown once, however many of its forecasts are in the list.
 */
export function drawRows(items: readonly ForecastItem[], told: Told, { acts, found }: Extras = {}): Markup {
  const shown = new Set<string>();
  const rows = items.map((forecast) => {
    const own = found?.get(forecast.slug);
    const { slug } = forecast.source;
    const isToldAbove = shown.has(slug);
    if (own?.texts.some(({ place }) => place === "source-text")) shown.add(slug);
    return row(forecast, told, acts, own, isToldAbove);
  });
  return markup`${rows}`;
}

/** Rows that are drawn already, to be shown. */
export const Rows = ({ of }: { of: Markup }) => <Drawn as="ul" className="plain" of={of} />;

export const ForecastRows = ({ items, ...told }: Told & { items: readonly ForecastItem[] }) => (
  <Rows of={drawRows(items, told)} />
);
