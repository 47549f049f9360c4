import type { Route } from "next";
import { Fragment } from "react";
import type { PlacedForecast } from "#db/sources/quote-places.ts";
import { labelsIn, type Run, runsOf, type Stretch } from "#domain/sources/transcript.ts";
import { isolatedText } from "#domain/unseen.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import { markOf, routes, withQuery } from "../../_words/routes.ts";
import { wordingOf } from "../../_words/wording.ts";
import { Isolate, Seen } from "../text/isolated.tsx";

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
function Quoted({ run, shown: { text, forecasts, piece, m, language } }: { run: Run; shown: ShownText }) {
  const own = run.quotes.flatMap((place) => forecasts[place] ?? []);
  const begins = own.filter(({ start }) => Math.max(start, piece.start) === run.start);
  const ends = own.filter(({ end }) => Math.min(end, piece.end) === run.end);
  const titleOf = ({ slug, claim }: PlacedForecast) => isolatedText(wordingOf(claim, language)?.text ?? slug);
  const [first] = own;
  return (
    <>
      {begins.map(({ slug }) => (
        <span key={slug} id={markOf(slug)} />
      ))}
      <mark>
        {first !== undefined && (
          <a href={routes.forecast(first.slug)} title={titleOf(first)}>
            <Seen m={m}>{text.slice(run.start, run.end)}</Seen>
          </a>
        )}
      </mark>
      {ends
        .filter((one) => one !== first)
        .map((one) => (
          <sup key={one.slug}>
            <a href={routes.forecast(one.slug)} title={titleOf(one)}>
              {own.indexOf(one) + 1}
              <span className="visually-hidden" lang={language}>
                {" "}
                {m.reading.also}
              </span>
            </a>
          </sup>
        ))}
    </>
  );
}

/** Text that nobody quotes, with the labels of those who speak set apart. */
function Unquoted({
  run,
  text,
  labels,
  m,
}: {
  run: Run;
  text: string;
  labels: readonly Stretch[];
  m: Messages;
}) {
  const own = labels.filter(({ start, end }) => start >= run.start && end <= run.end);
  const stretch = (start: number, end: number) => <Seen m={m}>{text.slice(start, end)}</Seen>;
  return (
    <>
      {own.map(({ start, end }, place) => (
        <Fragment key={start}>
          {stretch(own[place - 1]?.end ?? run.start, start)}
          <b className="who">{stretch(start, end)}</b>
        </Fragment>
      ))}
      {stretch(own.at(-1)?.end ?? run.start, run.end)}
    </>
  );
}

/** A part of a text, with the quotes of forecasts marked in it, and a mark of its own where it is entered. */
export function TextPiece(shown: ShownText) {
  const { text, piece, forecasts, at, m } = shown;
  const entry = at === null ? [] : [{ start: at, end: piece.end }];
  const labels = labelsIn(text, piece);
  return (
    <Isolate whole>
      {runsOf(piece, [...forecasts, ...entry]).map((run) => (
        <Fragment key={run.start}>
          {run.start === at && <span id="here" />}
          {run.quotes.some((place) => place < forecasts.length) ? (
            <Quoted run={run} shown={shown} />
          ) : (
            <Unquoted run={run} text={text} labels={labels} m={m} />
          )}
        </Fragment>
      ))}
    </Isolate>
  );
}
