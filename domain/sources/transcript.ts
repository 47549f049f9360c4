import { unseenBlanked } from "../unseen.ts";
import { isPastedCaptions, readableCaptions, readablePasted, type TimedPlace } from "./transcript/turns.ts";

/** What a text is written in. */
export const TEXT_FORMATS = ["plain", "markdown", "srt", "vtt"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const SRT_START = /^\s*(?:\d+[ \t]*\r?\n)?[ \t]*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/;
const VTT_START = /^WEBVTT(?:[ \t\r\n]|$)/;
const MARKDOWN = /^(?:#{1,6} \S|[-=]{3,}\s*$|\*\*\S|> \S|```)/m;
const LOOKED_AT = 4_000;

/**
 * What a text is written in. What it looks like counts first, so that a file with a wrong ending is still read; its
 * name decides only between plain text and Markdown.
 *
 * @param fileName of an uploaded file; null for text that was pasted
 * @example formatOf("1\n00:00:01,000 --> 00:00:02,000\nHello", null) // "srt"
 */
function formatOf(text: string, fileName: string | null): TextFormat {
  const start = text.slice(0, LOOKED_AT);
  if (VTT_START.test(start)) return "vtt";
  if (SRT_START.test(start)) return "srt";
  if (fileName !== null && /\.(?:md|markdown)$/i.test(fileName)) return "markdown";
  if (fileName !== null && /\.txt$/i.test(fileName)) return "plain";
  return MARKDOWN.test(start) ? "markdown" : "plain";
}

export { labelsIn } from "./transcript/labels-in.ts";
export { languageOfText } from "./transcript/language.ts";
export { type Passage, passagesOf, type Sentence } from "./transcript/passages.ts";
export { pieceAt, piecesOf } from "./transcript/pieces.ts";
export { placeOfQuote, type Run, runsOf } from "./transcript/quotes.ts";
export type { Stretch } from "./transcript/sentences.ts";
export { secondsAt, type TimedPlace } from "./transcript/turns.ts";

/** A text as it is kept with its source: every place in it (of a sentence, a quote, a horizon) is one of `text`. */
export interface KeptText {
  readonly format: TextFormat;
  readonly text: string;
  /** When its words are spoken, in order of place; empty for what is no captions. */
  readonly times: readonly TimedPlace[];
}

/** The largest text that is read, in UTF-8 bytes. */
export const LARGEST_TEXT_BYTES = 1_048_576;

/** What is refused in a quote as well. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
const UNQUOTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/g;

/**
 * Makes of what was pasted or uploaded the text that is kept: plain text and Markdown as they are, with lines that end
 * in "\n" and without a byte-order mark; captions, those copied from a video's page too, as readable text, without their numbers and times. What is no
 * character to be quoted (controls other than lines and tabs, half a character, U+FFFD) or is not seen and changes how
 * what stands around it reads becomes a blank, so that every place stays. To keep a kept text again changes nothing.
 *
 * @param fileName of an uploaded file; null for text that was pasted
 * @example keepText("1\n00:00:01,000 --> 00:00:02,000\nHello\nthere.", null).text // "Hello there."
 */
export function keepText(raw: string, fileName: string | null): KeptText {
  const quotable = raw
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed()
    .replace(UNQUOTABLE, " ");
  const sound = unseenBlanked(quotable);
  const format = formatOf(sound, fileName);
  if (format === "plain" && isPastedCaptions(sound)) return { format, ...readablePasted(sound) };
  if (format === "plain" || format === "markdown") return { format, text: sound, times: [] };
  return { format, ...readableCaptions(sound) };
}
