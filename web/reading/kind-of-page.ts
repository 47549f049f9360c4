/** What a page is read as. */
export type PageKind = "markup" | "plain" | "pdf" | "binary";

const MARKUP_TYPE = /^(?:text\/html|(?:application|text)\/(?:[\w.-]+\+)?xml)$/;
const LOOKED_AT = 64 * 1024;
/** How files begin that are no text, as Latin-1. */
const BINARY_STARTS = [
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "PK\x03\x04",
  "\x1f\x8b",
  "\x7fELF",
  "RIFF",
  "OTTO",
  "wOF",
];
const MARKUP_START = /^\s*<(?:!doctype|!--|\?xml|html|head|body|meta|title|div|p|article|h1)\b/i;

const latin1 = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.subarray(0, length)).toString("latin1");

/** Whether too much of what was decoded is no text. */
export function looksBinary(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const strange = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange * 10 > start.length;
}

/**
 * What a page is, by how it begins and then by what it is called: servers call a PDF HTML, and an image too.
 *
 * @param mediaType lower case, without parameters; null when nothing was said
 */
export function kindOfPage(bytes: Uint8Array, mediaType: string | null): PageKind {
  const start = latin1(bytes, 1024);
  if (start.includes("%PDF-")) return "pdf";
  if (BINARY_STARTS.some((signature) => start.startsWith(signature))) return "binary";
  if (mediaType === "application/pdf") return "pdf";
  if (mediaType !== null && MARKUP_TYPE.test(mediaType)) return "markup";
  if (mediaType?.startsWith("text/")) return "plain";
  if (mediaType !== null && mediaType !== "application/octet-stream") return "binary";
  return MARKUP_START.test(start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", ""))
    ? "markup"
    : "plain";
}
