import type { Route } from "next";
import type { PlacedForecast } from "#db/sources/quote-places.ts";
import { labelsIn, type Run, runsOf, type Stretch } from "#domain/sources/transcript.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { type Filling, type Markup, markup } from "../../_words/markup.ts";
import { markOf, routes, withQuery } from "../../_words/routes.ts";
import { wordingOf } from "../../_words/translated.tsx";

/** The way through a text that is longer than a page. */
export function TextPieces({
  page,
  shown,
  pieces,
  m,
}: {
  /** Where the text stands. */
  page: Route;
  /** Which part is shown, counted from 0. */
  shown: number;
  pieces: number;
  m: Messages;
}) {
  const r = m.reading;
  if (pieces === 1) return null;
  const at = (piece: number) => withQuery(page, new URLSearchParams({ part: String(piece + 1) }));
  return (
    <nav className="pages" aria-label={r.pieces}>
      <span className="small">{r.piece(shown + 1, pieces)}</span>
      {shown > 0 && <a href={at(shown - 1)}>{r.previousPiece}</a>}
      {shown < pieces - 1 && <a href={at(shown + 1)}>{r.nextPiece}</a>}
    </nav>
  );
}

interface ShownText {
  readonly text: string;
  readonly piece: Stretch;
  readonly forecasts: readonly PlacedForecast[];
  /** The place that the reader came for. */
  readonly at: number | null;
  readonly m: Messages;
  readonly language: Language;
}

/** A run of quoted words: it leads to the first forecast that quotes them, and behind it to the others. */
function quoted(run: Run, { text, forecasts, piece, m, language }: ShownText): Markup {
  const own = run.quotes.flatMap((place) => forecasts[place] ?? []);
  const begins = own.filter(({ start }) => Math.max(start, piece.start) === run.start);
  const ends = own.filter(({ end }) => Math.min(end, piece.end) === run.end);
  const titleOf = ({ slug, claim }: PlacedForecast) => wordingOf(claim, language)?.text ?? slug;
  const [first] = own;
  return markup`${begins.map(({ slug }) => markup`<span id='${markOf(slug)}'></span>`)}<mark>${
    first !== undefined &&
    markup`<a href='${routes.forecast(first.slug)}' title='${titleOf(first)}'>${text.slice(run.start, run.end)}</a>`
  }</mark>${ends
    .filter((one) => one !== first)
    .map(
      (one) =>
        markup`<sup><a href='${routes.forecast(one.slug)}' title='${titleOf(one)}'>${own.indexOf(one) + 1}<span class='visually-hidden' lang='${language}'> ${m.reading.also}</span></a></sup>`,
    )}`;
}

/** Text that nobody quotes, with the labels of those who speak set apart. */
function unquoted(run: Run, text: string, labels: readonly Stretch[]): Filling {
  let done = run.start;
  const pieces = labels
    .filter(({ start, end }) => start >= run.start && end <= run.end)
    .flatMap(({ start, end }): Filling[] => {
      const before = text.slice(done, start);
      done = end;
      return [before, markup`<b class='who'>${text.slice(start, end)}</b>`];
    });
  return [...pieces, text.slice(done, run.end)];
}

/** A part of a text as text, with the quotes of forecasts marked in it, and a mark of its own where it is entered. */
export function textMarkup(shown: ShownText): Markup {
  const { text, piece, forecasts, at } = shown;
  const entry = at === null ? [] : [{ start: at, end: piece.end }];
  const labels = labelsIn(text, piece);
  const runs = runsOf(piece, [...forecasts, ...entry]);
  return markup`${runs.map((run) => {
    const isQuoted = run.quotes.some((place) => place < forecasts.length);
    return [
      run.start === at && markup`<span id='here'></span>`,
      isQuoted ? quoted(run, shown) : unquoted(run, text, labels),
    ];
  })}`;
}
