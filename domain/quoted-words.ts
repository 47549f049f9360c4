const SAME: { readonly [sign: string]: string } = {
  "’": "'",
  "‘": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
};

/** A text without what does not change its words: white space, width, case, the shape of apostrophes and hyphens. */
const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s/gu, "")
    .replaceAll(/[’‘‐‑–—]/gu, (sign) => SAME[sign] ?? sign);

/**
 * Whether words stand in a quote as they are, up to white space, width and case. Words that do not are nobody's in that
 * quote, so that they may not be shown as if they were. An ellipsis in them stands for what was left out.
 *
 * @example areInQuote("Within  two years", "It works within two years.") // true
 * @example areInQuote("by 2030", "It works within two years.") // false
 */
export function areInQuote(words: string, quote: string): boolean {
  if (quote.includes(words)) return true;
  const text = folded(quote);
  let from = 0;
  return folded(words)
    .split("...")
    .every((piece) => {
      const at = text.indexOf(piece, from);
      from = at + piece.length;
      return at >= 0;
    });
}
