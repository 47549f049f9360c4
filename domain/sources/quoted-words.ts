import { withoutUnseen } from "../unseen.ts";

const SAME: { readonly [sign: string]: string } = {
  "’": "'",
  "‘": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
};

/** A text without what does not change its words: characters that nobody sees, white space, width, case, the shape of apostrophes and hyphens. */
const folded = (text: string): string =>
  withoutUnseen(text)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s/gu, "")
    .replaceAll(/[’‘‐‑–—]/gu, (sign) => SAME[sign] ?? sign);

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The same with where in the text the character stands from which each sign came. Dear: character by character. */
function foldedWithPlaces(text: string) {
  let signs = "";
  const from: number[] = [];
  const to: number[] = [];
  for (const { segment, index } of characters.segment(text)) {
    const kept = folded(segment);
    for (let sign = 0; sign < kept.length; sign += 1) {
      from.push(index);
      to.push(index + segment.length);
    }
    signs += kept;
  }
  return { signs, from, to };
}

/** Where folded words stand in a folded text, piece after piece; null where one does not, or there is none. */
function span(words: string, text: string): { readonly first: number; readonly end: number } | null {
  let first: number | undefined;
  let end = 0;
  for (const piece of words.split("...").filter((one) => one !== "")) {
    const at = text.indexOf(piece, end);
    if (at < 0) return null;
    first ??= at;
    end = at + piece.length;
  }
  return first === undefined ? null : { first, end };
}

/**
 * Where words stand in a quote, up to white space, width and case: from the first of them to the last, UTF-16 offsets,
 * `end` excluded. An ellipsis in them stands for what was left out.
 *
 * @returns null where they do not stand in it, or are none
 * @example placeInQuote("Within  two years", "It works within two years.") // { start: 9, end: 25 }
 */
export function placeInQuote(
  words: string,
  quote: string,
): { readonly start: number; readonly end: number } | null {
  const asWritten = quote.indexOf(words);
  if (asWritten >= 0 && words !== "") return { start: asWritten, end: asWritten + words.length };
  const { signs, from, to } = foldedWithPlaces(quote);
  const found = span(folded(words), signs);
  const start = found === null ? undefined : from[found.first];
  const end = found === null ? undefined : to[found.end - 1];
  return start === undefined || end === undefined ? null : { start, end };
}

/**
 * Whether words stand in a quote as they are, up to white space, width and case. Words that do not are nobody's in that
 * quote, so that they may not be shown as if they were.
 *
 * @example areInQuote("Within  two years", "It works within two years.") // true
 * @example areInQuote("by 2030", "It works within two years.") // false
 */
export const areInQuote = (words: string, quote: string): boolean =>
  words.trim() === "" || quote.includes(words) || span(folded(words), folded(quote)) !== null;
