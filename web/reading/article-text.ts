import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import { textLines } from "./text-lines.ts";

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
export function articleText(markup: string): string | null {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`);
  // The nodes themselves and not their markup: it would only have to be parsed again.
  const article = new Readability<Node>(document, {
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const text = article?.content ? textBelow(article.content) : "";
  return text.length < SHORTEST_ARTICLE ? null : text;
}
