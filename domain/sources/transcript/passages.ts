import type { TextLanguage } from "../../horizon/read.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { isBold } from "./headings.ts";
import { Labels } from "./labels.ts";
import { languageOf } from "./language.ts";
import { lineText, turnsIn } from "./lines.ts";
import { type Stretch, sentencesIn } from "./sentences.ts";

/** A line of less than this much of the longest of its paragraph was ended on purpose. */
const SHORT_LINE = 0.6;
/** Whose lines are longer was not wrapped by hand. */
const LONGEST_WRAPPED = 200;

/** The stretches of a block in which a sentence may go on over a line's end: text that was wrapped at a width. */
function* unwrapped({ lines }: Block): Generator<Stretch> {
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

/** One sentence of a kept text: `keptText.slice(start, end)` is `text`. UTF-16 offsets, `end` excluded. */
export interface Sentence extends Stretch {
  readonly text: string;
  readonly language: TextLanguage;
}

/** A paragraph, or a part of a long one, with whom and what it stands under. */
export interface Passage extends Stretch {
  /** The label of who says it, as written; null where the text does not tell. */
  readonly speaker: string | null;
  /** Whether a turn begins here: a label, or a sign that someone else speaks. */
  readonly opensTurn: boolean;
  /** The heading it stands under; null before the first. */
  readonly section: string | null;
  readonly isHeading: boolean;
  /** All of it is bold. */
  readonly isBold: boolean;
  readonly sentences: readonly Sentence[];
}

/** A passage has no more sentences, so that the work on one is bounded. */
const MOST_SENTENCES = 20;
/** Lines that are counted in one step. */
const LINES_PER_STEP = 2_000;

function* sentencesOf(text: string, block: Block): Generator<Sentence> {
  for (const stretch of unwrapped(block)) {
    for (const { start, end } of sentencesIn(text, stretch.start, stretch.end)) {
      const words = text.slice(start, end);
      if (/[\p{L}\p{N}]/u.test(words)) yield { start, end, text: words, language: languageOf(words) };
    }
  }
}

/**
 * Reads a kept text into passages, in order: who says it, under which heading, in which sentences. Plain text and
 * Markdown are read alike. `null` now and then says that a step was taken that found nothing, so that whoever asks
 * can let others run; no step costs more than a few milliseconds, whatever the text.
 *
 * @param text what `keepText` gave
 * @example [...passagesOf("Q: Soon?\n\nA: In two years.")].at(-1)?.speaker // "A"
 */
export function* passagesOf(text: string): Generator<Passage | null> {
  const labels = new Labels();
  let counted = 0;
  for (const line of turnsIn(text)) {
    if (line.end > line.start) labels.count(lineText(text, line));
    counted++;
    if (counted % LINES_PER_STEP === 0) yield null;
  }

  let speaker: string | null = null;
  let section: string | null = null;
  for (const block of blocksOf(text, labels)) {
    if (block === null) {
      yield null;
      continue;
    }
    if (block.speaker !== undefined) speaker = block.speaker;
    let opensTurn = block.speaker !== undefined;
    const first = block.lines[0];
    const last = block.lines.at(-1);
    if (first === undefined || last === undefined) continue;
    const isAllBold = isBold(text.slice(first.start, Math.min(last.end, first.start + 2_000)));
    if (block.isHeading) section = text.slice(first.start, last.end).replace(/^[*_【]+|[*_】]+$/g, "");
    let sentences: Sentence[] = [];
    const passage = (): Passage => ({
      speaker: block.isHeading ? null : speaker,
      opensTurn,
      section,
      isHeading: block.isHeading,
      isBold: isAllBold,
      sentences,
      start: sentences[0]?.start ?? first.start,
      end: sentences.at(-1)?.end ?? last.end,
    });
    for (const sentence of sentencesOf(text, block)) {
      sentences.push(sentence);
      if (sentences.length < MOST_SENTENCES) continue;
      yield passage();
      sentences = [];
      opensTurn = false;
    }
    if (sentences.length > 0) yield passage();
  }
}
