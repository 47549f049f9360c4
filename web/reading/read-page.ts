import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import { decodePage } from "./decode.ts";
import { kindOfPage, looksBinary } from "./kind-of-page.ts";
import { chooseDetails } from "./page-details.ts";
import { LONGEST_TEXT, NO_DETAILS, type PageReading, unread } from "./page-reading.ts";
import { readPdf } from "./pdf.ts";
import { pdfReader } from "./pdf-reader.ts";
import { scanMarkup } from "./scan.ts";
import { startOf } from "./sound-text.ts";
import { plainText, textLines } from "./text-lines.ts";

const ELEMENT = 1;
const TEXT = 3;
/** An article shorter than this is a caption or a teaser: the whole page says more. */
const SHORTEST_ARTICLE = 140;

/** The text below a node; the tree is no deeper than the scan has let through. */
function textBelow(root: Node): string {
  const lines = textLines();
  const walk = (node: Node): void => {
    if (node.nodeType === TEXT) lines.text(node.nodeValue ?? "");
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toLowerCase();
    lines.open(name);
    for (const inner of node.childNodes) walk(inner);
    lines.close(name);
  };
  walk(root);
  return lines.all();
}

/**
 * The text of the article in a page, without what surrounds it; null where no article is found.
 *
 * @param markup what the scan has left of the page's body: nothing in it runs, loads or is deeply nested
 */
function articleText(markup: string): string | null {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`);
  // The nodes themselves and not their markup: it would only have to be parsed again.
  const article = new Readability<Node>(document, {
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const text = article?.content ? textBelow(article.content) : "";
  return text.length < SHORTEST_ARTICLE ? null : text;
}

/** A page as it was fetched. */
export interface FetchedBytes {
  readonly bytes: Uint8Array;
  /** Lower case, without parameters; null when the server said nothing. */
  readonly mediaType: string | null;
  /** As the server said it. */
  readonly charset: string | null;
  readonly url: string;
}

/** How much of the text is looked at for a day that is only shown. */
const START = 2_000;

function readMarkup(html: string, url: string): PageReading {
  const scanned = scanMarkup(html);
  const whole = scanned.text;
  const details = chooseDetails(scanned.found, url, whole?.slice(0, START) ?? "");
  const text = (scanned.markup === null ? null : articleText(scanned.markup)) ?? (whole || null);
  return { details, text, fault: scanned.fault ?? (text === null ? "no-text" : null) };
}

function readPlain(raw: string): PageReading {
  // What cannot be shown is left out of it later, so that some more is looked at.
  const text = plainText(startOf(raw, LONGEST_TEXT * 2));
  if (text === "") return unread("no-text");
  const isCut = text.length > LONGEST_TEXT || raw.length > LONGEST_TEXT * 2;
  return { details: NO_DETAILS, text: startOf(text, LONGEST_TEXT), fault: isCut ? "too-long" : null };
}

/**
 * Reads what a page says of itself and the text it is there for. Any bytes give a reading; what cannot be read has a
 * fault in it. Nothing that a page names is loaded, and nothing in it runs. It keeps the thread busy while it reads.
 */
export async function readPage(page: FetchedBytes): Promise<PageReading> {
  const kind = kindOfPage(page.bytes, page.mediaType);
  if (kind === "binary") return unread("not-text");
  if (kind === "pdf") return readPdf(page.bytes);
  const text = decodePage(page.bytes, page.charset);
  if (looksBinary(text)) return unread("not-text");
  return kind === "markup" ? readMarkup(text, page.url) : readPlain(text);
}

/**
 * `readPage`, once all is loaded that this page is read by. Loading pdf.js takes a second where the machine is busy, and
 * the time that a reading may take is for the page.
 */
export async function loadReaderFor({ bytes, mediaType }: FetchedBytes): Promise<typeof readPage> {
  if (kindOfPage(bytes, mediaType) === "pdf") await pdfReader();
  return readPage;
}
