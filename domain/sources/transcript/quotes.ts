import type { Stretch } from "./sentences.ts";

/**
 * Where a quote stands in a text: at the place that is named, if it does, else where it stands first.
 *
 * @returns null when the text does not have these very words
 * @example placeOfQuote("Soon. It ships soon.", "It ships soon.") // { start: 6, end: 20 }
 */
export function placeOfQuote(text: string, quote: string, named?: Stretch): Stretch | null {
  if (quote === "") return null;
  const start =
    named !== undefined && text.startsWith(quote, named.start) ? named.start : text.indexOf(quote);
  return start < 0 ? null : { start, end: start + quote.length };
}

/** A stretch of a text, and which of the quotes it is a part of. */
export interface Run extends Stretch {
  /** Places in the list of quotes; empty for the text between them. */
  readonly quotes: readonly number[];
}

/**
 * A piece of a text cut where quotes begin and end, so that each run is of the same ones throughout. Quotes may
 * overlap, and may reach beyond the piece.
 */
export function runsOf(piece: Stretch, quotes: readonly Stretch[]): readonly Run[] {
  const within = quotes
    .map((quote, place) => ({
      place,
      start: Math.max(quote.start, piece.start),
      end: Math.min(quote.end, piece.end),
    }))
    .filter(({ start, end }) => start < end);
  const cuts = new Set([piece.start, piece.end, ...within.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? piece.end;
    return {
      start,
      end,
      quotes: within.filter((quote) => quote.start <= start && quote.end >= end).map(({ place }) => place),
    };
  });
}
