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

/** In the middle of a line these begin another's turn: `>>` of captions, "A:" behind what was asked. */
const INNER_TURN = /[ \t]>>+[ \t]*(?=\S)|(?<=[?？][”"」』]?)[ \t　]*(?=(?:A|Answer|答|回答)[ \t]*[:：])/g;

/** The lines of a text, cut where somebody else begins to speak within one. */
export function* turnsIn(text: string): Generator<Stretch> {
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end);
    const isMarked =
      words.includes(">>") || /[?？][”"」』]?[ \t　]*(?:A|Answer|答|回答)[ \t]*[:：]/.test(words);
    let { start } = line;
    for (const found of isMarked ? words.matchAll(INNER_TURN) : []) {
      const at = line.start + found.index;
      if (at > start) yield { start, end: at };
      // The mark stays at the head of the new line, where it is read as one.
      start = at + (found[0].length - found[0].trimStart().length);
    }
    yield { start, end: line.end };
  }
}
