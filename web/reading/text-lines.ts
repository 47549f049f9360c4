import { LONGEST_TEXT } from "./page-reading.ts";
import { soundText, startOf } from "./sound-text.ts";

/** Around these a paragraph ends. */
const PARAGRAPHS = new Set(
  "p div section article main header footer aside nav address blockquote figure figcaption pre hr h1 h2 h3 h4 h5 h6 ul ol dl table form fieldset details summary hgroup menu search".split(
    " ",
  ),
);
/** Around these a line ends. */
const LINES = new Set(["li", "dt", "dd", "tr", "br", "caption", "thead", "tbody", "tfoot"]);
const LISTS = new Set(["ul", "ol", "dl", "menu"]);
const CELLS = new Set(["td", "th"]);

const BETWEEN_WIDE =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef])[ \t]*\n\s*(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef])/gu;

/** White space is folded; a line broken between two Chinese characters has none there. */
const folded = (line: string) =>
  soundText(line)
    .replace(BETWEEN_WIDE, "")
    .replace(/[^\S\t]+/g, " ")
    .replace(/ ?\t[ \t]*/g, "\t")
    .trim();

/** Puts readable text together from elements as they open and close. */
export interface TextLines {
  open(name: string): void;
  text(data: string): void;
  close(name: string): void;
  /** Whether more has come than is kept. */
  isFull(): boolean;
  /** The text so far: paragraphs parted by blank lines, items, headings and rows on lines of their own. */
  all(): string;
}

export function textLines(most = LONGEST_TEXT): TextLines {
  const parts: string[] = [];
  let length = 0;
  let line = "";
  /** Line ends before the next line that holds something, and those due before the next word. */
  let before = 0;
  let due = 0;
  let lists = 0;
  let preformatted = 0;
  /** A cell has begun of which nothing is written yet: a paragraph in it ends no line of the row. */
  let isAtCell = false;

  const endLine = () => {
    const text = folded(line);
    line = "";
    if (text !== "") {
      const part = (parts.length === 0 ? "" : "\n".repeat(Math.max(1, before))) + text;
      parts.push(part);
      length += part.length;
      before = 0;
    }
    before = Math.max(before, due);
    due = 0;
  };
  const border = (name: string) => {
    if (isAtCell) return;
    if (PARAGRAPHS.has(name)) due = Math.max(due, lists > 0 ? 1 : 2);
    if (LINES.has(name)) due = Math.max(due, 1);
  };
  const add = (data: string) => {
    const isBlank = !/\S/.test(data);
    if (isBlank && (due > 0 || line === "")) return;
    if (!isBlank) isAtCell = false;
    if (due > 0) endLine();
    line += data;
  };

  return {
    open(name) {
      border(name);
      if (LISTS.has(name)) lists += 1;
      if (name === "pre") preformatted += 1;
      if (name === "tr") endLine();
      if (!CELLS.has(name)) return;
      isAtCell = true;
      if (line === "") return;
      due = 0;
      line += "\t";
    },
    text(data) {
      if (preformatted === 0) return add(data);
      data.split("\n").forEach((row, index) => {
        if (index > 0) due = Math.min(2, due + 1);
        add(row);
      });
    },
    close(name) {
      if (LISTS.has(name)) lists -= 1;
      if (name === "pre") preformatted -= 1;
      if (name === "tr") isAtCell = false;
      border(name);
      if (name === "tr") endLine();
    },
    isFull: () => length + line.length > most,
    all() {
      endLine();
      return startOf(parts.join(""), most).trimEnd();
    },
  };
}

/** Plain text and Markdown, left as they are but for what cannot be shown and for piles of empty lines. */
export const plainText = (raw: string): string =>
  soundText(raw)
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
