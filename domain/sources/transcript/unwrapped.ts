import type { Block } from "./blocks.ts";
import type { Stretch } from "./sentences.ts";

/** A line of less than this much of the longest of its paragraph was ended on purpose. */
const SHORT_LINE = 0.6;
/** Whose lines are longer was not wrapped by hand. */
const LONGEST_WRAPPED = 200;

/** The stretches of a block in which a sentence may go on over a line's end: text that was wrapped at a width. */
export function* unwrapped({ lines }: Block): Generator<Stretch> {
  const width = lines.reduce((widest, { start, end }) => Math.max(widest, end - start), 0);
  let open: Stretch | null = null;
  for (const line of lines) {
    open = open === null ? line : { start: open.start, end: line.end };
    const length = line.end - line.start;
    if (width > LONGEST_WRAPPED || length < width * SHORT_LINE) {
      yield open;
      open = null;
    }
  }
  if (open !== null) yield open;
}
