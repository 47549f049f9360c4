/** What is no character to be shown or quoted: controls, marks that turn the direction round, what has no width. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]|[\u{E0000}-\u{E007F}]/gu;
/** Thirty are enough for any script, and a normaliser takes long over more (UAX #15, stream-safe text). */
const PILED_MARKS = /(\p{M}{30})\p{M}+/gu;
const LINE_ENDS = /\r\n?|[\v\f\x85\u2028\u2029]/g;

/**
 * A text that can be stored, shown and quoted: lines end in "\n", NFC, no controls but tabs and line ends, no lone
 * surrogates, nothing invisible.
 *
 * @example soundText("a\u0000b\r\nc") // "ab\nc"
 */
export function soundText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(LINE_ENDS, "\n")
    .replace(UNSEEN, "")
    .replace(PILED_MARKS, "$1")
    .normalize("NFC");
}

/** The start of a text, at most so many UTF-16 units long; no character is cut in half. */
export function startOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return text.slice(0, splits ? most - 1 : most);
}

/**
 * One line of a detail, white space folded and cut to a length; null where nothing is left.
 *
 * @param most UTF-16 units
 * @example soundLine("  Chips,\n  and  more ", 300) // "Chips, and more"
 */
export function soundLine(raw: string, most: number): string | null {
  // Cut first: a title of megabytes is not worth cleaning.
  const folded = soundText(startOf(raw, most * 4))
    .replace(/\s+/g, " ")
    .trim();
  return startOf(folded, most).trimEnd() || null;
}
