import type { Stretch } from "./sentences.ts";

const INVISIBLE = /[ \t\u00A0\u3000\u200B-\u200F\u202A-\u202E\u2060\uFEFF\0]/;

/** The lines of a text without the white space around them, blank ones as a stretch of no length. */
export function* linesOf(text: string): Generator<Stretch> {
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf("\n", from);
    const close = found === -1 ? text.length : found;
    let start = from;
    let end = close;
    while (start < end && INVISIBLE.test(text.charAt(start))) start++;
    while (end > start && INVISIBLE.test(text.charAt(end - 1))) end--;
    yield { start, end };
    from = close + 1;
  }
}

/** No line's head or whole is looked at beyond this much by the rules about lines. */
const READ_OF_A_LINE = 500;

/** As much of a line as the rules about lines look at. */
export const lineText = (text: string, { start, end }: Stretch): string =>
  text.slice(start, Math.min(end, start + READ_OF_A_LINE));
