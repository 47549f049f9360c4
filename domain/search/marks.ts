import type { SearchTerm } from "./query.ts";
import { type Token, tokensOf } from "./text.ts";

/** A stretch of a text, from one UTF-16 offset to before another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a term of a search ends in a text, when it stands at a place of it; undefined when it does not. */
function endAt(tokens: readonly Token[], place: number, { tokens: asked, isPrefix }: SearchTerm) {
  const last = asked.length - 1;
  for (const [offset, text] of asked.entries()) {
    const token = tokens[place + offset];
    if (token === undefined) return undefined;
    const isBeginning = isPrefix && offset === last;
    if (isBeginning ? !token.text.startsWith(text) : token.text !== text) return undefined;
  }
  const token = tokens[place + last];
  // A pair is over where its second character is, which begins the next token.
  return token?.kind === "pair" && !isPrefix ? tokens[place + last + 1]?.end : token?.end;
}

/** What a text has of a search. */
export interface Marks {
  /** Stretches to mark, in order, none touching another. */
  readonly spans: readonly Span[];
  /** The terms that are in it, by their place in the search. */
  readonly found: ReadonlySet<number>;
}

const NO_MARKS: Marks = { spans: [], found: new Set() };

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

/** Whether a text cannot have any of the terms: most have none, and of ASCII that shows before it is taken apart. */
function isWithout(text: string, terms: readonly SearchTerm[]): boolean {
  if (!ASCII.test(text)) return false;
  const letters = text.toLowerCase();
  return !terms.some(({ tokens }) => tokens.every((token) => letters.includes(token)));
}

/**
 * Finds the terms of a search in a text, by the same rules as an index of its tokens.
 *
 * @example marksIn("Open models", parseSearch("mod").all).spans // [{ start: 5, end: 11 }]
 */
export function marksIn(text: string, terms: readonly SearchTerm[]): Marks {
  if (isWithout(text, terms)) return NO_MARKS;
  const tokens = tokensOf(text);
  const spans: Span[] = [];
  const found = new Set<number>();
  for (const [place, token] of tokens.entries()) {
    for (const [number, term] of terms.entries()) {
      const end = endAt(tokens, place, term);
      if (end === undefined) continue;
      found.add(number);
      const before = spans.at(-1);
      if (before !== undefined && token.start <= before.end) {
        spans[spans.length - 1] = { start: before.start, end: Math.max(before.end, end) };
      } else spans.push({ start: token.start, end });
    }
  }
  return spans.length === 0 ? NO_MARKS : { spans, found };
}

/** A part of a text that fits into a line, with what is marked in it. */
export interface Excerpt {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** In columns, of which a Chinese character takes two: a line of either language is as long, and says as much. */
const BEFORE = 60;
const LONGEST = 200;
const ELLIPSIS = "…";

const columnsOf = (sign: string) =>
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\uff60]/.test(sign) ? 2 : 1;

/** As far from a place as so many columns go, in a direction; at most the end of the text. */
function reach(text: string, at: number, columns: number, step: 1 | -1): number {
  let place = at;
  for (let left = columns; place + step >= 0 && place + step <= text.length; place += step) {
    left -= columnsOf(text.charAt(step === 1 ? place : place - 1));
    if (left < 0) break;
  }
  return place;
}

/** The next place from `at` on, in a direction, that is not in the middle of a word or a character. */
function seam(text: string, at: number, step: 1 | -1): number {
  const isInside = (place: number) =>
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, place - 2), place)) &&
    /^[a-z0-9\u00c0-\u024f\udc00-\udfff]/i.test(text.slice(place, place + 1));
  let place = at;
  for (let tries = 0; tries < 20 && place > 0 && place < text.length && isInside(place); tries += 1)
    place += step;
  return /[\udc00-\udfff]/.test(text.charAt(place)) ? place + 1 : place;
}

/**
 * Cuts out the part of a text in which its first mark stands; a short text stays whole.
 *
 * @param spans as `marksIn` gives them
 */
export function excerptOf(text: string, spans: readonly Span[]): Excerpt {
  const first = spans[0];
  if (first === undefined || reach(text, 0, LONGEST, 1) === text.length) return { text, spans };
  const start = reach(text, first.start, BEFORE, -1);
  const from = start === 0 ? 0 : seam(text, start, 1);
  const end = reach(text, from, LONGEST, 1);
  const to = end === text.length ? end : seam(text, end, -1);
  const [before, after] = [from > 0 ? ELLIPSIS : "", to < text.length ? ELLIPSIS : ""];
  const moved = before.length - from;
  return {
    text: before + text.slice(from, to) + after,
    spans: spans
      .filter(({ start }) => start < to)
      .map(({ start, end }) => ({ start: start + moved, end: Math.min(end, to) + moved })),
  };
}
