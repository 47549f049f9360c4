import {
  hashHeading,
  isHeadingAlone,
  isHeadingAnywhere,
  RULE,
  UNDERLINE,
  WITHOUT_LETTERS,
} from "./headings.ts";
import type { Labels } from "./labels.ts";
import { lineText, turnsIn } from "./lines.ts";
import type { Stretch } from "./sentences.ts";

/** What a line is, seen alone; `skip` is how many characters at its head are marks and no words. */
type LineKind =
  | { readonly is: "blank" }
  /** Hyphens or equals signs: it makes a heading of a single line above it, and else parts. */
  | { readonly is: "underline" }
  | { readonly is: "heading"; readonly skip: number; readonly length: number }
  /** Somebody begins to speak; null for somebody who is not named. */
  | { readonly is: "turn"; readonly speaker: string | null; readonly skip: number }
  | { readonly is: "item"; readonly isNumbered: boolean; readonly skip: number }
  | { readonly is: "words" };

const ITEM = /^(?:[-*+•‧◦▪][ \t]+|(\d{1,3})[.)][ \t]+|>[ \t>]*)/;
/** A dash, or the `>>` of captions. */
const UNNAMED_TURN = /^(?:>>+[ \t]*|[–—][ \t]*)(?=\S)/;
/** What has no letters and is longer is a text of some kind. */
const LONGEST_WITHOUT_LETTERS = 40;

/** What the line with these words is. */
function lineKind(words: string, labels: Labels): LineKind {
  if (words === "") return { is: "blank" };
  if (UNDERLINE.test(words)) return { is: "underline" };
  if (RULE.test(words) || (words.length < LONGEST_WITHOUT_LETTERS && WITHOUT_LETTERS.test(words))) {
    return { is: "blank" };
  }
  const hashed = hashHeading(words);
  const label = hashed === null ? labels.read(words) : null;
  if (label !== null) return { is: "turn", speaker: label.name, skip: label.length };
  const heading = hashed ?? (isHeadingAnywhere(words) ? words : null);
  if (heading !== null) return { is: "heading", skip: words.indexOf(heading), length: heading.length };
  const unnamed = UNNAMED_TURN.exec(words);
  if (unnamed !== null) return { is: "turn", speaker: null, skip: unnamed[0].length };
  const item = ITEM.exec(words);
  if (item !== null) return { is: "item", isNumbered: item[1] !== undefined, skip: item[0].length };
  return { is: "words" };
}

/** Lines of a text that belong together: a heading, or a paragraph with who says it. */
export interface Block {
  readonly isHeading: boolean;
  /** The label it begins with; null for somebody who is not named; undefined where nobody else begins to speak. */
  readonly speaker: string | null | undefined;
  /** Its lines, without the marks of the first. */
  readonly lines: readonly Stretch[];
}

/** A paragraph of more is handed on in parts. */
const LARGEST_BLOCK = 20_000;
/** Lines that are read in one step where they make no block. */
const LINES_PER_STEP = 2_000;

/** A block that is being put together. A label alone on its line waits here for the paragraph below it. */
class OpenBlock {
  lines: Stretch[] = [];
  speaker: string | null | undefined;
  /** It begins with a label or a mark, so that it is no heading. */
  isMarked = false;
  /** The whole of a line that begins with a number: the item of a list, or a heading where it stands alone. */
  numbered: Stretch | null = null;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get only(): Stretch | null {
    return this.lines.length === 1 ? (this.lines[0] ?? null) : null;
  }

  /** Hands on what has come together, if anything has. */
  *close(standsAlone: boolean): Generator<Block> {
    const { only, numbered, isMarked, speaker } = this;
    const candidate = standsAlone && numbered !== null ? numbered : isMarked ? null : only;
    const isHeading = only !== null && candidate !== null && isHeadingAlone(lineText(this.#text, candidate));
    if (isHeading) yield { isHeading, speaker: undefined, lines: [candidate] };
    else if (this.lines.length > 0) yield { isHeading, speaker, lines: this.lines };
    if (this.lines.length > 0) {
      this.speaker = undefined;
      this.isMarked = false;
    }
    this.lines = [];
    this.numbered = null;
  }
}

/** The blocks of a text, in order; `null` for a step that ended in none. */
export function* blocksOf(text: string, labels: Labels): Generator<Block | null> {
  const open = new OpenBlock(text);
  let isAfterBlank = true;
  let read = 0;
  for (const line of turnsIn(text)) {
    read++;
    if (read % LINES_PER_STEP === 0) yield null;
    const kind = lineKind(lineText(text, line), labels);
    const standsAlone = isAfterBlank;
    isAfterBlank = kind.is === "blank" || kind.is === "underline";
    if (kind.is === "words") {
      open.lines.push(line);
      const first = open.lines[0] ?? line;
      if (line.end - first.start > LARGEST_BLOCK) yield* open.close(false);
      continue;
    }
    if (kind.is === "underline" && open.only !== null && !open.isMarked) {
      yield { isHeading: true, speaker: undefined, lines: [open.only] };
      open.lines = [];
      continue;
    }
    yield* open.close(isAfterBlank);
    if (kind.is === "blank" || kind.is === "underline") continue;
    const start = line.start + kind.skip;
    if (kind.is === "heading") {
      yield { isHeading: true, speaker: undefined, lines: [{ start, end: start + kind.length }] };
      continue;
    }
    open.isMarked = true;
    if (kind.is === "turn") open.speaker = kind.speaker;
    else if (kind.isNumbered && standsAlone) open.numbered = line;
    if (start < line.end) open.lines.push({ start, end: line.end });
  }
  yield* open.close(true);
}
