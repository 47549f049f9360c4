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
export function formatOf(text: string, fileName: string | null): TextFormat {
  const start = text.slice(0, LOOKED_AT);
  if (VTT_START.test(start)) return "vtt";
  if (SRT_START.test(start)) return "srt";
  if (fileName !== null && /\.(?:md|markdown)$/i.test(fileName)) return "markdown";
  if (fileName !== null && /\.txt$/i.test(fileName)) return "plain";
  return MARKDOWN.test(start) ? "markdown" : "plain";
}
