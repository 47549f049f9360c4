import { isAscii, isUtf8 } from "node:buffer";
import { charsetOfMark, declaredCharsets } from "./declared-charset.ts";
import { guessCharset } from "./guess-charset.ts";

/** A few broken characters are a page cut off or put together carelessly; more are a wrong label. */
const MOST_BROKEN_SHARE = 0.002;

/** Whether a character comes more often; a list of all of them would take more memory than the page. */
function hasMore(text: string, character: string, most: number): boolean {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    found += 1;
    if (found > most) return true;
  }
  return false;
}

/** The text in a charset, or null when the bytes are most likely not in it. */
function decodedAs(charset: string, bytes: Uint8Array): string | null {
  const text = new TextDecoder(charset).decode(bytes);
  return hasMore(text, "\ufffd", 1 + text.length * MOST_BROKEN_SHARE) ? null : text;
}

/**
 * The text of a page, whatever is said of its charset. In this order:
 *
 * 1. a byte-order mark;
 * 2. bytes that are valid UTF-8 and more than ASCII are UTF-8: no other encoding looks like it by chance, and pages
 *    sent under an old label are common;
 * 3. what the header, the XML declaration or `<meta>` says, the first of them in which nearly all can be decoded;
 * 4. UTF-8 with a few broken characters; else what Chinese, Japanese or Korean is likeliest; else windows-1252.
 *
 * @param header the `charset` of the content type, as sent
 * Source: the order of the HTML standard (13.2.3.2), but for 2 and the guess, which it leaves open.
 */
export function decodePage(bytes: Uint8Array, header: string | null): string {
  const marked = charsetOfMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (!isAscii(bytes) && isUtf8(bytes)) return new TextDecoder().decode(bytes);
  for (const charset of [...declaredCharsets(bytes, header), "utf-8"]) {
    const text = decodedAs(charset, bytes);
    if (text !== null) return text;
  }
  return new TextDecoder(guessCharset(bytes)).decode(bytes);
}
