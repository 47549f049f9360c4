import { soundText } from "./sound-text.ts";

/** A run of characters on a PDF's page, as its reader gives it. */
export interface PdfRun {
  readonly str: string;
  /** The last two are where it stands, from the lower left, in points. */
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Ligatures and the radicals that some fonts name for the characters they look like. */
const LOOK_ALIKES = /[\ufb00-\ufb06\u2e80-\u2fdf]/g;
/** From one line to the next in multiples of the letters' height; more is a new paragraph. */
const LARGEST_LEADING = 1.75;
const WIDE_AT_END = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]$/u;
const WIDE_AT_START = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u;

/** Puts the next line behind a paragraph: a word divided at the line's end becomes whole, Chinese has no blanks. */
function joined(paragraph: string, line: string): string {
  if (paragraph === "") return line;
  if (/\p{L}{2}-$/u.test(paragraph) && /^\p{Ll}/u.test(line)) return paragraph.slice(0, -1) + line;
  if (WIDE_AT_END.test(paragraph) && WIDE_AT_START.test(line)) return paragraph + line;
  return `${paragraph} ${line}`;
}

interface PdfLine {
  text: string;
  readonly y: number;
  height: number;
}

const heightOf = (run: PdfRun) => run.height || Math.hypot(run.transform[2] ?? 0, run.transform[3] ?? 0) || 0;

function linesOf(runs: readonly PdfRun[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  for (const run of runs) {
    const y = run.transform[5] ?? 0;
    if (line === null || (run.str !== "" && Math.abs(y - line.y) > Math.max(1, line.height / 2))) {
      line = { text: "", y, height: 0 };
      lines.push(line);
    }
    line.text += run.str;
    line.height = Math.max(line.height, heightOf(run));
    if (run.hasEOL) line = null;
  }
  return lines
    .map((one) => ({
      ...one,
      text: soundText(one.text.replace(LOOK_ALIKES, (mark) => mark.normalize("NFKC")))
        .replace(/\s+/g, " ")
        .trim(),
    }))
    .filter(({ text }) => text !== "");
}

/** The paragraphs of one page: lines that follow each other closely and in letters of a size are one. */
export function paragraphsOf(runs: readonly PdfRun[]): readonly string[] {
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const line of linesOf(runs)) {
    const drop = last === null ? 0 : last.y - line.y;
    const size = Math.max(last?.height ?? 0, line.height);
    const isNext = last !== null && drop > 0 && drop <= size * LARGEST_LEADING;
    const isOfSize = last !== null && Math.abs(last.height - line.height) <= size * 0.15;
    const paragraph = paragraphs.at(-1) ?? "";
    if (isNext && isOfSize) paragraphs[paragraphs.length - 1] = joined(paragraph, line.text);
    else paragraphs.push(line.text);
    last = line;
  }
  return paragraphs;
}

/** What is set in the largest letters of a page, which on a first page is the title; null where all are alike. */
export function largestOf(runs: readonly PdfRun[]): string | null {
  const lines = linesOf(runs);
  const largest = Math.max(0, ...lines.map(({ height }) => height));
  const set = lines.filter(({ height }) => height > largest * 0.95);
  if (set.length === 0 || set.length > 4 || set.length === lines.length) return null;
  return set.map(({ text }) => text).reduce(joined, "");
}
