import { Parser } from "htmlparser2";
import { type DetailFinder, detailFinder, type FoundDetails } from "./found-details.ts";
import { type Attributes, escaped, isLeftOut, keptName, keptTag } from "./kept-markup.ts";
import { LONGEST_TEXT, type ReadingFault } from "./page-reading.ts";
import { type TextLines, textLines } from "./text-lines.ts";

/**
 * In how much markup an article is looked for, which takes a second at the most: elements, links among them, and the
 * depths of all elements added up, since each is looked at from all that it is in. Beyond that the whole text is taken.
 */
export const SEARCH_LIMITS = { elements: 10_000, links: 2_500, depths: 400_000 } as const;

/** What is around the body is put around it again. */
const OUTER = new Set(["html", "body"]);
/** Without an end, as in HTML. */
const VOID = new Set(["br", "hr", "wbr", "col", "area", "param"]);

/** Writes down the markup in which an article is to be found, as its elements pass by. */
interface ArticleMarkup {
  open(name: string, attributes: Attributes, depth: number): void;
  text(data: string): void;
  close(name: string): void;
  elements(): number;
  /** Null where it would take long to find anything in it. */
  written(): string | null;
}

function articleMarkup(): ArticleMarkup {
  let parts: string[] = [];
  let elements = 0;
  let links = 0;
  let depths = 0;
  let isTooMuch = false;

  const add = (part: string) => {
    if (!isTooMuch) parts.push(part);
  };
  return {
    open(name, attributes, depth) {
      elements += 1;
      depths += depth;
      if (name === "a") links += 1;
      isTooMuch ||=
        elements > SEARCH_LIMITS.elements || links > SEARCH_LIMITS.links || depths > SEARCH_LIMITS.depths;
      if (isTooMuch) parts = [];
      if (!OUTER.has(name)) add(keptTag(keptName(name), attributes));
    },
    text: (data) => add(escaped(data)),
    close(name) {
      if (!OUTER.has(name) && !VOID.has(name)) add(`</${keptName(name)}>`);
    },
    elements: () => elements,
    written: () => (isTooMuch ? null : parts.join("")),
  };
}

/** How much markup is read. Beyond `keptElements`, of which something could be read, the text is still taken. */
export const MARKUP_LIMITS = {
  depth: 256,
  keptElements: 20_000,
  elements: 200_000,
  attributes: 64,
  attributeLength: 1_000_000,
  textAtOnce: LONGEST_TEXT + 1,
} as const;

const CHUNK = 64 * 1024;
const OF_HEAD = new Set(["title", "meta", "link", "script", "style", "base", "noscript", "template"]);

export interface ScannedPage {
  readonly found: FoundDetails;
  /** What is left of the body for an article to be found in; null where that is beyond the limits. */
  readonly markup: string | null;
  /** All the text there is in the body; null where the scan was ended early. */
  readonly text: string | null;
  readonly fault: ReadingFault | null;
}

/**
 * Goes through a page once, in a stream that no page can make slow, before any tree is built of it: finds its
 * details, its text, and the markup worth taking apart. What is beyond the limits ends it at once.
 */
export function scanMarkup(html: string): ScannedPage {
  const details: DetailFinder = detailFinder();
  const lines: TextLines = textLines();
  const markup: ArticleMarkup = articleMarkup();
  let fault: ReadingFault | null = null;
  let isOver = false;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  /** The depth at which something began that is left out. */
  let outSince = Number.POSITIVE_INFINITY;
  let headSince = Number.POSITIVE_INFINITY;
  const isOut = () => depth > outSince || depth > headSince;

  const end = (why: ReadingFault) => {
    fault = why;
    isOver = true;
    parser.pause();
  };

  const parser: Parser = new Parser(
    {
      onopentagname() {
        attributes = 0;
        elements += 1;
        if (elements > MARKUP_LIMITS.elements) end("too-many-elements");
      },
      onattribute(_name, value) {
        attributes += 1;
        if (attributes > MARKUP_LIMITS.attributes) end("too-many-elements");
        // A picture written into the page may be long; it goes no further than here.
        if (value.length >= MARKUP_LIMITS.attributeLength && !/^\s*data:/i.test(value)) end("too-long");
      },
      onopentag(name, attribs) {
        if (isOver) return;
        if (depth >= MARKUP_LIMITS.depth) return end("too-nested");
        const isWithin = depth <= outSince;
        // A head that is never closed ends where the body has to have begun.
        if (isWithin && depth > headSince && !OF_HEAD.has(name)) headSince = Number.POSITIVE_INFINITY;
        if (name === "head") headSince = depth;
        if (isWithin && isLeftOut(name, attribs)) outSince = depth;
        else if (isWithin && headSince === Number.POSITIVE_INFINITY) {
          lines.open(name);
          markup.open(name, attribs, depth);
        }
        depth += 1;
        if (isWithin) details.open(name, attribs, depth);
      },
      ontext(whole) {
        if (isOver) return;
        // The parser holds text back for as long as it may be an entity, megabytes of "&a" too: they come at once.
        const data =
          whole.length > MARKUP_LIMITS.textAtOnce ? whole.slice(0, MARKUP_LIMITS.textAtOnce) : whole;
        details.text(data);
        if (isOut()) return;
        lines.text(data);
        markup.text(data);
        if (lines.isFull() || data.length < whole.length) end("too-long");
      },
      onclosetag(name) {
        if (isOver) return;
        details.close(depth);
        depth -= 1;
        if (depth === outSince) {
          outSince = Number.POSITIVE_INFINITY;
        } else if (depth === headSince) {
          headSince = Number.POSITIVE_INFINITY;
        } else if (!isOut()) {
          lines.close(name);
          markup.close(name);
        }
      },
    },
    { decodeEntities: true },
  );

  for (let at = 0; at < html.length && !isOver; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  if (!isOver) parser.end();
  const isCut = fault === "too-long" && lines.isFull();
  if (markup.elements() > MARKUP_LIMITS.keptElements) fault ??= "too-many-elements";
  return {
    found: details.found(),
    markup: fault === null ? markup.written() : null,
    text: isOver && !isCut ? null : lines.all(),
    fault,
  };
}
