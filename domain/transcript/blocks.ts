import {
  hashHeading,
  isHeadingAlone,
  isHeadingAnywhere,
  RULE,
  UNDERLINE,
  WITHOUT_LETTERS,
} from "./headings.ts";
import type { Labels } from "./labels.ts";
import { linesOf, lineText } from "./lines.ts";
import type { Stretch } from "./sentences.ts";

/** Lines of a text that belong together: a heading, or a paragraph with who says it. */
export interface Block {
  readonly isHeading: boolean;
  /** The label it begins with; null where it has none; undefined where it goes on from the block before. */
  readonly speaker: string | null | undefined;
  /** Its lines, without the label and marks of the first. */
  readonly lines: readonly Stretch[];
}

const LIST_MARK = /^(?:[-*+•‧◦▪][ \t]+|\d{1,3}[.)][ \t]+|>[ \t>]*)/;
/** A turn of someone who is not named: a dash, or the `>>` of captions. */
const UNNAMED_TURN = /^(?:>>+[ \t]*|[–—][ \t]*)(?=\S)/;
/** A paragraph of more is handed on in parts. */
const LARGEST_BLOCK = 20_000;

/** Lines that are read in one step where they make no block. */
const LINES_PER_STEP = 2_000;

/** The blocks of a text, in order; `null` for a step that ended in none. */
export function* blocksOf(text: string, labels: Labels): Generator<Block | null> {
  let lines: Stretch[] = [];
  let speaker: string | null | undefined;
  let hasLabel = false;
  let read = 0;

  // A line of its own that begins with a number, which makes it a heading or the only item of a list.
  let numbered: Stretch | null = null;
  let isAfterBlank = true;

  const flush = function* (isBeforeBlank = false): Generator<Block> {
    if (
      numbered !== null &&
      lines.length === 1 &&
      isBeforeBlank &&
      isHeadingAlone(lineText(text, numbered))
    ) {
      lines = [numbered];
      hasLabel = false;
    }
    numbered = null;
    const [only] = lines;
    if (only !== undefined) {
      const isHeading = lines.length === 1 && !hasLabel && isHeadingAlone(lineText(text, only));
      yield { isHeading, speaker: isHeading ? undefined : speaker, lines };
      speaker = undefined;
      hasLabel = false;
    }
    lines = [];
  };

  for (const line of linesOf(text)) {
    read++;
    if (read % LINES_PER_STEP === 0) yield null;
    const words = lineText(text, line);
    const [above] = lines;
    if (UNDERLINE.test(words) && above !== undefined && lines.length === 1 && !hasLabel) {
      lines = [];
      yield { isHeading: true, speaker: undefined, lines: [above] };
      continue;
    }
    if (words === "" || RULE.test(words) || (WITHOUT_LETTERS.test(words) && words.length < 40)) {
      // A label alone on its line waits for the paragraph below it.
      yield* flush(true);
      isAfterBlank = true;
      continue;
    }
    const wasAfterBlank = isAfterBlank;
    isAfterBlank = false;
    const hashed = hashHeading(words);
    if (hashed !== null || isHeadingAnywhere(words)) {
      yield* flush();
      const start = hashed === null ? line.start : text.indexOf(hashed, line.start);
      yield {
        isHeading: true,
        speaker: undefined,
        lines: [{ start, end: start + (hashed ?? words).length }],
      };
      continue;
    }
    const label = labels.read(words);
    const mark = label === null ? (UNNAMED_TURN.exec(words) ?? LIST_MARK.exec(words)) : null;
    if (label !== null || mark !== null) {
      yield* flush();
      const start = line.start + (label?.length ?? mark?.[0].length ?? 0);
      hasLabel = true;
      if (label === null && wasAfterBlank && /^\d/.test(words)) numbered = line;
      if (label !== null) speaker = label.name;
      else if (UNNAMED_TURN.test(words)) speaker = null;
      if (start < line.end) lines.push({ start, end: line.end });
      continue;
    }
    lines.push(line);
    const [first] = lines;
    if (first !== undefined && line.end - first.start > LARGEST_BLOCK) yield* flush();
  }
  yield* flush(true);
}

/** A line of less than this much of the longest of its paragraph was ended on purpose. */
const SHORT_LINE = 0.6;
/** Whose lines are longer was not wrapped by hand. */
const LONGEST_WRAPPED = 200;

/** The stretches of a block over whose line ends a sentence may go on: text that was wrapped at a width. */
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
