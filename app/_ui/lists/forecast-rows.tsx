import type { ForecastItem } from "#db/lists/forecast-item.ts";
import type { FoundText, Match } from "#db/lists/found.ts";
import type { Day as CalendarDay } from "#domain/day.ts";
import type { Excerpt, Span } from "#domain/search/marks.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { dayMarkup } from "../../_words/day.tsx";
import { type Filling, type Markup, markup } from "../../_words/markup.ts";
import { routes } from "../../_words/routes.ts";
import { langUnless, quoteMarkup, textMarkup, unquotedMarkup, wordingOf } from "../../_words/translated.tsx";
import { dueMarkup } from "../forecasts/due-text.tsx";
import { barMarkup } from "../forecasts/window-bar.tsx";
import { tallyMarkup } from "../text/marks.tsx";
import { Rendered } from "../text/rendered.tsx";

/** A text with some stretches of it marked. */
function markedText(text: string, spans: readonly Span[]): Filling {
  if (spans.length === 0) return text;
  let done = 0;
  const pieces = spans.flatMap(({ start, end }): Filling[] => {
    const before = text.slice(done, start);
    done = end;
    return [before, markup`<mark>${text.slice(start, end)}</mark>`];
  });
  return [...pieces, text.slice(done)];
}

const words = (name: "cite" | "q", { text, spans }: Excerpt, lang: Language | undefined): Markup => {
  const marked = markedText(text, spans);
  const said = lang !== undefined && markup` lang='${lang}'`;
  return name === "q" ? markup`<q${said}>${marked}</q>` : markup`<cite${said}>${marked}</cite>`;
};

function place(
  found: FoundText,
  shown: Language | undefined,
  language: Language,
  m: Messages,
  isToldAbove: boolean,
): Markup {
  if (isToldAbove && found.place === "source-text") return markup`<li>${m.list.sameText}</li>`;
  const { excerpt, title } = found;
  const lang = found.lang === null ? undefined : langUnless(language, found.lang);
  // The claim that heads the row has its marks already.
  const isHeading = found.place === "claim" && found.lang === shown;
  const told = isHeading ? [] : [title && words("cite", title, lang), excerpt && words("q", excerpt, lang)];
  const parts = told.filter((part) => part !== null);
  return markup`<li>${m.list.places[found.place]}${parts.map((part, i) => [i === 0 ? m.list.placeColon : " ", part])}</li>`;
}

/**
 * Where the words of a search were found: a line for each text that has some of them. @param shown the language of the
 * claim above @param isToldAbove the passage of the source's text stands with another of its forecasts
 */
const foundMarkup = (
  { texts }: Match,
  shown: Language | undefined,
  language: Language,
  m: Messages,
  isToldAbove = false,
): Filling =>
  texts.length > 0 &&
  markup`<ul class='found-in'>${texts.map((text) => place(text, shown, language, m, isToldAbove))}</ul>`;

interface RowProps {
  readonly today: CalendarDay;
  readonly language: Language;
  readonly m: Messages;
}

type Acts = (forecast: ForecastItem) => Markup;

/** One forecast in the ledger: claim, who said it when and in which words, its window, and what can be done. */
function row(
  forecast: ForecastItem,
  { today, language, m }: RowProps,
  acts: Acts | undefined,
  found: Match | undefined,
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
  readonly found?: ReadonlyMap<string, Match> | undefined;
}

/**
 * Rows as they are rendered. A passage of a source's text is shown once, however many of its forecasts are in the list.
 */
export function renderRows(
  items: readonly ForecastItem[],
  told: RowProps,
  { acts, found }: Extras = {},
): Markup {
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

/** Rows that are rendered already, to be shown. */
export const Rows = ({ of }: { of: Markup }) => <Rendered as="ul" className="plain" of={of} />;

export const ForecastRows = ({ items, ...told }: RowProps & { items: readonly ForecastItem[] }) => (
  <Rows of={renderRows(items, told)} />
);
