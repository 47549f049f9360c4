const SAME: { readonly [sign: string]: string } = {
  "’": "'",
  "‘": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
};

const characters = new Intl.Segmenter("und", { granularity: "grapheme" });

interface Folded {
  readonly text: string;
  /** Where in the text that was folded the character stands from which each sign came. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A text without what does not change its words: white space, width, case, the shape of apostrophes and hyphens. */
function folded(text: string): Folded {
  let signs = "";
  const from: number[] = [];
  const to: number[] = [];
  for (const { segment, index } of characters.segment(text)) {
    const kept = segment
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/\s/gu, "")
      .replaceAll(/[’‘‐‑–—]/gu, (sign) => SAME[sign] ?? sign);
    for (let sign = 0; sign < kept.length; sign += 1) {
      from.push(index);
      to.push(index + segment.length);
    }
    signs += kept;
  }
  return { text: signs, from, to };
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
  const said = folded(quote);
  const pieces = folded(words)
    .text.split("...")
    .filter((piece) => piece !== "");
  let start: number | undefined;
  let end = 0;
  let next = 0;
  for (const piece of pieces) {
    const at = said.text.indexOf(piece, next);
    if (at < 0) return null;
    next = at + piece.length;
    start ??= said.from[at];
    end = said.to[next - 1] ?? end;
  }
  return start === undefined ? null : { start, end };
}

/**
 * Whether words stand in a quote as they are, up to white space, width and case. Words that do not are nobody's in that
 * quote, so that they may not be shown as if they were.
 *
 * @example areInQuote("Within  two years", "It works within two years.") // true
 * @example areInQuote("by 2030", "It works within two years.") // false
 */
export const areInQuote = (words: string, quote: string): boolean =>
  words.trim() === "" || placeInQuote(words, quote) !== null;
